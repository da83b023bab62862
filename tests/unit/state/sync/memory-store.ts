import { ok, type Result } from '$lib/domain/result';
import type { Bytes } from '$lib/share/bytes';
import type { StoreError, SyncStore } from '$lib/state/sync/sync-store';

/** A storage in a map, which fails when it is told to. */
export class MemoryStore implements SyncStore {
	readonly files = new Map<string, { readonly bytes: Bytes; readonly revision: string }>();
	readonly asked: string[] = [];
	/** Decides for each request whether it fails. */
	fail: (request: string) => StoreError | null = () => null;
	#revision = 0;

	list(folder: string): Promise<Result<ReadonlyMap<string, string>, StoreError>> {
		const names = [...this.files].filter(([path]) => path.startsWith(folder));
		return this.#answer(
			`list ${folder}`,
			() => new Map(names.map(([path, { revision }]) => [path.slice(folder.length), revision]))
		);
	}

	get(path: string): Promise<Result<Bytes | null, StoreError>> {
		return this.#answer(`get ${path}`, () => this.files.get(path)?.bytes.slice() ?? null);
	}

	put(path: string, bytes: Bytes, onlyNew: boolean): Promise<Result<string, StoreError>> {
		return this.#answer(`put ${path}`, () => {
			if (onlyNew && this.files.has(path)) return '';
			this.#revision += 1;
			this.files.set(path, { bytes, revision: String(this.#revision) });
			return String(this.#revision);
		});
	}

	#answer<T>(request: string, answer: () => T): Promise<Result<T, StoreError>> {
		this.asked.push(request);
		const error = this.fail(request);
		return Promise.resolve(error === null ? ok(answer()) : { ok: false, error });
	}
}
