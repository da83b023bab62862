import { describe, expect, it } from 'vitest';
import { distributeMemory } from '$lib/domain/statistics/memory-distribution';
import { cardColumns } from './columns';

describe('distributeMemory', () => {
	it('counts cards by stability and difficulty, and finds the median', () => {
		const memory = distributeMemory(
			cardColumns(
				{ card: 'a.1.1', stability: 0.5, difficulty: 1 },
				{ card: 'a.2.1', stability: 1, difficulty: 5.4 },
				{ card: 'a.3.1', stability: 21, difficulty: 5.6 },
				{ card: 'a.4.1', stability: 400, difficulty: 10 },
				{ card: 'a.5.1', stability: 20.9, difficulty: 10, suspended: true }
			)
		);
		expect(memory).toMatchObject({ n: 5, median: 20.9 });
		expect([...memory.stability]).toEqual([1, 1, 1, 1, 0, 1]);
		expect([...memory.difficulty]).toEqual([1, 0, 0, 0, 1, 1, 0, 0, 0, 2]);
	});

	it('leaves out cards that nobody has answered', () => {
		expect(distributeMemory(cardColumns({ card: 'a.1.1', reviews: 0 }))).toMatchObject({ n: 0, median: null });
	});
});
