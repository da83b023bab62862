import { deletionNumbers, deletionWords } from '$lib/domain/cloze';
import { compassPoint, distanceKm } from '$lib/domain/distance';
import { CLASSIFY_LABELS, type ClassifyLabel, type Item, type ItemOf } from '$lib/domain/item';
import type { PartMark } from '$lib/domain/marking';
import { markResponse } from '$lib/domain/marking';
import type { Response } from '$lib/domain/quiz';
import { asNumber, dateInWords } from '$lib/i18n/format';
import { plainText } from '$lib/domain/text';
import * as m from '$lib/i18n/paraglide/messages';
import type { MapPlace } from '$lib/state/map-places';

/** One line of a reviewed question. `tag` says in words what `mark` shows. */
export type ReviewRow = {
	readonly key: string;
	/** `plain` is an option that was neither chosen nor right. */
	readonly mark: 'plain' | 'right' | 'wrong';
	readonly tag: string | null;
	/** What the answer belongs to: a left side, a gap. */
	readonly lead: string | null;
	readonly text: string;
	/** Set on the labels of a claim-or-fact question, which have a mark instead of a text. */
	readonly kind: ClassifyLabel | null;
	/** A quiet line under the text: why the option is wrong, or the date of an event. */
	readonly note: string | null;
	/** It goes with the line before it. */
	readonly follows: boolean;
};

const PLAIN = { mark: 'plain', tag: null, lead: null, text: '', kind: null, note: null, follows: false } as const;

/**
 * @param order the order in which the options were shown; it stays
 * @param places the places that a map question can name
 * @param isOverruled whether the learner has counted what was typed as right
 * @returns what a review shows of an item
 */
export function reviewRows(
	item: Item,
	order: readonly number[],
	response: Response | null,
	places: readonly MapPlace[],
	isOverruled = false
): ReviewRow[] {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return optionRows(item, order, response?.type === 'choice' ? response.chosen : []);
		case 'true-false':
			return [true, false].map((value) => ({
				...PLAIN,
				...verdictOn(value === item.answer, response?.type === 'boolean' && response.value === value),
				key: String(value),
				text: value ? m.true_answer() : m.false_answer()
			}));
		case 'classify':
			return CLASSIFY_LABELS.map((kind) => ({
				...PLAIN,
				...verdictOn(kind === item.answer, response?.type === 'label' && response.label === kind),
				key: kind,
				kind
			}));
		case 'basic':
			return [recallRow(item, response)];
		case 'short-answer':
			return typedRows(
				'answer',
				null,
				textOf(response, 0),
				item.answers[0] ?? '',
				markResponse(item, response).parts[0],
				isOverruled
			);
		case 'cloze':
			return gapRows(item, response, isOverruled);
		case 'ordering':
			return orderRows(item, response);
		case 'matching':
			return pairRows(item, response);
		case 'map':
			return placeRows(item, response, places);
	}
}

type Verdict = Pick<ReviewRow, 'mark' | 'tag'>;

function verdictOn(isRight: boolean, isChosen: boolean): Verdict {
	if (isRight) return { mark: 'right', tag: isChosen ? m.your_answer_right() : m.right_answer() };
	return isChosen ? { mark: 'wrong', tag: m.your_answer_wrong() } : { mark: 'plain', tag: null };
}

function optionRows(
	item: ItemOf<'single-choice' | 'multiple-choice'>,
	order: readonly number[],
	chosen: readonly number[]
): ReviewRow[] {
	return order.flatMap((index) => {
		const option = item.options[index];
		if (option === undefined) return [];
		const isChosen = chosen.includes(index);
		const isLeftOut = item.type === 'multiple-choice' && option.correct && !isChosen && chosen.length > 0;
		const verdict = isLeftOut
			? ({ mark: 'right', tag: m.quiz_right_left_out() } as const)
			: verdictOn(option.correct, isChosen);
		const note = isLeftOut || (isChosen && !option.correct) ? (option.rationale ?? null) : null;
		return [{ ...PLAIN, ...verdict, key: String(index), text: option.text, note }];
	});
}

