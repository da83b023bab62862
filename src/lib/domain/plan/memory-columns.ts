import type { CardState } from '../card';
import type { Result } from '../result';
import { err, ok } from '../result';

/**
 * What a learner remembers of the cards begun, one entry for each card in every column. Columns, because a plan walks
 * ten thousand cards through a year many times, and because they travel to a worker without being copied entry by entry.
 */
export type MemoryColumns = {
	/** Days until retrievability falls to 0.9, 0.001 to 36,500. */
	readonly stability: Float32Array | Float64Array;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: Float32Array | Float64Array;
	/** Study day of the last answer. */
	readonly lastDay: Int32Array;
	/** Study day from which the card is due. */
	readonly dueDay: Int32Array;
};

export type ColumnsError =
	| { readonly kind: 'not-columns' }
	| { readonly kind: 'uneven-columns' }
	| { readonly kind: 'memory-out-of-range'; readonly card: number };

// A number kept with 32 bits may lie a hair outside the range it was cut to.
const TOLERANCE = 1e-6;
const LOWEST_STABILITY = 0.001 - TOLERANCE;
const HIGHEST_STABILITY = 36500 + TOLERANCE;

/** @returns the columns of the cards that have a memory and are not suspended, in the order given */
export function toMemoryColumns(states: readonly CardState[]): MemoryColumns {
	const known = states.filter(({ reviews, suspended }) => reviews > 0 && !suspended);
	return {
		stability: Float64Array.from(known, ({ stability }) => stability),
		difficulty: Float64Array.from(known, ({ difficulty }) => difficulty),
		lastDay: Int32Array.from(known, ({ lastDay }) => lastDay),
		dueDay: Int32Array.from(known, ({ dueDay }) => dueDay)
	};
}

/** Reads columns that arrive from elsewhere, such as a message to a worker. Nothing is repaired. */
export function parseMemoryColumns(input: unknown): Result<MemoryColumns, ColumnsError> {
	if (typeof input !== 'object' || input === null) return err({ kind: 'not-columns' });
	const { stability, difficulty, lastDay, dueDay } = input as Record<string, unknown>;
	if (!isFloats(stability) || !isFloats(difficulty)) return err({ kind: 'not-columns' });
	if (!(lastDay instanceof Int32Array) || !(dueDay instanceof Int32Array)) return err({ kind: 'not-columns' });
	if ([difficulty, lastDay, dueDay].some(({ length }) => length !== stability.length)) {
		return err({ kind: 'uneven-columns' });
	}
	const card = stability.findIndex((days, i) => !isMemory(days, difficulty[i] ?? NaN));
	return card === -1 ? ok({ stability, difficulty, lastDay, dueDay }) : err({ kind: 'memory-out-of-range', card });
}

/** False for NaN: no comparison with it holds. */
function isMemory(stability: number, difficulty: number): boolean {
	const isStability = stability >= LOWEST_STABILITY && stability <= HIGHEST_STABILITY;
	return isStability && difficulty >= 1 - TOLERANCE && difficulty <= 10 + TOLERANCE;
}

function isFloats(value: unknown): value is Float32Array | Float64Array {
	return value instanceof Float32Array || value instanceof Float64Array;
}
