/** What is used of remoteStorage.js, which comes without types. */
declare module 'remotestoragejs/src/remotestorage.js' {
	export type RemoteReply = { readonly statusCode: number; readonly body?: unknown; readonly revision?: string | null };

	/** Where the files are: a remoteStorage server, Dropbox or Google Drive, all by the same calls. */
	export type RemoteFiles = {
		readonly connected: boolean;
		readonly userAddress?: string | null;
		configure(settings: Readonly<Record<string, unknown>>): void;
		get(path: string): Promise<RemoteReply>;
		put(
			path: string,
			body: Uint8Array | ArrayBuffer,
			contentType: string,
			options: { readonly ifNoneMatch?: '*' }
		): Promise<RemoteReply>;
	};

	type Connector = { connect(): void };

	export default class RemoteStorage {
		constructor(config: { readonly cache: boolean });
		readonly remote: RemoteFiles;
		readonly dropbox?: Connector;
		readonly googledrive?: Connector;
		readonly access: { claim(scope: string, mode: 'r' | 'rw'): void };
		setBackend(name: 'remotestorage'): void;
		setApiKeys(keys: Readonly<Record<string, string>>): void;
		authorize(options: { readonly authURL: string }): void;
		disconnect(): void;
		on(event: 'connected' | 'not-connected' | 'disconnected' | 'error', handler: (reason?: unknown) => void): void;
	}
}
