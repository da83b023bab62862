/** The finished quizzes of one set, for a line of shares. */
export type Trend = {
	readonly setId: string;
	readonly title: string;
	/** Share of questions right, 0 to 1, the earliest quiz first. */
	readonly shares: readonly number[];
};

type Finished = {
	readonly setId: string;
	readonly title: string;
	readonly right: number | null;
	readonly count: number;
};

/** Two points are no trend. */
const LEAST_POINTS = 3;

/**
 * @param quizzes latest first
 * @returns the trends of the sets with at least three scored quizzes, the set asked about last first
 */
export function trendsOf(quizzes: readonly Finished[]): Trend[] {
	const scored = quizzes.filter(({ right, count }) => right !== null && count > 0);
	return [...new Set(scored.map(({ setId }) => setId))].flatMap((setId) => {
		const ofSet = scored.filter((quiz) => quiz.setId === setId);
		const shares = ofSet.map(({ right, count }) => (right ?? 0) / count).toReversed();
		return shares.length < LEAST_POINTS ? [] : [{ setId, title: ofSet[0]?.title ?? '', shares }];
	});
}
