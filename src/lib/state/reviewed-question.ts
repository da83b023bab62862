import { toCardAddress } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import { sectionsOfPaper, type PaperSection } from '$lib/domain/paper-sections';
import type { Attempt, Confidence, MissReason, PaperEntry, Response } from '$lib/domain/quiz';
import { quizAnswersOf } from '$lib/domain/quiz-answers';
import type { AttemptScore, Outcome, QuestionScore } from '$lib/domain/score';
import type { StudySet } from '$lib/domain/set';
import type { TeacherMarked, TeacherWord } from '$lib/domain/teacher-marks';
import { now, studyDayOf } from './clock';
import { itemsByNumber, type SourceName } from './library.svelte';
import type { AttemptInFull } from './set-of-attempt';

/**
 * Missed, or right by a guess. `remarked`: missed by this device's marks, which memory was told, while the teacher counts it
 * as right or for nobody.
 */
export type DueReason = 'missed' | 'guessed' | 'remarked';

/** One question of a finished quiz. */
export type ReviewedQuestion = {
	readonly entry: PaperEntry;
	/** Null when the set no longer has it. */
	readonly item: Item | null;
	/** Null where it cannot be known, or the quiz is one part without a title. */
	readonly section: PaperSection | null;
	readonly response: Response | null;
	/** By the teacher's mark, where there is one: `missing` also for what the teacher left out. */
	readonly outcome: Outcome;
	/** How the teacher's mark stands to this device's; null without one. */
	readonly teacher: TeacherWord | null;
	/** What it counts for, 0 to 1. */
	readonly credit: number;
	/** Whether the learner may overrule the marking, or has. */
	readonly ruling: QuestionScore['ruling'];
	readonly confidence: Confidence | null;
	/** Wrong tries before the answer. */
	readonly misses: number;
	readonly reason: MissReason | null;
	/** What the learner said is wrong with the question itself. */
	readonly report: string | null;
	/** Why this quiz made a card of it due today; null when it did not. */
	readonly due: DueReason | null;
	readonly sources: readonly SourceName[];
};

/** Several items of one topic, mixed up. */
export type MixedUpItems = { readonly topic: string; readonly items: readonly Item[] };

/** @returns the items that the learner says they mixed up, by topic; topics with one of them left out */
export function mixedUpIn(questions: readonly ReviewedQuestion[]): MixedUpItems[] {
	const items = questions.flatMap(({ item, reason }) => (item !== null && reason === 'mixed-up' ? [item] : []));
	const topics = [...new Set(items.flatMap(({ topic }) => topic ?? []))];
	return topics
		.map((topic) => ({ topic, items: items.filter((item) => item.topic === topic) }))
		.filter((group) => group.items.length > 1);
}

/**
 * Says of each question of a finished quiz what there is to say.
 * @param marked by this device (`own`) and with the teacher's marks
 * @param register of the set's sources
 * @param mayTeach whether the sitting teaches cards by now
 */
export function toReviewed(
	{ attempt, set }: AttemptInFull,
	{ own, score, words }: TeacherMarked & { readonly own: AttemptScore },
	register: ReadonlyMap<string, SourceName>,
	mayTeach: boolean
): ReviewedQuestion[] {
	const items = itemsByNumber(set);
	const due = mayTeach ? itemsMadeDue(attempt, set) : new Set<number>();
	const sections = sectionsOfPaper(attempt.spec, attempt.paper, set.items);
	const isToday = studyDayOf(attempt.finishedAt ?? attempt.lastAt) === studyDayOf(now());
	return attempt.paper.map((entry, index) => {
		const item = items.get(entry.item) ?? null;
		const answer = attempt.answers[index] ?? null;
		const scored = score.questions[index];
		return {
			entry,
			item,
			section: sections[index] ?? null,
			response: answer?.response ?? null,
			outcome: scored?.outcome ?? 'missing',
			teacher: words[index] ?? null,
			credit: scored?.credit ?? 0,
			ruling: scored?.ruling ?? 'marked',
			confidence: answer?.confidence ?? null,
			misses: answer?.misses ?? 0,
			reason: answer?.missReason ?? null,
			report: answer?.report ?? null,
			due: isToday && due.has(entry.item) ? whyDue(own.questions[index]?.outcome, scored?.outcome) : null,
			sources: (item?.provenance?.sources ?? []).flatMap((key) => register.get(key) ?? [])
		};
	});
}

function whyDue(own: Outcome | undefined, told: Outcome | undefined): DueReason {
	if (told !== 'right' && told !== 'missing') return 'missed';
	return own === 'right' ? 'guessed' : 'remarked';
}

/** What was not known makes a card due; a question left open says nothing about memory. */
function itemsMadeDue(attempt: Attempt, set: StudySet): ReadonlySet<number> {
	const missed = quizAnswersOf(attempt, set.items).filter(({ answered, correct }) => answered && !correct);
	return new Set(missed.map(({ card }) => toCardAddress(card).item));
}
