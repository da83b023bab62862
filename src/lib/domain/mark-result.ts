import { NO_ACCOMMODATIONS } from './accommodations';
import { applyRemarks } from './apply-remarks';
import { checkOfAssigned, paperOf, specOfAssignment } from './assigned-paper';
import type { Assignment } from './assignment';
import type { AssignmentResult } from './assignment-result';
import type { AnalysedAnswer, AnalysedSitting } from './analysis/sitting';
import { CLASSIFY_LABELS, type Item } from './item';
import { rulesOf } from './opening';
import type { AnsweredQuestion, Attempt, Paper, Response } from './quiz';
import type { Remark } from './remark';
import { scoreAttempt, type AttemptScore } from './score';
import type { StudySet } from './set';

/** An assignment as it was given: what a result is marked against. */
export type GivenAssignment = {
	readonly assignment: Assignment;
	/** The questions with their keys. */
	readonly set: StudySet;
	readonly remarks: readonly Remark[];
};

export type MarkedResult = {
	/** The sitting, with its paper drawn again. */
	readonly attempt: Attempt;
	/** With the remarks applied; an item that was left out is `missing`. */
	readonly score: AttemptScore;
	/** What the learner saw was drawn from other questions, or from another edition of them. */
	readonly isOtherEdition: boolean;
};

/** Marks one result after another; see `createMarker`. */
export type ResultMarker = (result: AssignmentResult) => MarkedResult;

/**
 * Makes what marks results of one assignment. Marking again gives the same, whatever the responses are; it never throws. The
 * learner's own ruling on a typed answer does not count here: it is the teacher who marks.
 */
export function createMarker(given: GivenAssignment): ResultMarker {
	const items = new Map(given.set.items.map((item) => [item.number, item]));
	const papers = new Map<number, DrawnPaper>();
	return (result) => {
		const drawn = papers.get(result.seed) ?? drawAgain(given, result.seed);
		papers.set(result.seed, drawn);
		const attempt = toAttempt(given, result, drawn.paper);
		return {
			attempt,
			score: scoreWithRemarks(attempt, items, given.remarks),
			isOtherEdition: drawn.check !== result.paperCheck || result.answers.length !== drawn.paper.length
		};
	};
}

/** Marks one result; for more than one make a marker. */
export function markResult(given: GivenAssignment, result: AssignmentResult): MarkedResult {
	return createMarker(given)(result);
}

/**
 * What item analysis needs of a marked sitting. Options of a true-or-false question are true and false in this order, those of
 * a claim-or-fact question its labels.
 * @param learner what tells one learner from another
 */
export function toSitting({ attempt, score }: MarkedResult, learner: string): AnalysedSitting {
	const answers = score.questions.flatMap((question, index): AnalysedAnswer[] => {
		if (question.outcome === 'missing') return [];
		const answer = attempt.answers[index] ?? null;
		const response = answer?.response ?? null;
		return [
			{
				item: question.item,
				credit: question.credit,
				answered: question.outcome !== 'unanswered',
				chosen: response === null ? null : chosenIn(response),
				confidence: answer?.confidence ?? null,
				tookMs: answer?.tookMs ?? 0
			}
		];
	});
	const { penalty } = rulesOf(attempt.spec);
	return { learner, answers, ...(penalty > 0 ? { penalty } : {}) };
}

type DrawnPaper = { readonly paper: Paper; readonly check: number };

function drawAgain({ assignment, set }: GivenAssignment, seed: number): DrawnPaper {
	return {
		paper: paperOf(assignment, set.items, seed),
		check: checkOfAssigned(assignment, set.items, seed)
	};
}

function toAttempt({ assignment, set }: GivenAssignment, result: AssignmentResult, paper: Paper): Attempt {
	const { seed, startedAt, tookMs, timedOut, lateMs, sitting } = result;
	const accommodations = result.accommodations ?? { ...NO_ACCOMMODATIONS, factor: 1 };
	const endedAt = startedAt + tookMs;
	return {
		id: assignment.id,
		spec: specOfAssignment(assignment, { setId: set.id, seed, factor: accommodations.factor, accommodations }),
		title: assignment.title,
		paper,
		startedAt,
		deadline: null,
		current: 0,
		shownAt: startedAt,
		spentMs: 0,
		lastAt: endedAt,
		gaps: [],
		answers: paper.map((_, index) => withoutRuling(result.answers[index] ?? null)),
		finishedAt: endedAt,
		timedOut,
		assignment: { id: assignment.id, number: sitting },
		...(lateMs > 0 ? { lateMs } : {})
	};
}

function withoutRuling(answer: AnsweredQuestion | null): AnsweredQuestion | null {
	if (answer === null) return null;
	const { overruled, ...rest } = answer;
	return overruled === undefined ? answer : rest;
}

function scoreWithRemarks(
	attempt: Attempt,
	items: ReadonlyMap<number, Item>,
	remarks: readonly Remark[]
): AttemptScore {
	const marked: Item[] = [];
	const answers = attempt.paper.map(({ item: number }, index) => {
		const answer = attempt.answers[index] ?? null;
		const item = items.get(number);
		const remarked = item === undefined ? null : applyRemarks(item, answer, remarks);
		if (remarked === null) return answer;
		marked.push(remarked.item);
		return remarked.answer;
	});
	return scoreAttempt({ ...attempt, answers }, marked);
}

function chosenIn(response: Response): readonly number[] | null {
	switch (response.type) {
		case 'choice':
			return response.chosen;
		case 'boolean':
			return [response.value ? 0 : 1];
		case 'label':
			return [CLASSIFY_LABELS.indexOf(response.label)];
		case 'text':
		case 'order':
		case 'match':
		case 'point':
		case 'self':
			return null;
	}
}
