import { describe, expect, it } from 'vitest';
import type { Memory } from '$lib/domain/fsrs-scheduler';
import { nextMemory, retrievability } from '$lib/domain/fsrs-scheduler';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import type { ReferenceReview } from './reference-log';
import { REFERENCE_FOLDER, parseReferenceLog, readReferenceLog } from './reference-log';

type Prediction = { readonly recall: number; readonly recalled: boolean };

/** Predicts each answer from those before it. Answers on the same study day move memory but are not predicted. */
function predict(rows: readonly ReferenceReview[]): Prediction[] {
	const cards = new Map<string, { memory: Memory; day: number }>();
	const predictions: Prediction[] = [];
	for (const { card, rating, day } of rows) {
		const known = cards.get(card);
		const elapsed = known === undefined ? 0 : day - known.day;
		if (known !== undefined && elapsed > 0) {
			const recall = retrievability(elapsed, known.memory.stability, DEFAULT_PARAMETERS);
			predictions.push({ recall, recalled: rating > 1 });
		}
		cards.set(card, { memory: nextMemory(known?.memory ?? null, elapsed, rating, DEFAULT_PARAMETERS), day });
	}
	return predictions;
}

function logLoss(predictions: readonly Prediction[]): number {
	const losses = predictions.map(({ recall, recalled }) => -Math.log(recalled ? recall : 1 - recall));
	return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

const log = readReferenceLog();

if (log === null) {
	console.info(
		`No reference review log in ${REFERENCE_FOLDER} (set REFERENCE_DATA): a short made-up log is checked in its place.`
	);

	describe('a short review log', () => {
		it('is predicted by study day, not by date or by 24 hours', () => {
			const rows = parseReferenceLog(
				[
					'card_id,review_rating,review_time,review_duration',
					'1,3,2024-03-29T23:50:00+00:00,1000',
					// Another date in UTC, the same study day.
					'1,3,2024-03-30T00:10:00+00:00,1000',
					// Less than 24 hours later, yet the next study day; then one second into the day after it.
					'1,3,2024-03-30T23:00:00+00:00,1000',
					'1,1,2024-03-31T10:00:01+00:00,1000'
				].join('\n')
			);
			const predictions = predict(rows);
			expect(predictions.map(({ recalled }) => recalled)).toEqual([true, false]);
			// Stability is 2.3065 after two answers on one day.
			expect(predictions[0]?.recall).toBeCloseTo(retrievability(1, 2.3065, DEFAULT_PARAMETERS), 8);
		});
	});
} else {
	describe('a real review log', () => {
		const rows = parseReferenceLog(log);
		const predictions = predict(rows);

		it('has the number of predictions that four o’clock days give', () => {
			expect(rows).toHaveLength(12_580);
			expect(predictions).toHaveLength(6372);
		});

		it('is predicted as well as by the reference implementation', () => {
			const recalled = predictions.filter((prediction) => prediction.recalled).length / predictions.length;
			expect(recalled).toBeCloseTo(0.78, 3);
			expect(logLoss(predictions)).toBeCloseTo(0.4652, 4);
			// Better than always saying the average.
			expect(logLoss(predictions)).toBeLessThan(logLoss(predictions.map((p) => ({ ...p, recall: recalled }))) - 0.04);
		});
	});
}
