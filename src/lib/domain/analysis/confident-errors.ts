import type { AnalysedAnswer } from './sitting';

/** Answers given as sure, and those of them that earned nothing. */
export type ConfidentErrors = {
	/** Answers for which the learner said how sure they were. */
	readonly asked: number;
	readonly sure: number;
	readonly wrong: number;
	/** The wrong option most of them chose, the first of several; null where there are no options. */
	readonly option: number | null;
};

/** @returns null where nobody was asked how sure they are */
export function confidentErrors(
	answers: readonly AnalysedAnswer[],
	key: readonly number[] | null
): ConfidentErrors | null {
	const asked = answers.filter(({ answered, confidence }) => answered && confidence !== null);
	if (asked.length === 0) return null;
	const sure = asked.filter(({ confidence }) => confidence === 'sure');
	const wrong = sure.filter(({ credit }) => credit === 0);
	return { asked: asked.length, sure: sure.length, wrong: wrong.length, option: mostChosen(wrong, key ?? []) };
}

function mostChosen(answers: readonly AnalysedAnswer[], key: readonly number[]): number | null {
	const counts = new Map<number, number>();
	for (const option of answers.flatMap(({ chosen }) => chosen ?? [])) {
		if (!key.includes(option)) counts.set(option, (counts.get(option) ?? 0) + 1);
	}
	const [first] = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
	return first?.[0] ?? null;
}
