import { deletionNumbers } from './cloze';
import { CLASSIFY_LABELS, type Item, type Option } from './item';
import type { AnsweredQuestion, Response } from './quiz';
import type { Remark } from './remark';

/** A question as it is marked: the item with what is accepted besides, and the answer that is marked against it. */
export type RemarkedQuestion = { readonly item: Item; readonly answer: AnsweredQuestion | null };

/**
 * Applies a teacher's remarks to one question of one learner. A remark can only give: whoever was right stays right. The order
 * of remarks makes no difference, nor does saying one twice.
 * @param remarks of this assignment; those on other items are skipped
 * @returns null when the item counts for nobody
 */
export function applyRemarks(
	item: Item,
	answer: AnsweredQuestion | null,
	remarks: readonly Remark[]
): RemarkedQuestion | null {
	const own = remarks.filter((remark) => remark.item === item.number);
	if (own.length === 0) return { item, answer };
	if (own.some(({ kind }) => kind === 'left-out')) return null;
	if (own.some(({ kind }) => kind === 'all-right')) return asKnown(item, answer);
	const options = new Set(own.flatMap((remark) => (remark.kind === 'option' ? [remark.option] : [])));
	const words = [...new Set(own.flatMap((remark) => (remark.kind === 'words' ? [remark.words] : [])))];
	return { item: accept(item, answer?.response ?? null, options, words), answer };
}

/** What asks nothing and was known by everybody, open answers included. */
function asKnown(item: Item, answer: AnsweredQuestion | null): RemarkedQuestion {
	const { number, id, revision, stem, topic } = item;
	const said = answer === null ? { tookMs: 0 } : { ...answer, misses: 0 };
	return {
		item: { type: 'basic', number, id, revision, stem, answer: '', ...(topic === undefined ? {} : { topic }) },
		answer: { ...said, response: { type: 'self', knew: true } }
	};
}

function accept(item: Item, response: Response | null, options: ReadonlySet<number>, words: readonly string[]): Item {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return response?.type === 'choice'
				? { ...item, options: acceptChosen(item.options, response.chosen, options) }
				: item;
		case 'true-false':
			return response?.type === 'boolean' && options.has(response.value ? 0 : 1)
				? { ...item, answer: response.value }
				: item;
		case 'classify':
			return response?.type === 'label' && options.has(CLASSIFY_LABELS.indexOf(response.label))
				? { ...item, answer: response.label }
				: item;
		case 'short-answer':
			return { ...item, answers: [...item.answers, ...words] };
		case 'basic':
			return response?.type === 'text' ? { ...item, type: 'short-answer', answers: [item.answer, ...words] } : item;
		case 'cloze':
			return { ...item, accept: acceptInGaps(item.stem, item.accept ?? {}, words) };
		case 'ordering':
		case 'matching':
		case 'map':
			return item;
	}
}

/** Only for those who chose it: with several right options, the others would now lack one. */
function acceptChosen(
	options: readonly Option[],
	chosen: readonly number[],
	accepted: ReadonlySet<number>
): readonly Option[] {
	return options.map((option, index) =>
		accepted.has(index) && chosen.includes(index) ? { ...option, correct: true } : option
	);
}

/** A remark does not say which gap it means: what it accepts is accepted in each. */
function acceptInGaps(
	stem: string,
	accepted: Readonly<Record<string, readonly string[]>>,
	words: readonly string[]
): Readonly<Record<string, readonly string[]>> {
	const gaps = deletionNumbers(stem).map((number) => String(number));
	return Object.fromEntries(gaps.map((gap) => [gap, [...(accepted[gap] ?? []), ...words]]));
}
