/** A remoteStorage server, which comes without types. */
declare module 'remotestorage-server' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	type Callback = (error: unknown, value?: unknown) => void;
	type Store = {
		get(user: string, key: string, callback: Callback): void;
		set(user: string, key: string, value: unknown, callback: Callback): void;
	};

	export default class RemotestorageServer {
		constructor(version: string, tokens: Store, data: Store);
		storage(request: IncomingMessage, response: ServerResponse): void;
		makeScopePaths(scopes: readonly string[]): unknown;
	}
}

declare module 'remotestoragejs/release/remotestorage.js' {
	export { default } from 'remotestoragejs/src/remotestorage.js';
}
