import { readCode } from '$lib/share/code-part';
import { hasCryptography } from '$lib/share/has-cryptography';
import { encodeQr, type QrCode } from '$lib/share/qr';
import { loadLogParts } from '$lib/storage/log-parts';
import type { StorageError } from '$lib/storage/storage-error';
import type { DatabaseAccess } from '../database.svelte';
import { packCodes } from './code-cargo';

/** Slow enough for any camera, and for eyes: four changes a second are two flashes (WCAG 2.3.1 allows three). */
export const CODE_MS = 250;

export type SenderStep =
	| { readonly kind: 'idle' }
	| { readonly kind: 'nothing' }
	| { readonly kind: 'too-many' }
	/** The page came without encryption, and so without what codes are named by. */
	| { readonly kind: 'insecure' }
	| { readonly kind: 'failed'; readonly error: StorageError }
	| { readonly kind: 'showing'; readonly codes: readonly string[]; readonly events: number };

/** Shows the log, or what another device lacks of it, as codes one after another, over and over. */
export class CodeSender {
	readonly #database: DatabaseAccess;
	#step = $state.raw<SenderStep>({ kind: 'idle' });
	#index = $state(0);
	#playing = $state(true);
	readonly #code = $derived.by(() =>
		this.#step.kind === 'showing' ? encodeQr(this.#step.codes[this.#index] ?? '') : null
	);

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	get step(): SenderStep {
		return this.#step;
	}
	/** The code on the screen. */
	get code(): QrCode | null {
		return this.#code;
	}
	/** Its number, from 1. */
	get number(): number {
		return this.#index + 1;
	}
	get playing(): boolean {
		return this.#playing;
	}
	/** The text of the code on the screen, for whoever has no camera. */
	get text(): string {
		return this.#step.kind === 'showing' ? this.#step.codes.join('\n') : '';
	}

	/** @param held the text of the code that the other device shows, or null to send everything */
	async show(held: string | null, playing: boolean): Promise<void> {
		if (!hasCryptography()) {
			this.#step = { kind: 'insecure' };
			return;
		}
		const opened = await this.#database.open();
		const parts = opened.ok ? await loadLogParts(opened.value) : opened;
		if (!parts.ok) {
			this.#step = { kind: 'failed', error: parts.error };
			return;
		}
		const read = held === null ? null : readCode(held);
		const bytes = read?.ok === true && read.value.kind === 'held' ? read.value.bytes : null;
		const { codes, events } = await packCodes(parts.value, bytes);
		this.#index = 0;
		this.#playing = playing;
		if (codes === null) this.#step = { kind: 'too-many' };
		else
			this.#step =
				events === 0 && parts.value.parameters.length === 0 ? { kind: 'nothing' } : { kind: 'showing', codes, events };
	}

	/** Called at every beat of the clock. */
	beat(): void {
		if (this.#playing) this.move(1);
	}

	/** Goes on, or back, by some codes. */
	move(by: number): void {
		if (this.#step.kind !== 'showing') return;
		const { length } = this.#step.codes;
		this.#index = (this.#index + by + length) % length;
	}

	/** Goes to a code that the other device still lacks. @param number from 1 */
	jumpTo(number: number): void {
		if (this.#step.kind !== 'showing') return;
		this.#index = Math.min(Math.max(1, Math.round(number)), this.#step.codes.length) - 1;
	}

	togglePlaying(): void {
		this.#playing = !this.#playing;
	}

	stop(): void {
		this.#step = { kind: 'idle' };
	}
}
