import type { Attempt, AttemptGap, PaperEntry, QuizSpec, TimeLimit } from '$lib/domain/quiz';
import { TIME_FACTORS } from '$lib/domain/quiz';
import { parseAnswered } from './response-parser';
import { hasOnly, isAmount, isCount, isFields, isOneOf, isText, isWhole, parseCount, parseList } from './shape';
import type { Fields } from './shape';

const MOST_QUESTIONS = 10_000;
const NAMES = ['id', 'spec', 'title', 'paper', 'startedAt', 'deadline', 'current', 'shownAt', 'spentMs', 'lastAt'];
const MORE_NAMES = ['gaps', 'answers', 'finishedAt', 'timedOut', 'correctedAt', 'openSince'];

/** Reads an attempt, from its row or from a backup. @returns null when anything about it is missing, wrong or unknown */
export function parseAttempt(value: unknown): Attempt | null {
	if (!isFields(value) || !hasOnly(value, [...NAMES, ...MORE_NAMES])) return null;
	const { id, title, current, timedOut, correctedAt } = value;
	const spec = parseSpec(value['spec']);
	const parts = parseParts(value);
	const times = parseTimes(value);
	if (!isText(id, 64) || typeof title !== 'string' || spec === null || parts === null || times === null) return null;
	if (!isCount(current) || parts.answers.length !== parts.paper.length || typeof timedOut !== 'boolean') return null;
	if (correctedAt !== undefined && !isWhole(correctedAt)) return null;
	const attempt = { id, spec, title, current, timedOut, ...parts, ...times };
	return correctedAt === undefined ? attempt : { ...attempt, correctedAt };
}

function parseParts(value: Fields): Pick<Attempt, 'paper' | 'answers' | 'gaps'> | null {
	const paper = parseList(value['paper'], MOST_QUESTIONS, parseEntry);
	const gaps = parseList(value['gaps'], MOST_QUESTIONS, parseGap);
	// Wrapped, because null is both a legal answer and the sign of an unreadable one.
	const answers = parseList(value['answers'], MOST_QUESTIONS, (entry) => {
		const answered = parseAnswered(entry);
		return answered === undefined ? null : { answered };
	});
	if (paper === null || gaps === null || answers === null) return null;
	return { paper, gaps, answers: answers.map(({ answered }) => answered) };
}

type Times = Pick<Attempt, 'startedAt' | 'deadline' | 'shownAt' | 'spentMs' | 'lastAt' | 'finishedAt'>;

function parseTimes({ startedAt, deadline, shownAt, spentMs, lastAt, finishedAt }: Fields): Times | null {
	if (!isWhole(startedAt) || !isWhole(shownAt) || !isAmount(spentMs) || !isWhole(lastAt)) return null;
	if ((deadline !== null && !isInstant(deadline)) || (finishedAt !== null && !isWhole(finishedAt))) return null;
	return { startedAt, deadline, shownAt, spentMs, lastAt, finishedAt };
}

/** A limit times 1.5 need not be whole. */
function isInstant(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}

function parseSpec(value: unknown): QuizSpec | null {
	if (!isFields(value) || !hasOnly(value, ['setId', 'topics', 'items', 'count', 'time', 'factor', 'seed'])) return null;
	const { setId, count, factor, seed } = value;
	const topics = parseList(value['topics'], MOST_QUESTIONS, (topic) => (isText(topic, 200) ? topic : null));
	const items = parseList(value['items'], MOST_QUESTIONS, parseCount);
	const time = parseTime(value['time']);
	if (!isText(setId, 100) || topics === null || items === null || time === null) return null;
	if (!isCount(count) || !isOneOf(factor, TIME_FACTORS) || !isWhole(seed)) return null;
	return { setId, topics, items, count, time, factor, seed };
}

function parseTime(value: unknown): TimeLimit | null {
	if (!isFields(value)) return null;
	const { kind, limitMs } = value;
	if (kind === 'none') return hasOnly(value, ['kind']) ? { kind } : null;
	const isKnown = (kind === 'quiz' || kind === 'question') && hasOnly(value, ['kind', 'limitMs']);
	return isKnown && isAmount(limitMs) ? { kind, limitMs } : null;
}

function parseEntry(value: unknown): PaperEntry | null {
	if (!isFields(value) || !hasOnly(value, ['item', 'order']) || !isCount(value['item'])) return null;
	const order = parseList(value['order'], 1000, parseCount);
	return order && { item: value['item'], order };
}

function parseGap(value: unknown): AttemptGap | null {
	if (!isFields(value) || !hasOnly(value, ['kind', 'at', 'ms'])) return null;
	const { kind, at, ms } = value;
	return isOneOf(kind, ['away', 'clock-back'] as const) && isWhole(at) && isAmount(ms) ? { kind, at, ms } : null;
}
