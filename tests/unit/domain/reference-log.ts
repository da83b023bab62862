import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rating } from '../../../src/lib/domain/event';
import type { TrainingReview } from '../../../src/lib/domain/optimiser/training-reviews';
import { toStudyDay } from '../../../src/lib/domain/study-day';

/** Where a real learner's log lies: 12,580 reviews of 1,205 cards, from py-fsrs's tests (MIT). Too big to keep here. */
export const REFERENCE_FOLDER = join(
	process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
	'fsrs'
);

/** The log's learner lived six hours behind UTC. */
const OFFSET_MINUTES = -360;

export type ReferenceReview = TrainingReview & { readonly card: string };

/** @returns the file's text, or null when it is not there */
export function readReferenceLog(): string | null {
	const names = existsSync(REFERENCE_FOLDER) ? readdirSync(REFERENCE_FOLDER) : [];
	const name = names.find((file) => /^review_logs_.*\.csv$/.test(file));
	return name === undefined ? null : readFileSync(join(REFERENCE_FOLDER, name), 'utf8');
}

/** @returns the reviews in order of time */
export function parseReferenceLog(csv: string): ReferenceReview[] {
	const lines = csv.trim().split('\n').slice(1);
	return lines
		.map((line) => line.split(','))
		.map(([card = '', rating, time = '']) => ({ card, rating: toRating(rating), at: Date.parse(time) }))
		.map((review) => ({ ...review, day: toStudyDay(review.at, OFFSET_MINUTES) }))
		.sort((a, b) => a.at - b.at);
}

/** @returns each card's reviews, in order of time */
export function toHistories(reviews: readonly ReferenceReview[]): ReferenceReview[][] {
	const histories = new Map<string, ReferenceReview[]>();
	for (const review of reviews) {
		const history = histories.get(review.card);
		if (history === undefined) histories.set(review.card, [review]);
		else history.push(review);
	}
	return [...histories.values()];
}

function toRating(text: string | undefined): Rating {
	const rating = ([1, 2, 3, 4] as const).find((known) => String(known) === text);
	if (rating === undefined) throw new Error(`Not a rating: ${String(text)}`);
	return rating;
}
