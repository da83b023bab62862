import { err, ok, type Result } from '$lib/domain/result';

/** Where somebody's files are, and where they allow an app to use them. */
export type FoundStorage = { readonly href: string; readonly storageApi: string; readonly authURL: string };

export type FindError = { readonly kind: 'not-an-address' | 'not-found' };

const REL = ['http://tools.ietf.org/id/draft-dejong-remotestorage', 'remotestorage'];
const VERSION = 'http://remotestorage.io/spec/version';
const AUTH = 'http://tools.ietf.org/html/rfc6749#section-4.2';

/**
 * Asks the host of an address such as `ada@storage.example` where the files are.
 * @see RFC 7033 (WebFinger) and https://datatracker.ietf.org/doc/draft-dejong-remotestorage, section 10
 */
export async function findStorage(
	address: string,
	ask: typeof fetch = fetch
): Promise<Result<FoundStorage, FindError>> {
	const host = /^[^@\s]+@([\w.-]+(:\d+)?)$/.exec(address)?.[1];
	if (host === undefined) return err({ kind: 'not-an-address' });
	const scheme = /^(localhost|127\.0\.0\.1)(:|$)/.test(host) ? 'http' : 'https';
	const query = `resource=${encodeURIComponent(`acct:${address}`)}`;
	try {
		const response = await ask(`${scheme}://${host}/.well-known/webfinger?${query}`, { credentials: 'omit' });
		const found = response.ok ? parseRecord(await response.json()) : null;
		return found === null ? err({ kind: 'not-found' }) : ok(found);
	} catch {
		// No connection, no such host, or no JSON: to the learner, no storage is there.
		return err({ kind: 'not-found' });
	}
}

function parseRecord(record: unknown): FoundStorage | null {
	const links = fieldOf(record, 'links');
	if (!Array.isArray(links)) return null;
	const link = (links as readonly unknown[]).find((entry) => REL.includes(String(fieldOf(entry, 'rel'))));
	const properties = fieldOf(link, 'properties');
	const [href, storageApi, authURL] = [fieldOf(link, 'href'), fieldOf(properties, VERSION), fieldOf(properties, AUTH)];
	const isWhole = isWebAddress(href) && typeof storageApi === 'string' && isWebAddress(authURL);
	return isWhole ? { href, storageApi, authURL } : null;
}

function fieldOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The page goes there: anything but a web address could run a script. */
function isWebAddress(value: unknown): value is string {
	return typeof value === 'string' && /^https?:\/\//.test(value);
}
