import { describe, expect, it } from 'vitest';
import { isLeech, isLeechWarningDue } from '$lib/domain/leech';
import vectors from '../../fixtures/upstream-vectors.json';
import { reviewCard } from './learning-log';

describe('isLeech', () => {
	it('is true from the eighth lapse on', () => {
		expect([0, 7, 8, 9, 20].map((lapses) => isLeech(reviewCard({ lapses })))).toEqual([false, false, true, true, true]);
	});

	it('is true from another number of lapses on where the learner chose one', () => {
		expect([3, 4].map((lapses) => isLeech(reviewCard({ lapses }), 4))).toEqual([false, true]);
	});
});

describe('isLeechWarningDue', () => {
	it('warns at eight lapses and after every four more', () => {
		const due = Array.from({ length: 20 }, (_, i) => i + 1).filter((lapses) => isLeechWarningDue(lapses));
		expect(due).toEqual([8, 12, 16, 20]);
	});

	it('agrees with the reference for other thresholds', () => {
		const fires = ([lapses = NaN, threshold]: number[]): boolean => isLeechWarningDue(lapses, threshold);
		expect(vectors.anki.leech_true.filter(fires)).toEqual(vectors.anki.leech_true);
		expect(vectors.anki.leech_false.filter(fires)).toEqual([]);
	});
});
