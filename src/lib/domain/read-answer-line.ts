import { deletionNumbers, deletionWords } from './cloze';
import { CLASSIFY_LABELS, type Item, type MapTarget } from './item';
import { letterAt, toPaperForm, type PaperForm } from './paper-form';
import type { Paper, Response } from './quiz';

/** Why what was typed for a question can't be its answer. */
export type AnswerProblem =
	/** `last` is the last letter that stands beside this question. */
	| { readonly kind: 'no-such-letter'; readonly letter: string; readonly last: string }
	| { readonly kind: 'letter-twice'; readonly letter: string }
	| { readonly kind: 'one-letter' | 'unclosed' | 'write' | 'by-hand' }
	| { readonly kind: 'letters-wanted'; readonly count: number };

/** What was typed for one question. */
export type ReadAnswer =
	| { readonly kind: 'open' }
	| { readonly kind: 'answered'; readonly response: Response }
	| { readonly kind: 'problem'; readonly problem: AnswerProblem };

export type ReadAnswerLine = {
	/** One for each question of the paper; open beyond the end of what was typed. */
	readonly answers: readonly ReadAnswer[];
	/** How many questions the line reaches. */
	readonly reached: number;
	/** What was typed after the last question. */
	readonly surplus: string;
};

/** Stands for an answer in words that a person has read and found wrong. */
export const MARKED_WRONG = '✗';

type Token = { readonly kind: 'sign' | 'bracket' | 'unclosed'; readonly text: string };

const OPEN: ReadAnswer = { kind: 'open' };
const SIGNS_OPEN: readonly string[] = ['-', '–', '—', ' ', '\t', '\u00A0'];
const CLOSING = new Map([
	['[', ']'],
	['(', ')']
]);

/**
 * Reads the answers of a paper typed in one line, such as `ACB-D[AC]T[CABD]+`: a sign for each question, in the paper's order.
 * Letters are those printed on it, in either case. `-` or a space leaves a question open; brackets hold several letters, the
 * letters of an ordering or a matching (there `-` for an empty box), or words, of several gaps parted by `;`. `+` and `x` say
 * that an answer in words or on the map was read and found right or wrong.
 * @param items those of the paper, as written
 */
export function readAnswerLine(text: string, paper: Paper, items: ReadonlyMap<number, Item>): ReadAnswerLine {
	const tokens = toTokens(text);
	const answers = paper.map(({ item: number, order }, index): ReadAnswer => {
		const token = tokens[index];
		const item = items.get(number);
		return token === undefined || item === undefined ? OPEN : readAnswer(token, item, order);
	});
	const surplus = tokens
		.slice(paper.length)
		.map((token) => token.text)
		.join('')
		.trim();
	return { answers, reached: Math.min(tokens.length, paper.length), surplus };
}

function toTokens(text: string): Token[] {
	const signs = Array.from(text);
	const tokens: Token[] = [];
	for (let at = 0; at < signs.length; at += 1) {
		const sign = signs[at] ?? '';
		const closing = CLOSING.get(sign);
		if (closing === undefined) {
			tokens.push({ kind: 'sign', text: sign });
			continue;
		}
		const end = signs.indexOf(closing, at);
		const inside = signs.slice(at + 1, end === -1 ? undefined : end).join('');
		tokens.push({ kind: end === -1 ? 'unclosed' : 'bracket', text: inside });
		at = end === -1 ? signs.length : end;
	}
	return tokens;
}

function readAnswer(token: Token, item: Item, order: readonly number[]): ReadAnswer {
	if (token.kind === 'unclosed') return problem({ kind: 'unclosed' });
	if (token.kind === 'sign' && SIGNS_OPEN.includes(token.text)) return OPEN;
	if (token.kind === 'bracket' && token.text.trim() === '') return OPEN;
	const form = toPaperForm(item, order);
	switch (form.kind) {
		case 'choose':
			return readChoice(token, item, order, form);
		case 'assign':
			return readAssigned(token, item, order, form);
		case 'write':
		case 'mark':
			return readWritten(token, item, form);
	}
}

function readChoice(
	{ kind, text }: Token,
	item: Item,
	order: readonly number[],
	{ letters }: Extract<PaperForm, { kind: 'choose' }>
): ReadAnswer {
	const places = readLetters(item.type === 'true-false' ? toTrueFalseLetters(text) : text, letters);
	if (!Array.isArray(places)) return problem(places);
	const [only] = places;
	// A comma between two questions answers neither; nor does one alone in brackets.
	if (only === undefined) return kind === 'sign' ? problem(strangerAmong(letters, text)) : OPEN;
	const twice = places.find((place, index) => places.indexOf(place) !== index);
	if (twice !== undefined) return problem({ kind: 'letter-twice', letter: letterAt(twice) });
	if (item.type === 'single-choice' || item.type === 'multiple-choice') {
		// Two marks where one is asked for are an answer too, though never a right one.
		return answered({ type: 'choice', chosen: places.map((place) => order[place] ?? 0).sort((a, b) => a - b) });
	}
	if (places.length > 1) return problem({ kind: 'one-letter' });
	if (item.type === 'true-false') return answered({ type: 'boolean', value: only === 0 });
	return answered({ type: 'label', label: CLASSIFY_LABELS[only] ?? 'fact' });
}

