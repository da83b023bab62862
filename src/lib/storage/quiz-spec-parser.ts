import { ACCOMMODATION_KEYS, type Accommodations } from '$lib/domain/accommodations';
import type { BlueprintRow, Section } from '$lib/domain/blueprint';
import { DIFFICULTIES, ITEM_TYPES } from '$lib/domain/item';
import { TIME_FACTORS, type QuizSpec, type TimeLimit } from '$lib/domain/quiz';
import {
	REVIEW_ASPECTS,
	REVIEW_STAGES,
	type Ending,
	type Feedback,
	type QuizRules,
	type ReviewRules,
	type ReviewStage
} from '$lib/domain/quiz-rules';
import { hasOnly, isAmount, isCount, isFields, isOneOf, isText, isWhole, parseCount, parseList } from './shape';

const MOST_QUESTIONS = 10_000;
const MOST_SECTIONS = 100;
const PLAIN = ['setId', 'topics', 'items', 'count', 'time', 'factor', 'seed'];
const RULES = ['feedback', 'oneWay', 'confidence', 'penalty', 'opensAt', 'closesAt', 'ending', 'review'];

/** Reads what a quiz draws and how it behaves. @returns null when anything about it is missing, wrong or unknown */
export function parseSpec(value: unknown): QuizSpec | null {
	if (!isFields(value) || !hasOnly(value, [...PLAIN, 'sections', 'rules', 'accommodations'])) return null;
	const { setId, count, factor, seed } = value;
	const topics = parseList(value['topics'], MOST_QUESTIONS, parseName);
	const items = parseList(value['items'], MOST_QUESTIONS, parseCount);
	const time = parseTime(value['time']);
	const sections = parseOptional(value['sections'], parseSections);
	const rules = parseOptional(value['rules'], parseRules);
	const accommodations = parseOptional(value['accommodations'], parseAccommodations);
	if (!isText(setId, 100) || topics === null || items === null || time === null) return null;
	if (!isCount(count) || !isOneOf(factor, TIME_FACTORS) || !isWhole(seed)) return null;
	if (sections === null || rules === null || accommodations === null) return null;
	return { setId, topics, items, count, time, factor, seed, ...withValue({ sections, rules, accommodations }) };
}

/** Reads a time limit. @returns null when it is none */
export function parseTime(value: unknown): TimeLimit | null {
	if (!isFields(value)) return null;
	const { kind, limitMs } = value;
	if (kind === 'none') return hasOnly(value, ['kind']) ? { kind } : null;
	const isKnown = (kind === 'quiz' || kind === 'question') && hasOnly(value, ['kind', 'limitMs']);
	return isKnown && isAmount(limitMs) ? { kind, limitMs } : null;
}

/** Reads the parts of a quiz. @returns null when anything about them is missing, wrong or unknown */
export function parseSections(value: unknown): Section[] | null {
	return parseList(value, MOST_SECTIONS, (entry) => {
		if (!isFields(entry) || !hasOnly(entry, ['title', 'fixed', 'rows'])) return null;
		const fixed = parseList(entry['fixed'], MOST_QUESTIONS, parseCount);
		const rows = parseList(entry['rows'], MOST_SECTIONS, parseRow);
		const { title } = entry;
		return typeof title === 'string' && fixed !== null && rows !== null ? { title, fixed, rows } : null;
	});
}

/** Reads how a quiz behaves. @returns null when anything about it is missing, wrong or unknown */
export function parseRules(value: unknown): QuizRules | null {
	if (!isFields(value) || !hasOnly(value, RULES)) return null;
	const { oneWay, confidence, penalty, opensAt, closesAt } = value;
	const feedback = parseFeedback(value['feedback']);
	const ending = parseEnding(value['ending']);
	const review = parseReview(value['review']);
	if (feedback === null || ending === null || review === null) return null;
	if (typeof oneWay !== 'boolean' || typeof confidence !== 'boolean' || !isAmount(penalty) || penalty > 1) return null;
	if (!isInstantOrNull(opensAt) || !isInstantOrNull(closesAt)) return null;
	return { feedback, oneWay, confidence, penalty, opensAt, closesAt, ending, review };
}

/** Reads what a learner needs. @returns null when anything about it is missing, wrong or unknown */
export function parseAccommodations(value: unknown): Accommodations | null {
	if (!isFields(value) || !hasOnly(value, ACCOMMODATION_KEYS)) return null;
	const { untimed, pauses, largerText, readAloud, fewerOptions } = value;
	if (typeof untimed !== 'boolean' || typeof pauses !== 'boolean' || typeof largerText !== 'boolean') return null;
	if (typeof readAloud !== 'boolean' || typeof fewerOptions !== 'boolean') return null;
	return { untimed, pauses, largerText, readAloud, fewerOptions };
}

function parseRow(value: unknown): BlueprintRow | null {
	if (!isFields(value) || !hasOnly(value, ['count', 'topics', 'difficulties', 'types'])) return null;
	const topics = parseList(value['topics'], MOST_QUESTIONS, parseName);
	const difficulties = parseList(value['difficulties'], DIFFICULTIES.length, oneOf(DIFFICULTIES));
	const types = parseList(value['types'], ITEM_TYPES.length, oneOf(ITEM_TYPES));
	const { count } = value;
	if (!isCount(count) || topics === null || difficulties === null || types === null) return null;
	return { count, topics, difficulties, types };
}

function parseFeedback(value: unknown): Feedback | null {
	if (!isFields(value)) return null;
	const { kind, tries } = value;
	if (kind === 'end' || kind === 'each') return hasOnly(value, ['kind']) ? { kind } : null;
	const isKnown = kind === 'tries' && hasOnly(value, ['kind', 'tries']);
	return isKnown && isOneOf(tries, [2, 3] as const) ? { kind, tries } : null;
}

function parseEnding(value: unknown): Ending | null {
	if (!isFields(value)) return null;
	const { kind, graceMs } = value;
	if (kind === 'submit' || kind === 'late') return hasOnly(value, ['kind']) ? { kind } : null;
	return kind === 'grace' && hasOnly(value, ['kind', 'graceMs']) && isAmount(graceMs) ? { kind, graceMs } : null;
}

function parseReview(value: unknown): ReviewRules | null {
	if (!isFields(value) || !hasOnly(value, REVIEW_ASPECTS)) return null;
	const [correctness, marks, explanation, key] = REVIEW_ASPECTS.map((aspect) => parseStages(value[aspect]));
	if (!correctness || !marks || !explanation || !key) return null;
	return { correctness, marks, explanation, key };
}

function parseStages(value: unknown): ReviewStage[] | null {
	return parseList(value, REVIEW_STAGES.length, oneOf(REVIEW_STAGES));
}

function parseName(value: unknown): string | null {
	return isText(value, 200) ? value : null;
}

function oneOf<T>(options: readonly T[]): (value: unknown) => T | null {
	return (value) => (isOneOf(value, options) ? value : null);
}

function isInstantOrNull(value: unknown): value is number | null {
	return value === null || isWhole(value);
}

/** Undefined stays absent; null says that it cannot be read. */
function parseOptional<T>(value: unknown, parse: (value: unknown) => T | null): T | null | undefined {
	return value === undefined ? undefined : parse(value);
}

function withValue<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const present = Object.entries(fields).filter(([, value]) => value !== undefined);
	return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