function recallRow(item: ItemOf<'basic'>, response: Response | null): ReviewRow {
	const base = { ...PLAIN, key: 'answer', text: item.answer };
	if (response?.type !== 'self') return { ...base, mark: 'right', tag: m.right_answer() };
	return response.knew
		? { ...base, mark: 'right', tag: m.quiz_knew() }
		: { ...base, mark: 'wrong', tag: m.quiz_did_not() };
}

function textOf(response: Response | null, place: number): string {
	return response?.type === 'text' ? (response.values[place] ?? '').trim() : '';
}

/** What was answered, and below it the expected words, unless they are the same or the tag says them. */
function typedRows(
	key: string,
	lead: string | null,
	typed: string,
	expected: string,
	part: PartMark | undefined,
	isOverruled = false
): ReviewRow[] {
	const right = { ...PLAIN, key: `${key}-right`, mark: 'right', tag: m.right_answer(), text: expected } as const;
	if (typed === '') return [{ ...right, lead }];
	const mine = { ...PLAIN, key, lead, text: typed };
	if (part?.correct === true) return [{ ...mine, mark: 'right', tag: rightTag(part) }];
	const ruled: Verdict = isOverruled
		? { mark: 'right', tag: m.quiz_your_answer_overruled() }
		: { mark: 'wrong', tag: m.your_answer_wrong() };
	return [
		{ ...mine, ...ruled },
		{ ...right, follows: true }
	];
}

function rightTag({ closeTo }: PartMark): string {
	return closeTo === null ? m.your_answer_right() : m.quiz_your_answer_close({ answer: plainText(closeTo) });
}

function gapRows(item: ItemOf<'cloze'>, response: Response | null, isOverruled: boolean): ReviewRow[] {
	const numbers = deletionNumbers(item.stem);
	const { parts } = markResponse(item, response);
	return numbers.flatMap((number, place) => {
		const lead = numbers.length > 1 ? m.quiz_gap({ number: place + 1, count: numbers.length }) : null;
		const expected = deletionWords(item.stem, number).join(', ');
		return typedRows(String(number), lead, textOf(response, place), expected, parts[place], isOverruled);
	});
}

/** The right order, each entry with the place the learner gave it. */
function orderRows(item: ItemOf<'ordering'>, response: Response | null): ReviewRow[] {
	const placed = response?.type === 'order' ? response.order : [];
	return item.entries.map(({ text, date }, place) => {
		const mine = placed.indexOf(place);
		const verdict: Verdict =
			mine === -1
				? { mark: 'plain', tag: null }
				: mine === place
					? { mark: 'right', tag: m.quiz_order_right_place() }
					: { mark: 'wrong', tag: m.quiz_order_your_place({ place: mine + 1 }) };
		return { ...PLAIN, ...verdict, key: String(place), text, note: date === undefined ? null : dateInWords(date) };
	});
}

function pairRows(item: ItemOf<'matching'>, response: Response | null): ReviewRow[] {
	const sides = [...item.pairs.map((pair) => pair.right), ...item.extra];
	const { parts } = markResponse(item, response);
	return item.pairs.flatMap(({ left, right }, index) => {
		const chosen = response?.type === 'match' ? (response.right[index] ?? null) : null;
		return typedRows(String(index), left, chosen === null ? '' : (sides[chosen] ?? ''), right, parts[index]);
	});
}

function placeRows(item: ItemOf<'map'>, response: Response | null, places: readonly MapPlace[]): ReviewRow[] {
	const target = places.find(({ id }) => id === item.target.place)?.name ?? item.target.place;
	const [part] = markResponse(item, response).parts;
	if (response?.type !== 'point') return typedRows('place', null, '', target, part);
	const chosen = places.find(({ lat, lon }) => lat === response.lat && lon === response.lon)?.name;
	const km = asNumber(Math.round(distanceKm(response, item.target)));
	return typedRows(
		'place',
		null,
		part?.correct === true
			? target
			: (chosen ?? m.quiz_map_your_pin({ km, direction: compassPoint(item.target, response) })),
		target,
		part
	);
}
