import { ACCOMMODATION_KEYS, NO_ACCOMMODATIONS, type Accommodations } from './accommodations';
import type { Assignment } from './assignment';
import { drawPaper } from './draw-paper';
import { hashText } from './hash';
import type { Item } from './item';
import { paperCheck } from './paper-code';
import type { Paper, QuizSpec, TimeFactor } from './quiz';
import { toSharedSet } from './share-model';

/** What is each learner's own about an assignment. */
export type LearnerTerms = {
	readonly setId: string;
	/** The seed of the learner's paper: `seedOfForm`, or one by chance where everyone gets their own. */
	readonly seed: number;
	readonly factor: TimeFactor;
	readonly accommodations: Accommodations;
};

/** What is needed of an assignment to draw its papers. */
type Drawable = Pick<Assignment, 'quiz' | 'content' | 'personal'>;

/**
 * The quiz of an assignment as one learner takes it. Terms that the teacher made for this learner are added to the learner's
 * own: more time and more help, never less.
 */
export function specOfAssignment(assignment: Drawable, terms: LearnerTerms): QuizSpec {
	const { sections, time, rules } = assignment.quiz;
	const accommodations = addAccommodations(terms.accommodations, assignment.personal?.accommodations);
	const needsSome = ACCOMMODATION_KEYS.some((key) => accommodations[key]);
	const factor = assignment.personal?.factor ?? 1;
	return {
		setId: terms.setId,
		topics: [],
		items: [],
		count: sections.reduce(
			(sum, { fixed, rows }) => sum + fixed.length + rows.reduce((drawn, row) => drawn + row.count, 0),
			0
		),
		time,
		factor: factor > terms.factor ? factor : terms.factor,
		seed: terms.seed,
		sections,
		rules,
		...(needsSome ? { accommodations } : {})
	};
}

/** @returns the seed of a form: A is the assignment's own, which is also everyone's when all get the same paper */
export function seedOfForm({ quiz }: Pick<Assignment, 'quiz'>, form: 'A' | 'B'): number {
	return form === 'A' ? quiz.seed : hashText(`${String(quiz.seed)} B`);
}

/**
 * The items that an assignment draws from, the same for its giver and for every learner. Those of a set are in the link
 * itself; where keys are withheld their parts stand in another order than in the set as written, which `restoreResponse`
 * accounts for.
 * @param items of the bank that the assignment is about
 */
export function itemsOfAssignment({ content }: Drawable, items: readonly Item[]): readonly Item[] {
	if (content.kind === 'set') return toSharedSet(content.set).items;
	if (content.items.length === 0) return items;
	const byNumber = new Map(items.map((item) => [item.number, item]));
	return content.items.flatMap((number) => byNumber.get(number) ?? []);
}

/**
 * Draws a learner's paper again, without regard to options that were left out for them: responses name an item's parts as
 * written.
 * @param items of the bank that the assignment is about; those of a set are in the assignment
 */
export function paperOf(assignment: Drawable, items: readonly Item[], seed: number): Paper {
	const terms = { setId: setIdOf(assignment), seed, factor: 1, accommodations: NO_ACCOMMODATIONS } as const;
	return drawPaper(specOfAssignment(assignment, terms), itemsOfAssignment(assignment, items));
}

/** @returns the check that a result of this seed has when the learner had the same edition of every question */
export function checkOfAssigned(assignment: Drawable, items: readonly Item[], seed: number): number {
	const asked = itemsOfAssignment(assignment, items);
	return paperCheck(seed, setIdOf(assignment), paperOf(assignment, items, seed), asked);
}

function setIdOf({ content }: Drawable): string {
	return content.kind === 'set' ? content.set.id : content.bank;
}

function addAccommodations(own: Accommodations, given: Accommodations = NO_ACCOMMODATIONS): Accommodations {
	return {
		untimed: own.untimed || given.untimed,
		pauses: own.pauses || given.pauses,
		largerText: own.largerText || given.largerText,
		readAloud: own.readAloud || given.readAloud,
		fewerOptions: own.fewerOptions || given.fewerOptions
	};
}
