import type { Duplex } from '$lib/domain/card-sheets';
import { PAPER_SIZES, type PaperSize } from '$lib/domain/paper-size';
import type { KeyValueStore } from '$lib/storage/journal';

/** How a selection is printed: what the panel asks for. What is printed of the set is the draft's matter. */
export type PrintChoices = {
	/** The key is a job of its own: it never stands on the back of a pupil's sheet and is not copied with them. */
	readonly as: 'quiz' | 'key' | 'cards';
	/** Whether an answer grid goes with the questions. */
	readonly grid: boolean;
	readonly paper: PaperSize;
	readonly size: 'normal' | 'large';
	readonly duplex: Duplex;
};

const KEY = 'backstory.print';
const VERSION = 1;

const JOBS = ['quiz', 'key', 'cards'] as const;
const SIZES = ['normal', 'large'] as const;
const EDGES = ['long', 'short'] as const;

/** @returns what was chosen the last time, as far as it is stored and can be read */
export function readPrintChoices(store: KeyValueStore | null): Partial<PrintChoices> {
	try {
		const stored: unknown = JSON.parse(store?.getItem(KEY) ?? 'null');
		if (typeof stored !== 'object' || stored === null) return {};
		const fields = stored as Record<string, unknown>;
		if (fields['version'] !== VERSION) return {};
		const as = oneOf(JOBS, fields['as']);
		const paper = oneOf(PAPER_SIZES, fields['paper']);
		const size = oneOf(SIZES, fields['size']);
		const duplex = oneOf(EDGES, fields['duplex']);
		return {
			...(as !== undefined && { as }),
			...(typeof fields['grid'] === 'boolean' && { grid: fields['grid'] }),
			...(paper !== undefined && { paper }),
			...(size !== undefined && { size }),
			...(duplex !== undefined && { duplex })
		};
	} catch {
		// Storage is denied or holds junk: nothing was chosen.
		return {};
	}
}

/** Remembers the choices for the next time. Whoever printed a key last begins with its quiz: a key is never printed unasked. */
export function writePrintChoices(store: KeyValueStore | null, choices: PrintChoices): void {
	const as = choices.as === 'key' ? 'quiz' : choices.as;
	try {
		store?.setItem(KEY, JSON.stringify({ version: VERSION, ...choices, as }));
	} catch {
		// Denied or full: the choices then last as long as the page.
	}
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
	return known.find((each) => each === value);
}
