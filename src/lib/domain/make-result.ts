import { ACCOMMODATION_KEYS, NO_ACCOMMODATIONS } from './accommodations';
import { checkOfAssigned } from './assigned-paper';
import type { Assignment } from './assignment';
import type { AssignmentResult, GapSum } from './assignment-result';
import { cleanName } from './clean-text';
import type { Item } from './item';
import type { Attempt, AttemptGap, QuizSpec } from './quiz';

export type HandIn = {
	readonly assignment: Assignment;
	readonly attempt: Attempt;
	/** The questions as they came. */
	readonly items: readonly Item[];
	readonly name: string;
	/** Whether the learner lets the result say what they needed. */
	readonly tellsNeeds: boolean;
};

const NO_GAPS: GapSum = { count: 0, ms: 0 };

/**
 * Makes of a finished sitting what is handed in.
 * @throws when the attempt is still running or belongs to no assignment: that is a bug
 */
export function makeResult({ assignment, attempt, items, name, tellsNeeds }: HandIn): AssignmentResult {
	const { spec, assignment: assigned, finishedAt } = attempt;
	if (finishedAt === null || assigned === undefined) throw new Error('Only a finished sitting can be handed in');
	const { factor, accommodations = NO_ACCOMMODATIONS } = spec;
	const { paused, ...gaps } = sumGaps(attempt.gaps);
	return {
		assignment: assignment.id,
		seed: spec.seed,
		paperCheck: checkOfAssigned(assignment, items, spec.seed),
		sitting: assigned.number,
		name: cleanName(name),
		startedAt: attempt.startedAt,
		// The clock at the start and at the end are two clocks when it was set back between them.
		tookMs: Math.max(0, finishedAt - attempt.startedAt + gaps.clockBack.ms),
		timedOut: attempt.timedOut,
		lateMs: attempt.lateMs ?? 0,
		...gaps,
		// Only those who need it may stop the clock.
		paused: tellsNeeds ? paused : NO_GAPS,
		accommodations: tellsNeeds && hasNeeds(spec) ? { ...accommodations, factor } : null,
		answers: attempt.answers
	};
}

/** @returns whether the learner had more time or other help than everybody has */
export function hasNeeds({ factor, accommodations = NO_ACCOMMODATIONS }: QuizSpec): boolean {
	return factor !== 1 || ACCOMMODATION_KEYS.some((key) => accommodations[key]);
}

/** Adds up what was odd about the time of a sitting, by kind. */
export function sumGaps(gaps: readonly AttemptGap[]): Pick<AssignmentResult, 'away' | 'clockBack' | 'paused'> {
	const sum = (kind: AttemptGap['kind']): GapSum => {
		const some = gaps.filter((gap) => gap.kind === kind);
		return { count: some.length, ms: some.reduce((total, { ms }) => total + ms, 0) };
	};
	return { away: sum('away'), clockBack: sum('clock-back'), paused: sum('pause') };
}
