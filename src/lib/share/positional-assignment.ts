import { ACCOMMODATION_KEYS, NO_ACCOMMODATIONS, type Accommodations } from '$lib/domain/accommodations';
import type { AssignedQuiz, Assignment, PersonalTerms } from '$lib/domain/assignment';
import { PAPER_FORMS } from '$lib/domain/blueprint';
import { cleanName, MAX_NAME } from '$lib/domain/clean-text';
import { TIME_FACTORS, type TimeLimit } from '$lib/domain/quiz';
import { err, ok, type Result } from '$lib/domain/result';
import { MAX_SEED, toSharedSet, type SharedBankItems } from '$lib/domain/share-model';
import { DAY_MS } from '$lib/domain/units';
import { fillKeys } from '$lib/domain/withhold-keys';
import { isWhole, type Head, type HeadValue } from './head';
import { MAX_TITLE } from './limits';
import { NumberCursor } from './number-cursor';
import { readBankItems, writeBankItems } from './positional-bank';
import { readKeys, writeKeys } from './positional-keys';
import { readRules, writeRules } from './positional-rules';
import { readSections, writeSections } from './positional-sections';
import { readSet, writeSet, type Written } from './positional-set';
import { invalidAt, type ShapeError } from './shape-error';
import type { TextCursor } from './text-cursor';

const TIMES = ['none', 'quiz', 'question'] as const satisfies readonly TimeLimit['kind'][];
const MAX_LIMIT_MS = 31 * DAY_MS;
const MAX_SITTINGS = 9;
/** Bits of what an assignment is about. */
const [IS_BANK, IS_WITHHELD] = [1, 2];
const LATER = 99;
/** Bits that later versions may have for what a learner needs. */
const LATER_BITS = 2 ** 30 - 1;

/** An assignment before its id is known. */
export type AssignmentBody = Omit<Assignment, 'id'>;

/** An assignment put together again. A set is still unknown: the one schema of a set has the last word. */
export type ReadAssignment = Omit<Assignment, 'id' | 'content'> & {
	readonly content: { readonly kind: 'set'; readonly set: unknown } | SharedBankItems;
};

/**
 * Takes an assignment apart: `[quiz, about, curves, personal, ...what its content has]`, and its texts: title, teacher, keys,
 * the learner's name, topics, section titles, then those of the content.
 */
export function writeAssignment(assignment: AssignmentBody): Written {
	const { content, keyPolicy, quiz, personal } = assignment;
	const sections = writeSections(quiz.sections);
	const keys = writeKeys(assignment.keys);
	const about = (content.kind === 'set' ? 0 : IS_BANK) + (keyPolicy === 'withheld' ? IS_WITHHELD : 0);
	const inner =
		content.kind === 'set'
			? writeSet(toSharedSet(keyPolicy === 'withheld' ? fillKeys(content.set) : content.set))
			: writeBankItems(content);
	return {
		head: [[...writeTerms(quiz), ...sections.numbers], about, keys.curves, writePersonal(personal), ...inner.head],
		texts: [
			assignment.title,
			assignment.teacher,
			keys.text,
			...(personal === undefined ? [] : [cleanName(personal.name)]),
			...sections.texts,
			...inner.texts
		]
	};
}

/** Puts an assignment together again, all checked but its set. */
export function readAssignment(head: Head, texts: TextCursor): Result<ReadAssignment, ShapeError> {
	const [quizValue = 0, about = 0, curves = 0, personalValue = 0, ...rest] = head;
	if (!isWhole(about, 0, LATER)) return err(invalidAt('content'));
	if (about > IS_BANK + IS_WITHHELD) return err({ kind: 'newer-version' });
	const title = texts.take().replaceAll('\n', ' ');
	const teacher = texts.take().replaceAll('\n', ' ');
	if (title.length > MAX_TITLE) return err(invalidAt('title'));
	if (teacher.length > MAX_TITLE) return err(invalidAt('teacher'));
	const keys = readKeys(curves, texts.take());
	if (keys === null) return err(invalidAt('keys'));
	const personal = readPersonal(personalValue, texts);
	if (!personal.ok) return personal;
	const quiz = readAssignedQuiz(quizValue, texts);
	if (!quiz.ok) return quiz;
	const keyPolicy = (about & IS_WITHHELD) === 0 ? 'open' : 'withheld';
	const content = (about & IS_BANK) === 0 ? readSetContent(rest, texts) : readBankItems(rest, texts);
	if (!content.ok) return content;
	const own = { title, teacher, keyPolicy, content: content.value, quiz: quiz.value, keys } as const;
	return ok(personal.value === undefined ? own : { ...own, personal: personal.value });
}

