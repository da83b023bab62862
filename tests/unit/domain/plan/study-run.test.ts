import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudiedDay, StudyStart } from '$lib/domain/plan/study-run';
import { StudyRun } from '$lib/domain/plan/study-run';
import { createRng } from '$lib/domain/rng';
import { AVERAGE, drawColumns, NO_LIMIT, TODAY, toColumns } from './plan-learner';

const NONE = toColumns([]);

function study(start: Partial<StudyStart>, seed = 1): { days: StudiedDay[]; run: StudyRun } {
	const whole = { cards: NONE, fresh: 0, today: TODAY, days: 30, pace: NO_LIMIT, ...start };
	const run = new StudyRun(whole, AVERAGE, createRng(seed));
	return { days: Array.from({ length: whole.days }, () => run.next()), run };
}

function total(days: readonly StudiedDay[], of: (day: StudiedDay) => number): number {
	return days.reduce((sum, day) => sum + of(day), 0);
}

describe('StudyRun', () => {
	it('reviews a card that cannot be forgotten once in its time, and takes what a passed review takes', () => {
		const cards = toColumns([{ stability: 36500, difficulty: 1, lastDay: TODAY - 1, dueDay: TODAY + 3 }]);
		const { days, run } = study({ cards });
		expect(days.map(({ reviews }) => reviews)).toEqual(days.map(({ day }) => (day === TODAY + 3 ? 1 : 0)));
		expect(days[3]!.minutes).toBeCloseTo(AVERAGE.cost.passed / 60, 12);
		expect(run.cards.remembered(TODAY + 30)).toBeGreaterThan(0.999);
	});

	it('forgets as often as the forgetting curve says', () => {
		const card = { stability: 10, difficulty: 5, lastDay: TODAY - 10, dueDay: TODAY };
		const { days } = study({ cards: toColumns(Array.from({ length: 4000 }, () => card)), days: 1 });
		const seconds = 4000 * (0.9 * AVERAGE.cost.passed + 0.1 * AVERAGE.cost.failed);
		expect(days[0]!.reviews).toBe(4000);
		expect(Math.abs(days[0]!.minutes * 60 - seconds) / seconds).toBeLessThan(0.02);
	});

	it('leaves the columns it was given as they were', () => {
		const cards = drawColumns(50, 10);
		const before = structuredClone(cards);
		study({ cards });
		expect(cards).toEqual(before);
	});

	it('gives the same days for the same seed and others for another', () => {
		const start = { cards: drawColumns(100, 10), fresh: 50, pace: { ...NO_LIMIT, fresh: 5 } };
		expect(study(start, 3).days).toEqual(study(start, 3).days);
		expect(study(start, 3).days).not.toEqual(study(start, 4).days);
	});

	it('keeps to the limits of the day', () => {
		const { days } = study({ cards: drawColumns(300, 60), fresh: 90, pace: { fresh: 4, reviews: 20, minutes: 6 } });
		const longest = AVERAGE.cost.failed / 60;
		for (const day of days) {
			expect(day.reviews).toBeLessThanOrEqual(20);
			expect(day.fresh).toBeLessThanOrEqual(4);
			expect(day.minutes).toBeLessThan(6 + longest);
		}
	});

	it('begins new cards only in the time that reviews leave', () => {
		const { days } = study({ cards: drawColumns(300, 60), fresh: 20, pace: { ...NO_LIMIT, minutes: 5 } });
		expect(days[0]!.waiting).toBeGreaterThan(0);
		for (const { waiting, fresh } of days) expect(fresh === 0 || waiting === 0).toBe(true);
	});

	it('reviews those due longest first', () => {
		const late = { stability: 36500, difficulty: 1, lastDay: TODAY - 50, dueDay: TODAY - 1 };
		const later = { ...late, dueDay: TODAY - 9 };
		const { run } = study({ cards: toColumns([late, later]), days: 1, pace: { ...NO_LIMIT, reviews: 1 } });
		expect([run.cards.lastDay(0), run.cards.lastDay(1)]).toEqual([TODAY - 50, TODAY]);
	});

	it('loses no card and studies none before it is begun', () => {
		const property = fc.property(
			fc.integer({ min: 0, max: 60 }),
			fc.integer({ min: 0, max: 60 }),
			fc.integer({ min: 0, max: 9 }),
			fc.integer({ min: 0, max: 30 }),
			fc.nat(),
			(known, fresh, perDay, reviews, seed) => {
				const pace = { fresh: perDay, reviews, minutes: Infinity };
				const { days, run } = study({ cards: drawColumns(known, 20), fresh, pace }, seed);
				expect(run.cards.size).toBe(known + total(days, (day) => day.fresh));
				expect(total(days, (day) => day.fresh)).toBe(Math.min(fresh, perDay * days.length));
				let begun = known;
				for (const day of days) {
					expect(day.reviews + day.waiting).toBeLessThanOrEqual(begun);
					begun += day.fresh;
				}
				// Every card is either in the future or waits.
				const end = TODAY + days.length;
				const due = Array.from({ length: run.cards.size }, (_, card) => run.cards.dueDay(card) < end);
				expect(due.filter(Boolean)).toHaveLength(days.at(-1)!.waiting);
			}
		);
		fc.assert(property, { seed: 42, numRuns: 60 });
	});
});
