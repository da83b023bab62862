import * as v from 'valibot';
import { deletionNumbers } from '../domain/cloze';
import { CLASSIFY_LABELS } from '../domain/item';
import { isoDateSchema, listOf, numberBetween, textSchema, titleSchema } from './text-schema';

export const MAX_OPTIONS = 10;
const MAX_ANSWERS = 20;

export const answersSchema = listOf(textSchema, 1, MAX_ANSWERS, 'answers');
export const entrySchema = v.strictObject({ text: textSchema, date: v.exactOptional(isoDateSchema) });
export const pairSchema = v.strictObject({ left: textSchema, right: textSchema });
export const labelSchema = v.picklist(CLASSIFY_LABELS);
export const trueFalseSchema = v.boolean('True or false is expected here.');
export const latSchema = numberBetween(-90, 90);
export const lonSchema = numberBetween(-180, 180);
/** Kilometres; half the circumference of the earth would accept any point. */
export const toleranceSchema = numberBetween(0.1, 5000);

/** Further spellings by deletion number. The keys are looked at first: a record schema passes over `__proto__`. */
export const acceptSchema = v.pipe(
	v.custom<Record<string, unknown>>(isRecord, 'Spellings listed by deletion number are expected here.'),
	v.check(
		(accept) => Object.keys(accept).every((key) => /^[1-9]\d?$/.test(key)),
		'The keys here are deletion numbers.'
	),
	v.record(v.string(), answersSchema)
);

const optionSchema = v.strictObject({
	text: textSchema,
	correct: trueFalseSchema,
	rationale: v.exactOptional(textSchema)
});

const targetSchema = v.strictObject({
	place: titleSchema,
	lat: latSchema,
	lon: lonSchema,
	toleranceKm: toleranceSchema
});

const optionsSchema = listOf(optionSchema, 2, MAX_OPTIONS, 'options');

const singleOptionsSchema = v.pipe(
	optionsSchema,
	v.check((options) => countCorrect(options) === 1, 'Exactly one option is correct in a single-choice question.')
);
const multipleOptionsSchema = v.pipe(
	optionsSchema,
	v.check((options) => countCorrect(options) >= 1, 'At least one option is correct in a multiple-choice question.')
);

const clozeStemSchema = v.pipe(
	textSchema,
	v.check((stem) => deletionNumbers(stem).length > 0, 'A cloze needs a deletion such as {{1::hidden}}.'),
	v.check((stem) => !deletionNumbers(stem).includes(0), 'Deletions are numbered from 1.')
);

/** The fields of each question type, `type` included, as they stand in an item. */
export const questionEntries = {
	basic: { type: v.literal('basic'), stem: textSchema, answer: textSchema },
	shortAnswer: { type: v.literal('short-answer'), stem: textSchema, answers: answersSchema },
	cloze: { type: v.literal('cloze'), stem: clozeStemSchema, accept: v.exactOptional(acceptSchema) },
	singleChoice: { type: v.literal('single-choice'), stem: textSchema, options: singleOptionsSchema },
	multipleChoice: {
		type: v.literal('multiple-choice'),
		stem: textSchema,
		options: multipleOptionsSchema
	},
	trueFalse: { type: v.literal('true-false'), stem: textSchema, answer: trueFalseSchema },
	ordering: {
		type: v.literal('ordering'),
		stem: textSchema,
		entries: listOf(entrySchema, 2, MAX_OPTIONS, 'entries')
	},
	matching: {
		type: v.literal('matching'),
		stem: textSchema,
		pairs: listOf(pairSchema, 2, MAX_OPTIONS, 'pairs'),
		extra: listOf(textSchema, 0, MAX_OPTIONS, 'surplus options')
	},
	map: { type: v.literal('map'), stem: textSchema, target: targetSchema },
	classify: { type: v.literal('classify'), stem: textSchema, answer: labelSchema }
} as const;

function countCorrect(options: readonly { correct: boolean }[]): number {
	return options.filter((option) => option.correct).length;
}

function isRecord(input: unknown): boolean {
	return typeof input === 'object' && input !== null && !Array.isArray(input);
}
