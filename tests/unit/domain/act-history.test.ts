import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actHistory } from '$lib/domain/act-history';
import type { LearningEvent } from '$lib/domain/event';

let seq = 0;
const base = (id: string, card: string, at: number) => ({ id, card, at, day: 1, device: 'here', seq: (seq += 1) });
const review = (id: string, card = 's.1.1', at = seq): LearningEvent => ({
	...base(id, card, at),
	kind: 'review',
	rating: 3,
	tookMs: 1
});
const suspend = (id: string, card: string, at: number): LearningEvent => ({
	...base(id, card, at),
	kind: 'suspend',
	suspended: true
});
const taken = (id: string, voids: string): LearningEvent => ({ ...base(id, 's.1.1', seq), kind: 'void', voids });
const quiz = (id: string): LearningEvent => ({
	...base(id, 's.1.1', seq),
	kind: 'quiz-answer',
	attempt: 'q',
	correct: true,
	guess: 0,
	answered: true,
	tookMs: 1
});

const idsOf = (events: readonly LearningEvent[]) => {
	const { done, undone } = actHistory(events, 'here');
	return [done.flatMap(({ eventIds }) => eventIds), undone.flatMap(({ eventIds }) => eventIds)];
};

describe('actHistory', () => {
	it('lists what was done in order, the latest last', () => {
		expect(idsOf([review('a'), review('b')].toReversed())).toEqual([['a', 'b'], []]);
	});

	it('offers what was taken back to be done again, what was taken back last coming first', () => {
		const events = [review('a'), review('b'), taken('v', 'b'), taken('w', 'a')];
		expect(idsOf(events)).toEqual([[], ['b', 'a']]);
		expect(actHistory(events, 'here').undone.at(-1)).toEqual({ card: 's.1.1', eventIds: ['a'], voidIds: ['w'] });
	});

	it('takes what was done again for done, and can have it taken back once more', () => {
		const again = [review('a'), taken('v', 'a'), taken('w', 'v')];
		expect(idsOf(again)).toEqual([['a'], []]);
		const { undone } = actHistory([...again, taken('x', 'a')], 'here');
		expect(undone).toEqual([{ card: 's.1.1', eventIds: ['a'], voidIds: ['x'] }]);
	});

	it('offers nothing to be done again after a new act, or after a quiz', () => {
		expect(idsOf([review('a'), taken('v', 'a'), review('b')])).toEqual([['b'], []]);
		expect(idsOf([review('a'), taken('v', 'a'), quiz('b')])).toEqual([[], []]);
	});

	it('takes an answer and the suspension that came of it for one act', () => {
		const both = [review('a', 's.1.1', 5), suspend('b', 's.1.1', 5)];
		expect(actHistory(both, 'here').done).toEqual([{ card: 's.1.1', eventIds: ['a', 'b'] }]);
		expect(idsOf([...both, taken('v', 'b')])).toEqual([['a', 'b'], []]);
		const { undone } = actHistory([...both, taken('v', 'b'), taken('w', 'a')], 'here');
		expect(undone).toEqual([{ card: 's.1.1', eventIds: ['a', 'b'], voidIds: ['v', 'w'] }]);
	});

	it('leaves acts of other devices alone, and those that another device took back', () => {
		const theirs = { ...review('a'), device: 'there' };
		const takenThere = { ...taken('v', 'b'), device: 'there' };
		expect(idsOf([theirs, review('b'), takenThere])).toEqual([[], []]);
	});

	it('holds the same as two stacks would, whatever is done, undone and done again', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 40 }), (moves) => {
				const events: LearningEvent[] = [];
				const stacks: { done: string[]; undone: { id: string; by: string }[] } = { done: [], undone: [] };
				for (const [index, move] of moves.entries()) {
					const id = `e${String(index)}`;
					if (move === 'do') {
						events.push(review(id));
						stacks.done.push(id);
						stacks.undone = [];
						continue;
					}
					const last = move === 'undo' ? stacks.done.pop() : stacks.undone.pop();
					if (last === undefined) continue;
					if (typeof last === 'string') {
						events.push(taken(id, last));
						stacks.undone.push({ id: last, by: id });
					} else {
						events.push(taken(id, last.by));
						stacks.done.push(last.id);
					}
				}
				expect(idsOf(events)).toEqual([stacks.done, stacks.undone.map(({ id }) => id)]);
			}),
			{ seed: 42, numRuns: 300 }
		);
	});
});
