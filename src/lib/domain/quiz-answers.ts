import { cardsOfItem, type CardId } from './card';
import { guessChance } from './guess-chance';
import type { Item } from './item';
import type { Attempt } from './quiz';
import { scoreAttempt, type QuestionScore } from './score';
import type { DurationMs } from './units';

/** What a quiz says about one card: the part of a quiz-answer event that is about the answer. */
export type QuizAnswer = {
	readonly card: CardId;
	/** Right and known: by the learner's own word not a guess, and not the last of several tries. */
	readonly correct: boolean;
	/** 0 to 1, see `guessChance`; 1 for what the learner says was a guess. */
	readonly guess: number;
	/** False for a question or a blank left empty: nothing is known then, so memory stays as it is. */
	readonly answered: boolean;
	readonly tookMs: DurationMs;
};

/**
 * The answers of a sitting, card by card: one per question, and for a cloze one per deletion, which share the time of
 * their question equally. Items the set no longer has give none. What was right by a guess, or only after a wrong try, was
 * not known: its card comes back like one that was missed.
 * @param items the items of the attempt's set
 */
export function quizAnswersOf(attempt: Attempt, items: readonly Item[]): QuizAnswer[] {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	return scoreAttempt(attempt, items).questions.flatMap((question, index) => {
		const item = byNumber.get(question.item);
		if (item === undefined) return [];
		return answersOfQuestion(attempt.spec.setId, item, question, attempt.paper[index]?.order.length ?? 0);
	});
}

/** @param ordered how many parts the paper put in order; 0 where all stand as written */
function answersOfQuestion(setId: string, item: Item, question: QuestionScore, ordered: number): QuizAnswer[] {
	const { mark, tookMs, misses, confidence } = question;
	const cards = cardsOfItem(setId, item);
	const isGuess = confidence === 'guess';
	const guess = isGuess ? 1 : guessChance(item, ordered > 0 ? ordered : undefined);
	return cards.map((card, i) => {
		// The parts of a cloze's mark are its deletions ascending, as are its cards. Every other item is one card.
		const part = item.type === 'cloze' ? mark?.parts[i] : mark;
		return {
			card,
			correct: part?.correct === true && misses === 0 && !isGuess,
			guess,
			answered: part?.answered === true,
			tookMs: Math.round(tookMs / cards.length)
		};
	});
}
