import { seedOfForm } from './assigned-paper';
import type { Assignment } from './assignment';
import { handedInAt, type AssignmentResult } from './assignment-result';
import { MINUTE_MS, type DurationMs, type EpochMs } from './units';

/** What a teacher may want to look at in a result. None of it is proof of anything, and none of it costs marks. */
export type Oddity =
	/** Drawn from other questions than were given, or from another edition of them. */
	| { readonly kind: 'other-edition' }
	/** The paper is none of those that the assignment draws. */
	| { readonly kind: 'other-paper' }
	| { readonly kind: 'late'; readonly ms: DurationMs }
	/** Begun before the opening instant, or handed in after the closing one, and its grace, without being marked late. */
	| { readonly kind: 'too-early' | 'after-closing'; readonly ms: DurationMs }
	/** More sittings than the assignment allows. */
	| { readonly kind: 'sittings'; readonly most: number }
	/** Handed in later than it arrived here: one of the two clocks is wrong. */
	| { readonly kind: 'clock-ahead'; readonly ms: DurationMs }
	| { readonly kind: 'clock-back' | 'away'; readonly count: number; readonly ms: DurationMs }
	| { readonly kind: 'timed-out' }
	/** The learner says of so many typed answers that they were right. */
	| { readonly kind: 'overruled'; readonly count: number }
	| { readonly kind: 'same-name' }
	| { readonly kind: 'unlisted' };

/** Clocks of two devices differ, and what travels is rounded: less than this says nothing. */
const CLOCK_SLACK_MS = 2 * MINUTE_MS;

/**
 * Finds what is odd about one result by itself; `same-name` and `unlisted` need the others.
 * @param receivedAt when it came to this device
 * @param isOtherEdition see `MarkedResult`
 */
export function findOddities(
	assignment: Assignment,
	result: AssignmentResult,
	receivedAt: EpochMs,
	isOtherEdition: boolean
): Oddity[] {
	const endedAt = handedInAt(result);
	const { sittings } = assignment.quiz;
	const overruled = result.answers.filter((answer) => answer?.overruled === true).length;
	const oddities: (Oddity | null)[] = [
		isOtherEdition ? { kind: 'other-edition' } : null,
		isOwnPaper(assignment, result.seed) ? null : { kind: 'other-paper' },
		sittings > 0 && result.sitting > sittings ? { kind: 'sittings', most: sittings } : null,
		result.lateMs > 0 ? { kind: 'late', ms: result.lateMs } : null,
		...outsideTheWindow(assignment, result, endedAt),
		endedAt - receivedAt > CLOCK_SLACK_MS ? { kind: 'clock-ahead', ms: endedAt - receivedAt } : null,
		result.clockBack.count > 0 ? { kind: 'clock-back', ...result.clockBack } : null,
		result.away.count > 0 ? { kind: 'away', ...result.away } : null,
		result.timedOut ? { kind: 'timed-out' } : null,
		overruled > 0 ? { kind: 'overruled', count: overruled } : null
	];
	return oddities.filter((oddity) => oddity !== null);
}

/** @returns whether this seed gives a paper of the assignment */
function isOwnPaper(assignment: Assignment, seed: number): boolean {
	const isForm = (form: 'A' | 'B'): boolean => seed === seedOfForm(assignment, form);
	switch (assignment.quiz.forms) {
		case 'same':
			return isForm('A');
		case 'ab':
			return isForm('A') || isForm('B');
		case 'each':
			return true;
	}
}

function outsideTheWindow({ quiz }: Assignment, { startedAt, lateMs }: AssignmentResult, endedAt: EpochMs): Oddity[] {
	const { opensAt, closesAt, ending } = quiz.rules;
	const early = opensAt === null ? 0 : opensAt - startedAt;
	const over = closesAt === null || lateMs > 0 ? 0 : endedAt - closesAt;
	const graceMs = ending.kind === 'grace' ? ending.graceMs : 0;
	return [
		...(early > CLOCK_SLACK_MS ? [{ kind: 'too-early', ms: early } as const] : []),
		...(over > graceMs + CLOCK_SLACK_MS ? [{ kind: 'after-closing', ms: over } as const] : [])
	];
}
