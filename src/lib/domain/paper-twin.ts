import { checkOfAssigned, itemsOfAssignment, paperOf, seedOfForm } from './assigned-paper';
import type { Assignment } from './assignment';
import { hashText } from './hash';
import { foldName } from './learner-names';
import { parsePaperCode, toPaperCode } from './paper-code';
import type { Paper } from './quiz';
import { restorePaper } from './restore-attempt';
import { err, ok, type Result } from './result';
import type { StudySet } from './set';

/** An assignment as it was given, with the questions as written. */
export type GivenPapers = { readonly assignment: Assignment; readonly set: StudySet };

/** A paper of an assignment as it is printed: in the order in which a learner's device shows it. */
export type PaperTwin = {
	readonly seed: number;
	readonly code: string;
	/** As in a learner's result. */
	readonly check: number;
	/** Null where each learner has a paper of their own, or all have the same. */
	readonly form: 'A' | 'B' | null;
	/** In terms of the questions as written. */
	readonly paper: Paper;
};

/** Why a typed code was not used. `other-edition`: a paper of this assignment, printed from other questions or older ones. */
export type PaperCodeProblem = 'not-a-code' | 'other-paper' | 'other-edition';

/** Draws one paper of an assignment. */
export function drawTwin({ assignment, set }: GivenPapers, seed: number): PaperTwin {
	const drawn = paperOf(assignment, set.items, seed);
	const asked = itemsOfAssignment(assignment, set.items);
	return {
		seed,
		code: toPaperCode(seed, set.id, drawn, asked),
		check: checkOfAssigned(assignment, set.items, seed),
		form: assignment.quiz.forms === 'ab' ? (seed === seedOfForm(assignment, 'B') ? 'B' : 'A') : null,
		paper: assignment.keyPolicy === 'withheld' ? restorePaper(drawn, set.items) : drawn
	};
}

/** @returns the seeds of the papers that a whole class shares; none where each learner has one of their own */
export function sharedSeeds(assignment: Assignment): number[] {
	const { forms } = assignment.quiz;
	if (forms === 'each') return [];
	return (forms === 'ab' ? (['A', 'B'] as const) : (['A'] as const)).map((form) => seedOfForm(assignment, form));
}

/** @returns the seed of a learner's own paper; the same for every way of writing the name, whoever joins the class later */
export function seedOfLearner({ quiz }: Assignment, name: string): number {
	return hashText(`${String(quiz.seed)} learner ${foldName(name)}`);
}

/** @returns the seed of a paper that bears no name yet; the first copy is 1 */
export function seedOfCopy({ quiz }: Assignment, copy: number): number {
	return hashText(`${String(quiz.seed)} copy ${String(copy)}`);
}

/** Finds the paper that a code typed from it names. */
export function findTwin(given: GivenPapers, text: string): Result<PaperTwin, { readonly kind: PaperCodeProblem }> {
	const read = parsePaperCode(text);
	if (!read.ok) return read;
	const { seed, code } = read.value;
	const shared = sharedSeeds(given.assignment);
	if (shared.length > 0 && !shared.includes(seed)) return err({ kind: 'other-paper' });
	const twin = drawTwin(given, seed);
	if (twin.code === code) return ok(twin);
	return err({ kind: shared.length > 0 ? 'other-edition' : 'other-paper' });
}
