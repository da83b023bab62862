import { expect, it } from 'vitest';
import type { CardColumns } from '$lib/domain/card-columns';
import { memoryOfColumns } from '$lib/domain/plan/memory-of-columns';

it('keeps the cards that have a memory and are not set aside', () => {
	const cards: CardColumns = {
		cards: ['a.1.1', 'a.2.1', 'a.3.1', 'a.4.1'],
		stability: Float64Array.of(1, 2, 3, 4),
		difficulty: Float64Array.of(5, 6, 7, 8),
		dueDay: Int32Array.of(11, 12, 13, 14),
		lastDay: Int32Array.of(1, 2, 3, 4),
		reviews: Uint32Array.of(1, 0, 4, 2),
		lapses: new Uint32Array(4),
		phase: new Uint8Array(4),
		suspended: Uint8Array.of(0, 0, 1, 0)
	};
	const { stability, difficulty, lastDay, dueDay } = memoryOfColumns(cards);
	expect([[...stability], [...difficulty], [...lastDay], [...dueDay]]).toEqual([
		[1, 4],
		[5, 8],
		[1, 4],
		[11, 14]
	]);
});
