import { readFileSync } from 'node:fs';

type Option = { text: string; correct: boolean };
type Common = { number: number; id: string; stem: string; explanation: string; topic: string };

/** An item of the compiled bank, as far as these tests answer it. */
export type BankItem = Common &
	(
		| { type: 'basic'; answer: string }
		| { type: 'cloze' }
		| { type: 'single-choice'; options: Option[] }
		| { type: 'multiple-choice'; options: Option[] }
		| { type: 'true-false'; answer: boolean }
		| { type: 'classify'; answer: string }
		| { type: 'ordering'; entries: { text: string }[] }
		| { type: 'matching'; pairs: { left: string; right: string }[] }
		| { type: 'map'; target: { place: string } }
		| { type: 'short-answer'; answers: string[] }
	);

type Bank = { title: string; items: BankItem[]; topics: { id: string; title: string }[]; sources: { title: string }[] };

/** What the built site serves: the key to every question in these tests. */
export const BANK = JSON.parse(
	readFileSync(new URL('../../build/banks/collision-course.json', import.meta.url), 'utf8')
) as Bank;

const TYPES = [
	'single-choice',
	'multiple-choice',
	'true-false',
	'classify',
	'short-answer',
	'cloze',
	'basic',
	'ordering',
	'matching',
	'map'
] as const;

/** One item of every type, the first of each. */
export const ONE_OF_EACH: readonly BankItem[] = TYPES.map((type) => firstOf(type));

export function firstOf<T extends BankItem['type']>(type: T, skip = 0): Extract<BankItem, { type: T }> {
	const found = BANK.items.filter((item): item is Extract<BankItem, { type: T }> => item.type === type)[skip];
	if (found === undefined) throw new Error(`The bank has no ${type} number ${String(skip + 1)}`);
	return found;
}

/** @returns the letters and digits of a question; its gaps are left out, or filled as in a review */
export function stemKey(stem: string, gaps: 'empty' | 'filled' = 'empty'): string {
	const filling = gaps === 'filled' ? '$1' : '';
	return stem.replace(/\{\{\d+::(.*?)\}\}/g, filling).replace(/[^\p{L}\p{N}]/gu, '');
}

/** @returns whether these words on the screen are the item's question */
export function isStemOf(item: { stem: string }, shown: string): boolean {
	return [stemKey(item.stem), stemKey(item.stem, 'filled')].includes(stemKey(shown));
}

export function itemWithStem(shown: string): BankItem {
	const found = BANK.items.find((item) => isStemOf(item, shown));
	if (found === undefined) throw new Error(`The bank does not ask: ${shown}`);
	return found;
}

export function correctOrder(item: { entries: { text: string }[] }): string[] {
	return item.entries.map(({ text }) => text);
}
