/** Storages that a learner may connect to. Which of them a build offers, and may reach, is decided when it is built. */
export type StorageKind = 'remotestorage' | 'dropbox' | 'google';

const { remoteStorage, dropboxKey, googleKey } = __BACKSTORY_STORAGES__;

export const OFFERED_STORAGES: readonly StorageKind[] = [
	...(remoteStorage ? (['remotestorage'] as const) : []),
	...(dropboxKey === '' ? [] : (['dropbox'] as const)),
	...(googleKey === '' ? [] : (['google'] as const))
];

/** App keys by the names remoteStorage.js has for them. */
export const APP_KEYS: Readonly<Record<string, string>> = {
	...(dropboxKey === '' ? {} : { dropbox: dropboxKey }),
	...(googleKey === '' ? {} : { googledrive: googleKey })
};
