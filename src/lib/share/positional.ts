import { cleanText } from '$lib/domain/clean-text';
import { assertNever, err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { SharedBankItems, SharedContent, SharedQuiz } from '$lib/domain/share-model';
import { isWhole, readHead, writeHead } from './head';
import type { Head } from './head';
import { MAX_TEXT } from './limits';
import { readAssignment, writeAssignment } from './positional-assignment';
import type { AssignmentBody, ReadAssignment } from './positional-assignment';
import { readBankItems, writeBankItems } from './positional-bank';
import { readQuiz, writeQuiz } from './positional-quiz';
import { readSet, writeSet } from './positional-set';
import type { Written } from './positional-set';
import { invalidAt } from './shape-error';
import type { ShapeError } from './shape-error';
import { SEPARATOR, TextCursor } from './text-cursor';

/** Numbers of the kinds of content: add at the end, never change one. */
const KIND_NUMBERS = { set: 0, 'bank-items': 1, assignment: 2 } as const satisfies Record<ReadContent['kind'], number>;

/** Numbers that later kinds may have; beyond them it is not a payload at all. */
const MAX_KIND = 99;

/** Content put together again. A set is still unknown: the one schema of a set has the last word. */
export type ReadContent =
	| { readonly kind: 'set'; readonly set: unknown; readonly quiz?: SharedQuiz }
	| SharedBankItems
	| { readonly kind: 'assignment'; readonly assignment: ReadAssignment };

/**
 * Writes content as one text: a positional head, then its texts, all divided by unit separators.
 * The head is `[kind, quiz, ...what the kind has]`.
 */
export function toPlainText(content: SharedContent): string {
	const { head, texts } = writeContent(content);
	const all = [KIND_NUMBERS[content.kind], writeQuiz(content.quiz), ...head];
	return toText({ head: all, texts });
}

/** Writes an assignment as one text, as `toPlainText` does with other content. */
export function plainOfAssignment(assignment: AssignmentBody): string {
	const { head, texts } = writeAssignment(assignment);
	return toText({ head: [KIND_NUMBERS.assignment, ...head], texts });
}

/** Reads what `toPlainText` wrote. Counts, numbers and lengths are checked before anything is built from them. */
export function fromPlainText(plain: string): Result<ReadContent, ShapeError> {
	const [json = '', ...texts] = plain.split(SEPARATOR);
	const head = readHead(json);
	if (head === null) return err(invalidAt('head'));
	const tooLong = texts.findIndex((text) => text.length > MAX_TEXT);
	if (tooLong >= 0) return err(invalidAt(`texts.${String(tooLong)}`));
	const [kind = 0, quizValue = 0, ...rest] = head;
	if (!isWhole(kind, 0, MAX_KIND)) return err(invalidAt('kind'));
	if (kind > KIND_NUMBERS.assignment) return err({ kind: 'newer-version' });
	const cursor = new TextCursor(texts);
	if (kind === KIND_NUMBERS.assignment) return readAssigned([quizValue, ...rest], cursor);
	const quiz = readQuiz(quizValue);
	if (!quiz.ok) return quiz;
	const content = kind === KIND_NUMBERS.set ? readSetContent(rest, cursor) : readBankItems(rest, cursor);
	if (!content.ok) return content;
	if (!cursor.isUsedUp) return err(invalidAt('texts'));
	return ok(quiz.value === undefined ? content.value : { ...content.value, quiz: quiz.value });
}

function writeContent(content: SharedContent): Written {
	switch (content.kind) {
		case 'set':
			return writeSet(content.set);
		case 'bank-items':
			return writeBankItems(content);
		default:
			return assertNever(content);
	}
}

function toText({ head, texts }: Written): string {
	return [writeHead(head), ...texts.map(cleanText)].join(SEPARATOR);
}

function readAssigned(head: Head, texts: TextCursor): Result<ReadContent, ShapeError> {
	const assignment = readAssignment(head, texts);
	if (!assignment.ok) return assignment;
	return texts.isUsedUp ? ok({ kind: 'assignment', assignment: assignment.value }) : err(invalidAt('texts'));
}

function readSetContent(
	head: Head,
	texts: TextCursor
): Result<Exclude<ReadContent, { kind: 'assignment' }>, ShapeError> {
	const set = readSet(head, texts);
	return set.ok ? ok({ kind: 'set', set: set.value }) : set;
}
