import { localStore } from '../local-store';

const KEY = 'backstory.sweep-silent';
const TONES = { taken: 880, known: 587, trouble: 220 } as const;
const LENGTH_S = 0.12;
const LOUDNESS = 0.15;

/** Says by a short tone and a short shake what became of a code, for whoever looks at the class and not at the screen. */
export class Beep {
	#context: AudioContext | null = null;

	/** Call while the person presses something: browsers stay silent otherwise. */
	prepare(): void {
		// Absent in some browsers, whatever the types say.
		const Context = (globalThis as { readonly AudioContext?: typeof AudioContext }).AudioContext;
		this.#context ??= Context === undefined ? null : new Context();
		this.#context?.resume().catch(() => undefined);
	}

	play(tone: keyof typeof TONES): void {
		if (typeof navigator.vibrate === 'function') navigator.vibrate(tone === 'trouble' ? [60, 60, 60] : 60);
		const context = this.#context;
		if (context === null || isSilent()) return;
		const [source, volume] = [context.createOscillator(), context.createGain()];
		source.frequency.value = TONES[tone];
		volume.gain.value = LOUDNESS;
		source.connect(volume).connect(context.destination);
		source.start();
		source.stop(context.currentTime + LENGTH_S);
	}

	end(): void {
		this.#context?.close().catch(() => undefined);
		this.#context = null;
	}
}

/** @returns whether the tones are switched off on this device */
export function isSilent(): boolean {
	return localStore()?.getItem(KEY) === '1';
}

export function setSilent(silent: boolean): void {
	localStore()?.setItem(KEY, silent ? '1' : '0');
}
