import type { CardColumns } from '../card-columns';
import type { MemoryColumns } from './memory-columns';

/** @returns the columns of the cards that have a memory and are not suspended, as `toMemoryColumns` takes them from states */
export function memoryOfColumns(cards: CardColumns): MemoryColumns {
	const known = (_: number, index: number): boolean =>
		(cards.reviews[index] ?? 0) > 0 && (cards.suspended[index] ?? 0) === 0;
	return {
		stability: cards.stability.filter(known),
		difficulty: cards.difficulty.filter(known),
		lastDay: cards.lastDay.filter(known),
		dueDay: cards.dueDay.filter(known)
	};
}
