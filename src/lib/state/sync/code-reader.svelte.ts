import type { Result } from '$lib/domain/result';
import { CodeCollector, type PartRange } from '$lib/share/code-collector';
import { readCode, type CodeError } from '$lib/share/code-part';
import { hasCryptography } from '$lib/share/has-cryptography';
import { encodeQr, type QrCode } from '$lib/share/qr';
import { writeLastMerge } from '$lib/storage/last-merge';
import type { BundleError } from '$lib/storage/log-bundle';
import { loadLogParts } from '$lib/storage/log-parts';
import type { Merged } from '$lib/storage/merge-log';
import type { ArrivedLog } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import { now } from '../clock';
import type { DatabaseAccess } from '../database.svelte';
import { mergeIntoLog } from '../merge-log';
import { packHeldCode, unpackCodes } from './code-cargo';
import { keepCodes, keptCodes } from './kept-codes';

export type ReaderStep =
	| { readonly kind: 'waiting' }
	/** The page came without encryption, and so without what codes are checked by. */
	| { readonly kind: 'insecure' }
	| { readonly kind: 'reading'; readonly count: number; readonly total: number; readonly missing: readonly PartRange[] }
	| { readonly kind: 'merging' }
	| { readonly kind: 'merged'; readonly merged: Merged }
	/** All codes are there, but what they carry cannot be used. */
	| { readonly kind: 'useless'; readonly error: BundleError }
	| { readonly kind: 'failed'; readonly error: StorageError };

/** So many codes may be lost with a page that is killed. */
const KEEP_EVERY = 8;

/** Collects codes from another device's screen, in any order, and merges what they carry once all are there. */
export class CodeReader {
	readonly #database: DatabaseAccess;
	readonly #onmerged: () => void;
	readonly #texts: string[] = [];
	#collector: CodeCollector | null = null;
	#step = $state.raw<ReaderStep>({ kind: 'waiting' });
	#problem = $state.raw<CodeError['kind'] | 'other-sequence' | null>(null);
	#held = $state.raw<{ readonly text: string; readonly code: QrCode } | null>(null);

	/** @param onmerged called when the log has grown */
	constructor(database: DatabaseAccess, onmerged: () => void) {
		this.#database = database;
		this.#onmerged = onmerged;
	}

	get step(): ReaderStep {
		return this.#step;
	}
	/** Why the code that was read last is of no use. */
	get problem(): CodeError['kind'] | 'other-sequence' | null {
		return this.#problem;
	}
	/** The code that says what this device holds. */
	get held(): { readonly text: string; readonly code: QrCode } | null {
		return this.#held;
	}

	/** Goes on where an earlier page left off, and prepares the code that says what is held here. */
	async start(): Promise<void> {
		if (!hasCryptography()) {
			this.#step = { kind: 'insecure' };
			return;
		}
		for (const text of keptCodes()) await this.read(text);
		const opened = await this.#database.open();
		const parts = opened.ok ? await loadLogParts(opened.value) : opened;
		if (!parts.ok) return;
		const text = packHeldCode(parts.value);
		this.#held = { text, code: encodeQr(text) };
	}

	/** Reads texts of codes, one a line. */
	async readAll(texts: string): Promise<void> {
		for (const text of texts.split(/\s+/)) if (text !== '') await this.read(text);
	}

	/** Reads the text of one code. */
	async read(text: string): Promise<void> {
		if (this.#step.kind === 'merging' || this.#step.kind === 'insecure') return;
		const read = readCode(text);
		this.#problem = read.ok ? null : read.error.kind;
		if (!read.ok || read.value.kind !== 'part') return;
		const { part } = read.value;
		this.#collector ??= CodeCollector.startingWith({ ...part });
		const collector = this.#collector;
		const added = collector.add(part);
		if (added === 'other') this.#problem = 'other-sequence';
		if (this.#texts.includes(text) || added === 'other') return;
		this.#texts.push(text);
		if (this.#texts.length % KEEP_EVERY === 0) keepCodes(this.#texts);
		const { count, total } = collector;
		this.#step = { kind: 'reading', count, total, missing: collector.missing() };
		if (collector.isComplete) await this.#finish(collector);
	}

	/** Keeps what was read so far for the next time. */
	pause(): void {
		if (this.#texts.length > 0) keepCodes(this.#texts);
	}

	/** Forgets what was read, for another sequence. */
	restart(): void {
		this.#forget();
		this.#step = { kind: 'waiting' };
		keepCodes([]);
	}

	#forget(): void {
		this.#collector = null;
		this.#texts.length = 0;
		this.#problem = null;
	}

	async #finish(collector: CodeCollector): Promise<void> {
		this.#step = { kind: 'merging' };
		// Until they are stored, whoever comes back finds them: reading them again takes a while.
		keepCodes(this.#texts);
		const bytes = await collector.join();
		const bundle = bytes === null ? null : await unpackCodes(bytes);
		if (bundle?.ok !== true) {
			this.restart();
			this.#step = { kind: 'useless', error: bundle?.error ?? { kind: 'damaged' } };
			return;
		}
		const merged = await this.#merge({ ...bundle.value, blocks: [] });
		if (merged.ok) this.restart();
		else this.#forget();
		this.#step = merged.ok ? { kind: 'merged', merged: merged.value } : { kind: 'failed', error: merged.error };
		if (merged.ok) this.#onmerged();
	}

	async #merge(arrived: ArrivedLog): Promise<Result<Merged, StorageError>> {
		const merged = await mergeIntoLog(this.#database, arrived);
		const opened = await this.#database.open();
		if (merged.ok && opened.ok) await writeLastMerge(opened.value, { at: now(), way: 'codes' });
		return merged;
	}
}
