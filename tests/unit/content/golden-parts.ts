import { readFileSync } from 'node:fs';
import { publishParts } from '../../../scripts/bank/publish-bank';
import type { Bank } from '../../../src/lib/content/bank';
import { readQuestions, type BankQuestions } from '../../../src/lib/content/bank-questions';
import { readRegister, type BankRegister } from '../../../src/lib/content/bank-register';

export const golden = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8')) as Bank;

/** The two files that the golden bank is published as, as they come from the network. */
export const files = JSON.parse(JSON.stringify(publishParts(golden))) as { questions: object; register: object };

/** @throws when the questions do not read */
export function questionsOf(json: unknown): BankQuestions {
	const read = readQuestions(json);
	if (!read.ok) throw new Error('The golden questions do not read.');
	return read.value;
}

/** @throws when the register does not read */
export function registerOf(json: unknown): BankRegister {
	const read = readRegister(json);
	if (!read.ok) throw new Error('The golden register does not read.');
	return read.value;
}
