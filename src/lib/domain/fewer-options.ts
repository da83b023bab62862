import { hashText } from './hash';
import type { Item } from './item';
import { accommodationsOf } from './opening';
import type { Paper, PaperEntry, QuizSpec } from './quiz';
import { createRng } from './rng';

/** Below this, one option fewer would make a question another one. */
const FEWEST_TO_THIN = 4;

/**
 * Fits a drawn paper to the learner: with `fewerOptions`, each choice of four options or more loses a wrong one, which the
 * seed chooses. Nothing right is ever left out, and a wrong one always stays. Where nothing is needed it is the same paper.
 * @param items of the set the paper was drawn from
 */
export function fitPaper(paper: Paper, items: readonly Item[], spec: QuizSpec): Paper {
	if (!accommodationsOf(spec).fewerOptions) return paper;
	const byNumber = new Map(items.map((item) => [item.number, item]));
	return paper.map((entry) => thin(entry, byNumber.get(entry.item), spec.seed));
}

function thin(entry: PaperEntry, item: Item | undefined, seed: number): PaperEntry {
	if (item?.type !== 'single-choice' && item?.type !== 'multiple-choice') return entry;
	const wrong = entry.order.filter((index) => item.options[index]?.correct === false).sort((a, b) => a - b);
	if (entry.order.length < FEWEST_TO_THIN || wrong.length < 2) return entry;
	const rng = createRng(hashText(`fewer ${String(seed)} ${String(entry.item)}`));
	const dropped = wrong[Math.floor(rng() * wrong.length)];
	return { ...entry, order: entry.order.filter((index) => index !== dropped) };
}
