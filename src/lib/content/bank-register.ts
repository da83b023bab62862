import { err, ok } from '../domain/result';
import type { Result } from '../domain/result';
import type { Bank } from './bank';
import { findProblem, type BankQuestions } from './bank-questions';
import type { ContentError } from './content-error';

/** What a bank knows besides: sources, glossary, companion and the like. */
export type BankRegister = Omit<Bank, 'title' | 'lang' | 'topics' | 'items'>;

const LISTS = [
	'objectives',
	'sources',
	'glossary',
	'timeline',
	'actors',
	'relations',
	'places',
	'companion',
	'weaknesses'
] as const satisfies readonly (keyof BankRegister)[];

/** Reads what a bank knows besides its questions, as carefully as `readQuestions`. */
export function readRegister(json: unknown): Result<BankRegister, ContentError> {
	const problem = findProblem(json, ['id'], LISTS);
	return problem === null ? ok(json as BankRegister) : err(problem);
}

/** @returns the bank that two parts make, or null when an update came between them: they do not belong together */
export function joinBank(questions: BankQuestions, register: BankRegister): Bank | null {
	const belong = questions.id === register.id && questions.revision === register.revision;
	return belong ? { ...questions, ...register } : null;
}
