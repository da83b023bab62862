import { toCardId, type CardId } from '../card';
import { deletionNumbers } from '../cloze';
import { isWithinTolerance } from '../distance';
import type { Item } from '../item';
import type { Attempt, Response } from '../quiz';
import { scoreAnswer } from '../score';
import type { StudySet } from '../set';
import type { EpochMs } from '../units';
import { AnswerIndex } from './answer-index';

/** Two cards of which a learner gave the answer of one for that of the other, and how often. */
export type LookAlikes = { readonly cards: readonly [CardId, CardId]; readonly times: number };

type Items = Pick<StudySet, 'id' | 'items'>;
type Found = LookAlikes & { readonly lastAt: EpochMs };

/**
 * Pairs that were taken for each other in quizzes: the wrong option chosen, the wrong words typed or the wrong place pointed at
 * is the answer of another card of the set, or two things that belong to different cards were put together in a matching.
 * What is answered in one's head leaves no trace.
 * @param attempts finished ones; those of sets that are not among `sets` are left out
 * @param limit at most so many pairs, most often first, then latest
 */
export function lookAlikes(attempts: readonly Attempt[], sets: readonly Items[], limit: number): LookAlikes[] {
	const found = new Map<string, Found>();
	for (const set of sets) {
		const index = new AnswerIndex(set);
		for (const attempt of attempts) {
			if (attempt.spec.setId !== set.id) continue;
			for (const pair of pairsIn(attempt, set, index)) count(found, pair, attempt.finishedAt ?? attempt.startedAt);
		}
	}
	return [...found.values()]
		.sort((a, b) => b.times - a.times || b.lastAt - a.lastAt || (a.cards.join() < b.cards.join() ? -1 : 1))
		.slice(0, limit)
		.map(({ cards, times }) => ({ cards, times }));
}

/** In the order of their names, so that it does not matter which of them was asked for. */
function count(found: Map<string, Found>, [one, other]: readonly [CardId, CardId], at: EpochMs): void {
	const cards = one < other ? ([one, other] as const) : ([other, one] as const);
	const before = found.get(cards.join());
	const lastAt = Math.max(at, before?.lastAt ?? at);
	found.set(cards.join(), { cards, times: (before?.times ?? 0) + 1, lastAt });
}

/** Each pair once for each question that shows it. */
function pairsIn(attempt: Attempt, set: Items, index: AnswerIndex): (readonly [CardId, CardId])[] {
	return attempt.paper.flatMap(({ item: number }, place) => {
		const answer = attempt.answers[place] ?? null;
		const item = index.item(number);
		if (answer === null || answer.response === null || item === undefined) return [];
		const parts = scoreAnswer(item, answer).mark?.parts ?? [];
		const isWrong = (part: number): boolean => parts[part]?.answered === true && !parts[part].correct;
		const pairs = pairsOf(item, answer.response, isWrong, set, index).filter(([one, other]) => one !== other);
		return [...new Map(pairs.map((pair) => [[...pair].sort().join(), pair])).values()];
	});
}

/** @param isWrong of a part, as `markResponse` counts them */
function pairsOf(
	item: Item,
	response: Response,
	isWrong: (part: number) => boolean,
	{ id: setId, items }: Items,
	index: AnswerIndex
): (readonly [CardId, CardId])[] {
	const card = (part: number): CardId => toCardId({ setId, item: item.number, part });
	const instead = (part: number, text: string) => index.cardsWith(text).map((other) => [card(part), other] as const);
	switch (response.type) {
		case 'text': {
			const numbers = item.type === 'cloze' ? deletionNumbers(item.stem) : [1];
			return numbers.flatMap((part, i) => (isWrong(i) ? instead(part, response.values[i] ?? '') : []));
		}
		case 'choice': {
			const options = item.type === 'single-choice' || item.type === 'multiple-choice' ? item.options : [];
			const wrong = response.chosen.flatMap((i) => (options[i]?.correct === false ? [options[i].text] : []));
			return wrong.flatMap((text) => instead(1, text));
		}
		case 'point': {
			if (!isWrong(0)) return [];
			const hit = items.filter((other) => other.type === 'map' && isWithinTolerance(response, other.target));
			return hit.map((other) => [card(1), toCardId({ setId, item: other.number, part: 1 })] as const);
		}
		case 'match':
			return item.type === 'matching' ? pairsOfMatching(item, response.right, isWrong, index) : [];
		case 'boolean':
		case 'order':
		case 'label':
		case 'self':
			return [];
	}
}

/** Left sides whose right sides were exchanged were taken for each other, and so were the right sides. */
function pairsOfMatching(
	{ pairs }: Extract<Item, { type: 'matching' }>,
	right: readonly (number | null)[],
	isWrong: (part: number) => boolean,
	index: AnswerIndex
): (readonly [CardId, CardId])[] {
	return pairs.flatMap((pair, i) => {
		const given = isWrong(i) ? pairs[right[i] ?? -1] : undefined;
		if (given === undefined) return [];
		return [...index.across(pair.left, given.left), ...index.across(pair.right, given.right)];
	});
}
