import type { Item } from './item';
import type { Attempt, Paper, PaperEntry } from './quiz';
import { restoreResponse } from './withhold-keys';

/**
 * Says an attempt on questions without answers in terms of the questions as written: their parts stood in another order.
 * @param items as written, keys included; a question that is not among them stays as it is
 */
export function restoreAttempt(attempt: Attempt, items: readonly Item[]): Attempt {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	const itemAt = (index: number) => byNumber.get(attempt.paper[index]?.item ?? -1);
	return {
		...attempt,
		paper: restorePaper(attempt.paper, items),
		answers: attempt.answers.map((answer, index) => {
			const item = itemAt(index);
			if (answer === null || answer.response === null || item === undefined) return answer;
			return { ...answer, response: restoreResponse(item, answer.response) };
		})
	};
}

/** The same of a paper alone. */
export function restorePaper(paper: Paper, items: readonly Item[]): Paper {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	return paper.map((entry) => restoreEntry(entry, byNumber.get(entry.item)));
}

function restoreEntry(entry: PaperEntry, item: Item | undefined): PaperEntry {
	const order = item === undefined ? entry.order : entry.order.map((index) => restoreIndex(item, index));
	return { ...entry, order };
}

function restoreIndex(item: Item, index: number): number {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice': {
			const restored = restoreResponse(item, { type: 'choice', chosen: [index] });
			return restored.type === 'choice' ? (restored.chosen[0] ?? index) : index;
		}
		case 'ordering': {
			const restored = restoreResponse(item, { type: 'order', order: [index] });
			return restored.type === 'order' ? (restored.order[0] ?? index) : index;
		}
		case 'matching': {
			const restored = restoreResponse(item, { type: 'match', right: [index] });
			return restored.type === 'match' ? (restored.right[0] ?? index) : index;
		}
		case 'basic':
		case 'cloze':
		case 'true-false':
		case 'map':
		case 'classify':
		case 'short-answer':
			return index;
	}
}
