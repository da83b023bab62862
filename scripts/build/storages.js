/** What Dropbox and Google Drive are reached by. */
const DROPBOX_SOURCES = ['https://api.dropboxapi.com', 'https://content.dropboxapi.com'];
const GOOGLE_SOURCES = ['https://www.googleapis.com'];

/** A scheme, or a scheme and a host. */
const SOURCE = /^https?:(\/\/[\w.*-]+(:\d+)?)?$/;

/**
 * Which storages of their own learners may connect to, and where the pages of this build may therefore send requests:
 * nowhere, unless the build says so (docs/hosting.md).
 * @param {Record<string, string | undefined>} env
 * @throws {Error} when a setting is no list of sources
 */
export function readStorages(env) {
	const own = (env.BACKSTORY_SYNC ?? '').split(/\s+/).filter((source) => source !== '');
	const wrong = own.find((source) => !SOURCE.test(source));
	if (wrong !== undefined) throw new Error(`BACKSTORY_SYNC: ${wrong} is neither a scheme nor an origin`);
	const [dropboxKey, googleKey] = [env.BACKSTORY_DROPBOX_KEY ?? '', env.BACKSTORY_GOOGLE_KEY ?? ''];
	const sources = [...own, ...(dropboxKey === '' ? [] : DROPBOX_SOURCES), ...(googleKey === '' ? [] : GOOGLE_SOURCES)];
	return { sources, storages: { remoteStorage: own.length > 0, dropboxKey, googleKey } };
}
