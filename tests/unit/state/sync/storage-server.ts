import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';
import RemotestorageServer from 'remotestorage-server';
import type { RemoteFiles } from 'remotestoragejs/src/remotestorage.js';

const VERSION = 'draft-dejong-remotestorage-04';

/** A table of the server, in memory. */
class Table {
	readonly values = new Map<string, unknown>();

	get(user: string, key: string, callback: (error: unknown, value?: unknown) => void): void {
		callback(null, this.values.get(`${user}:${key}`));
	}

	set(user: string, key: string, value: unknown, callback: (error: unknown) => void): void {
		if (value === undefined) this.values.delete(`${user}:${key}`);
		else this.values.set(`${user}:${key}`, value);
		callback(null);
	}
}

/** What the library asks of a browser to read a folder's list. */
class FileReaderOfNode {
	result = '';
	#onload: (event: { target: FileReaderOfNode }) => void = () => undefined;

	addEventListener(_: string, handler: (event: { target: FileReaderOfNode }) => void): void {
		this.#onload = handler;
	}

	async readAsText(blob: Blob): Promise<void> {
		this.result = await blob.text();
		this.#onload({ target: this });
	}
}

/** Loads remoteStorage.js as it runs in a browser. To be called before all tests; `vi.unstubAllGlobals` takes it back. */
export async function loadFiles(): Promise<RemoteFiles> {
	vi.stubGlobal('FileReader', FileReaderOfNode);
	// The server of the tests talks to itself at every write.
	vi.spyOn(console, 'log').mockImplementation(() => undefined);
	const { default: RemoteStorage } = await import('remotestoragejs/release/remotestorage.js');
	const storage = new RemoteStorage({ cache: false });
	storage.on('error', () => undefined);
	return storage.remote;
}

/** A real remoteStorage server, whose files stay when it is stopped and started again. */
export class StorageServer {
	readonly #tokens = new Table();
	readonly #remote = new RemotestorageServer(VERSION, this.#tokens, new Table());
	#server: Server | null = null;
	#port = 0;

	constructor() {
		this.#tokens.values.set('me:a-token', this.#remote.makeScopePaths(['backstory:rw']));
	}

	/** Listens at the same address each time, and has the library connected to it. */
	async start(files: RemoteFiles): Promise<void> {
		const server = createServer((request, response) => this.#remote.storage(request, response));
		this.#server = server.listen(this.#port, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		this.#port = (server.address() as AddressInfo).port;
		const href = `http://127.0.0.1:${this.#port}/storage/me`;
		files.configure({ href, token: 'a-token', storageApi: VERSION });
	}

	stop(): void {
		this.#server?.closeAllConnections();
		this.#server?.close();
		this.#server = null;
	}

	/** Takes back the permission it gave. */
	revoke(): void {
		this.#tokens.values.clear();
	}
}
