import { describe, expect, it } from 'vitest';
import { nextMemory } from '$lib/domain/fsrs-scheduler';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { recallCurve, toCardHistory } from '$lib/domain/statistics/card-history';
import { DAY_MS } from '$lib/domain/units';
import { CARD, noonOf, quizAnswer, review } from '../learning-log';

describe('toCardHistory', () => {
	it('lists answers with what was expected of them and what they made of memory', () => {
		const entries = toCardHistory([review(2, 1, 108), review(1, 4, 100), quizAnswer(3, 112)], DEFAULT_PARAMETERS);
		const first = nextMemory(null, 0, 4, DEFAULT_PARAMETERS);
		expect(entries.map(({ answer }) => answer)).toEqual([
			{ kind: 'review', rating: 4 },
			{ kind: 'review', rating: 1 },
			{ kind: 'quiz', correct: true }
		]);
		expect(entries[0]).toMatchObject({ elapsed: null, expected: null, stability: first.stability });
		expect(entries[0]?.scheduled).toBeGreaterThan(5);
		expect(entries[1]).toMatchObject({
			elapsed: 8,
			stability: nextMemory(first, 8, 1, DEFAULT_PARAMETERS).stability,
			scheduled: 0
		});
		expect(entries[1]?.expected).toBeGreaterThan(0.89);
		expect(entries[2]?.elapsed).toBe(4);
	});

	it('leaves out what was taken back, and questions that time ran out on', () => {
		const undo = { ...review(3, 3, 101), kind: 'void', voids: 'event-2', card: CARD } as const;
		const events = [
			review(1, 3, 100),
			review(2, 1, 101),
			undo,
			quizAnswer(4, 102, { answered: false, correct: false })
		];
		expect(toCardHistory(events, DEFAULT_PARAMETERS).map(({ id }) => id)).toEqual(['event-1']);
	});

	it('holds nothing from before the card was reset as if never studied', () => {
		const { id, device, seq, at, day, card } = review(2, 3, 105);
		const reset = { id, device, seq, at, day, card, kind: 'reset', history: 'uncounted' } as const;
		const events = [review(1, 3, 100), reset, review(3, 3, 110)];
		expect(toCardHistory(events, DEFAULT_PARAMETERS).map((entry) => entry.id)).toEqual(['event-3']);
	});

	it('starts afresh after the card was forgotten', () => {
		const { id, device, seq, at, day, card } = review(2, 3, 105);
		const events = [review(1, 3, 100), { id, device, seq, at, day, card, kind: 'reset' } as const, review(3, 3, 110)];
		const [, second] = toCardHistory(events, DEFAULT_PARAMETERS);
		expect(second).toMatchObject({ elapsed: null, expected: null });
	});
});

describe('recallCurve', () => {
	const entries = toCardHistory([review(1, 4, 100), review(2, 3, 110)], DEFAULT_PARAMETERS);

	it('falls from 1 after each answer, to 0.9 when the stability has passed', () => {
		const last = entries[1];
		const until = (last?.at ?? 0) + (last?.stability ?? 0) * DAY_MS;
		const parts = recallCurve(entries, until, DEFAULT_PARAMETERS);
		expect(parts.map(({ id }) => id)).toEqual(['event-1', 'event-2']);
		for (const { points } of parts) {
			expect(points[0]?.recall).toBe(1);
			expect(points.every((point, index) => index === 0 || point.recall < (points[index - 1]?.recall ?? 0))).toBe(true);
		}
		expect(parts[1]?.points.at(-1)?.recall).toBeCloseTo(0.9, 4);
	});

	it('ends where it is told to, and has nothing to draw without a memory', () => {
		const [part, none] = recallCurve(entries, noonOf(105), DEFAULT_PARAMETERS);
		expect(part?.points.at(-1)?.at).toBe(noonOf(105));
		expect(none).toBeUndefined();
		const unlearnt = toCardHistory([quizAnswer(1, 100)], DEFAULT_PARAMETERS);
		expect(unlearnt[0]?.stability).toBeNull();
		expect(recallCurve(unlearnt, noonOf(105), DEFAULT_PARAMETERS)).toEqual([]);
	});
});