function readSetContent(head: Head, texts: TextCursor): Result<{ kind: 'set'; set: unknown }, ShapeError> {
	const set = readSet(head, texts);
	return set.ok ? ok({ kind: 'set', set: set.value }) : set;
}

function writeTerms({ seed, forms, sittings, time, rules }: AssignedQuiz): number[] {
	return [
		seed,
		PAPER_FORMS.indexOf(forms),
		sittings,
		TIMES.indexOf(time.kind),
		...(time.kind === 'none' ? [] : [time.limitMs]),
		...writeRules(rules)
	];
}

function readAssignedQuiz(value: HeadValue, texts: TextCursor): Result<AssignedQuiz, ShapeError> {
	const cursor = new NumberCursor(typeof value === 'number' ? [] : value);
	const seed = cursor.take('quiz.seed', 0, MAX_SEED);
	const forms = PAPER_FORMS[cursor.takeKnown('quiz.forms', PAPER_FORMS.length - 1, LATER)] ?? 'same';
	const sittings = cursor.take('quiz.sittings', 0, MAX_SITTINGS);
	const kind = TIMES[cursor.takeKnown('quiz.time', TIMES.length - 1, LATER)] ?? 'none';
	const time: TimeLimit = kind === 'none' ? { kind } : { kind, limitMs: cursor.take('quiz.time', 1, MAX_LIMIT_MS) };
	const rules = readRules(cursor);
	// Numbers of a later version may stand for more numbers, so that all after them would be misread.
	if (cursor.isNewer && cursor.failed === null) return err({ kind: 'newer-version' });
	const sections = readSections(cursor, texts);
	if (cursor.failed !== null) return err(invalidAt(cursor.failed));
	if (cursor.isNewer) return err({ kind: 'newer-version' });
	if (sections === null || !cursor.isUsedUp) return err(invalidAt('quiz.sections'));
	return ok({ sections, time, rules, seed, forms, sittings });
}

/** 0 for everybody, else the time factor and bits for what the learner needs. */
function writePersonal(personal: PersonalTerms | undefined): HeadValue {
	if (personal === undefined) return 0;
	const { factor, accommodations } = personal;
	return [
		TIME_FACTORS.indexOf(factor),
		ACCOMMODATION_KEYS.reduce((bits, key, place) => (accommodations[key] ? bits | (1 << place) : bits), 0)
	];
}

/** @returns undefined when it is for everybody */
function readPersonal(value: HeadValue, texts: TextCursor): Result<PersonalTerms | undefined, ShapeError> {
	if (value === 0) return ok(undefined);
	if (typeof value === 'number' || value.length !== 2) return err(invalidAt('personal'));
	const [factorNumber, bits] = value;
	if (!isWhole(factorNumber, 0, LATER) || !isWhole(bits, 0, LATER_BITS)) return err(invalidAt('personal'));
	const factor = TIME_FACTORS[factorNumber];
	if (factor === undefined || bits >= 2 ** ACCOMMODATION_KEYS.length) return err({ kind: 'newer-version' });
	const name = texts.take();
	if (cleanName(name) !== name || name.length > 2 * MAX_NAME) return err(invalidAt('personal'));
	const needs = ACCOMMODATION_KEYS.map((key, place) => [key, (bits & (1 << place)) !== 0] as const);
	const accommodations: Accommodations = { ...NO_ACCOMMODATIONS, ...Object.fromEntries(needs) };
	return ok({ name, factor, accommodations });
}
