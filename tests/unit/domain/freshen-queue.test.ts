import { describe, expect, it } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { freshenQueue } from '$lib/domain/freshen-queue';
import { answerCard, nextCard, restoreCard, type Queue } from '$lib/domain/queue';
import { previewRatings } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';

const NOW = 20_000 * 86_400_000;

const stateOf = (card: string, stability: number): CardState => ({
	...previewRatings(null, { card, at: NOW - 86_400_000 * 9, day: 19_991 }, DEFAULT_PARAMETERS)[4].state,
	stability
});

const queue: Queue = {
	day: 20_000,
	learning: [{ card: 's.1.1', kind: 'learning', state: stateOf('s.1.1', 1), dueAt: NOW - 1 }],
	main: [
		{ card: 's.2.1', kind: 'review', state: stateOf('s.2.1', 2) },
		{ card: 's.3.1', kind: 'new', state: null }
	],
	done: 1,
	last: null,
	restored: null
};

describe('freshenQueue', () => {
	it('gives each card the state it has by now, and leaves all of them where they are', () => {
		const fresh = new Map(['s.1.1', 's.2.1', 's.3.1'].map((card) => [card, stateOf(card, 50)]));
		const freshened = freshenQueue(queue, fresh);
		expect(freshened.learning[0]).toEqual({ ...queue.learning[0], state: fresh.get('s.1.1') });
		expect(freshened.main.map(({ card, kind, state }) => [card, kind, state?.stability])).toEqual([
			['s.2.1', 'review', 50],
			['s.3.1', 'new', 50]
		]);
		expect(freshened.done).toBe(1);
	});

	it('leaves a card alone of which nothing is known', () => {
		expect(freshenQueue(queue, new Map())).toEqual(queue);
	});

	it('freshens the card that an undo brought back', () => {
		const restored = restoreCard(answerCard(queue, stateOf('s.1.1', 3)), {
			card: 's.1.1',
			kind: 'learning',
			state: null
		});
		const fresh = stateOf('s.1.1', 50);
		expect(nextCard(freshenQueue(restored, new Map([['s.1.1', fresh]])), NOW)).toMatchObject({ state: fresh });
	});
});
