import { TIME_FACTORS } from '$lib/domain/quiz';
import type { AssignmentResult, GapSum } from '$lib/domain/assignment-result';
import { parseAccommodations } from './quiz-spec-parser';
import { parseAnswered } from './response-parser';
import type { ResultRow } from './rows';
import { hasOnly, isAmount, isCount, isFields, isOneOf, isText, isWhole, parseList } from './shape';

const MOST_QUESTIONS = 10_000;
/** 60 letters, each of which may be several units. */
const MOST_NAME_UNITS = 1000;
const ROW_NAMES = ['id', 'assignment', 'sender', 'receivedAt', 'result', 'replaced'];
const PLAIN_NAMES = [
	'assignment',
	'seed',
	'paperCheck',
	'sitting',
	'name',
	'startedAt',
	'tookMs',
	'timedOut',
	'lateMs'
];
const RESULT_NAMES = [...PLAIN_NAMES, 'away', 'clockBack', 'paused', 'accommodations', 'answers'];

/** Reads a received result, from its row or from a backup. @returns null when anything about it is missing, wrong or unknown */
export function parseResultRow(value: unknown): ResultRow | null {
	if (!isFields(value) || !hasOnly(value, ROW_NAMES)) return null;
	const { id, assignment, sender, receivedAt, replaced } = value;
	const result = parseAssignmentResult(value['result']);
	if (!isText(assignment, 64) || !isText(sender, 200) || !isWhole(receivedAt) || !isCount(replaced)) return null;
	if (result === null || result.assignment !== assignment) return null;
	return id === resultId({ assignment, sender, result })
		? { id, assignment, sender, receivedAt, result, replaced }
		: null;
}

/** @returns the id under which a result is kept: one for each sitting of each device */
export function resultId({ assignment, sender, result }: Pick<ResultRow, 'assignment' | 'sender' | 'result'>): string {
	return `${assignment}.${sender}.${String(result.sitting)}`;
}

/** Reads what a learner handed in. @returns null when anything about it is missing, wrong or unknown */
export function parseAssignmentResult(value: unknown): AssignmentResult | null {
	if (!isFields(value) || !hasOnly(value, RESULT_NAMES)) return null;
	const { assignment, seed, paperCheck, sitting, name, startedAt, tookMs, timedOut, lateMs } = value;
	const [away, clockBack, paused] = [value['away'], value['clockBack'], value['paused']].map(parseGapSum);
	const accommodations = parseStated(value['accommodations']);
	// Wrapped, because null is both a legal answer and the sign of an unreadable one.
	const answers = parseList(value['answers'], MOST_QUESTIONS, (entry) => {
		const answered = parseAnswered(entry);
		return answered === undefined ? null : { answered };
	});
	if (!isText(assignment, 64) || !isCount(seed) || !isCount(paperCheck) || !isCount(sitting) || sitting === 0)
		return null;
	if (typeof name !== 'string' || name.length > MOST_NAME_UNITS || typeof timedOut !== 'boolean') return null;
	if (!isWhole(startedAt) || !isAmount(tookMs) || !isAmount(lateMs)) return null;
	if (!away || !clockBack || !paused || accommodations === null || answers === null) return null;
	return {
		...{ assignment, seed, paperCheck, sitting, name, startedAt, tookMs, timedOut, lateMs, away, clockBack, paused },
		accommodations: accommodations.stated,
		answers: answers.map(({ answered }) => answered)
	};
}

function parseGapSum(value: unknown): GapSum | null {
	if (!isFields(value) || !hasOnly(value, ['count', 'ms'])) return null;
	const { count, ms } = value;
	return isCount(count) && isAmount(ms) ? { count, ms } : null;
}

function parseStated(value: unknown): { readonly stated: AssignmentResult['accommodations'] } | null {
	if (value === null) return { stated: null };
	if (!isFields(value)) return null;
	const { factor, ...rest } = value;
	const accommodations = parseAccommodations(rest);
	return accommodations !== null && isOneOf(factor, TIME_FACTORS) ? { stated: { ...accommodations, factor } } : null;
}