function readAssigned(
	{ text }: Token,
	item: Item,
	order: readonly number[],
	{ letters, blanks }: Extract<PaperForm, { kind: 'assign' }>
): ReadAnswer {
	const isMatching = item.type === 'matching';
	const boxes = Array.from(text.replaceAll(/[\s,;]/g, ''));
	const filled = boxes.filter((box) => !isMatching || !SIGNS_OPEN.includes(box));
	const places = readLetters(filled.join(''), letters);
	if (!Array.isArray(places)) return problem(places);
	if (boxes.length !== blanks) return problem({ kind: 'letters-wanted', count: blanks });
	if (!isMatching) {
		const twice = places.find((place, index) => places.indexOf(place) !== index);
		if (twice !== undefined) return problem({ kind: 'letter-twice', letter: letterAt(twice) });
		return answered({ type: 'order', order: places.map((place) => order[place] ?? 0) });
	}
	const right = boxes.map((box) =>
		SIGNS_OPEN.includes(box) ? null : (order[letters.indexOf(box.toUpperCase())] ?? null)
	);
	return right.every((side) => side === null) ? OPEN : answered({ type: 'match', right });
}

function readWritten({ kind, text }: Token, item: Item, form: PaperForm): ReadAnswer {
	if (kind === 'sign') {
		if (text === '+' || text === '✓') return answered(markedRight(item));
		if (/^[x×✗]$/i.test(text)) return answered(markedWrong(item));
		return problem({ kind: item.type === 'map' ? 'by-hand' : 'write' });
	}
	if (item.type === 'map') return problem({ kind: 'by-hand' });
	const blanks = form.kind === 'write' ? form.blanks : 1;
	const values = (blanks > 1 ? text.split(';') : [text]).map((value) => value.trim());
	const padded = Array.from({ length: blanks }, (_, index) => values[index] ?? '');
	if (values.length > blanks) return problem({ kind: 'letters-wanted', count: blanks });
	return padded.every((value) => value === '') ? OPEN : answered({ type: 'text', values: padded });
}

/** @returns places in the order typed, or what is wrong with one of the letters */
function readLetters(text: string, letters: readonly string[]): number[] | AnswerProblem {
	const typed = Array.from(text.replaceAll(/[\s,;]/g, '').toUpperCase());
	const stranger = typed.find((letter) => !letters.includes(letter));
	return stranger === undefined ? typed.map((letter) => letters.indexOf(letter)) : strangerAmong(letters, stranger);
}

function strangerAmong(letters: readonly string[], letter: string): AnswerProblem {
	return { kind: 'no-such-letter', letter, last: letters.at(-1) ?? '' };
}

function toTrueFalseLetters(text: string): string {
	return text.replaceAll(/t/gi, 'A').replaceAll(/f/gi, 'B');
}

function markedRight(item: Item): Response {
	switch (item.type) {
		case 'cloze':
			return {
				type: 'text',
				values: deletionNumbers(item.stem).map((number) => deletionWords(item.stem, number).join(' '))
			};
		case 'short-answer':
			return { type: 'text', values: [item.answers[0] ?? ''] };
		case 'map':
			return { type: 'point', lat: item.target.lat, lon: item.target.lon };
		case 'basic':
		case 'single-choice':
		case 'multiple-choice':
		case 'true-false':
		case 'ordering':
		case 'matching':
		case 'classify':
			return { type: 'self', knew: true };
	}
}

function markedWrong(item: Item): Response {
	switch (item.type) {
		case 'cloze':
			return { type: 'text', values: deletionNumbers(item.stem).map(() => MARKED_WRONG) };
		case 'short-answer':
			return { type: 'text', values: [MARKED_WRONG] };
		case 'map':
			return { type: 'point', ...farFrom(item.target) };
		case 'basic':
		case 'single-choice':
		case 'multiple-choice':
		case 'true-false':
		case 'ordering':
		case 'matching':
		case 'classify':
			return { type: 'self', knew: false };
	}
}

/** No circle on a map reaches the other side of the earth. */
function farFrom({ lat, lon }: MapTarget): { readonly lat: number; readonly lon: number } {
	return { lat: 0 - lat, lon: lon > 0 ? lon - 180 : lon + 180 };
}

function answered(response: Response): ReadAnswer {
	return { kind: 'answered', response };
}

function problem(of: AnswerProblem): ReadAnswer {
	return { kind: 'problem', problem: of };
}
