import type { AssignedAttempt, Attempt, AttemptGap, PaperEntry } from '$lib/domain/quiz';
import { parseSpec } from './quiz-spec-parser';
import { parseAnswered } from './response-parser';
import { hasOnly, isAmount, isCount, isFields, isOneOf, isText, isWhole, parseCount, parseList } from './shape';
import type { Fields } from './shape';

const MOST_QUESTIONS = 10_000;
const NAMES = ['id', 'spec', 'title', 'paper', 'startedAt', 'deadline', 'current', 'shownAt', 'spentMs', 'lastAt'];
const MORE_NAMES = ['gaps', 'answers', 'finishedAt', 'timedOut', 'openSince'];
const OPTIONAL_NAMES = ['correctedAt', 'flagged', 'pausedAt', 'assignment', 'lateMs'];

/** Reads an attempt, from its row or from a backup. @returns null when anything about it is missing, wrong or unknown */
export function parseAttempt(value: unknown): Attempt | null {
	if (!isFields(value) || !hasOnly(value, [...NAMES, ...MORE_NAMES, ...OPTIONAL_NAMES])) return null;
	const { id, title, current, timedOut } = value;
	const spec = parseSpec(value['spec']);
	const parts = parseParts(value);
	const times = parseTimes(value);
	const optional = parseOptional(value);
	if (!isText(id, 64) || typeof title !== 'string' || spec === null || parts === null) return null;
	if (times === null || optional === null) return null;
	if (!isCount(current) || parts.answers.length !== parts.paper.length || typeof timedOut !== 'boolean') return null;
	return { id, spec, title, current, timedOut, ...parts, ...times, ...optional };
}

type Optional = Pick<Attempt, 'correctedAt' | 'flagged' | 'pausedAt' | 'assignment' | 'lateMs'>;

/** What most attempts lack. @returns null when one of them is there and unreadable */
function parseOptional({ correctedAt, flagged, pausedAt, assignment, lateMs }: Fields): Optional | null {
	const read: { -readonly [K in keyof Optional]: Optional[K] } = {};
	if (correctedAt !== undefined) {
		if (!isWhole(correctedAt)) return null;
		read.correctedAt = correctedAt;
	}
	if (flagged !== undefined) {
		const indices = parseList(flagged, MOST_QUESTIONS, parseCount);
		if (indices === null) return null;
		read.flagged = indices;
	}
	if (pausedAt !== undefined) {
		if (!isWhole(pausedAt)) return null;
		read.pausedAt = pausedAt;
	}
	if (assignment !== undefined) {
		const assigned = parseAssigned(assignment);
		if (assigned === null) return null;
		read.assignment = assigned;
	}
	if (lateMs !== undefined) {
		if (!isAmount(lateMs)) return null;
		read.lateMs = lateMs;
	}
	return read;
}

function parseAssigned(value: unknown): AssignedAttempt | null {
	if (!isFields(value) || !hasOnly(value, ['id', 'number'])) return null;
	const { id, number } = value;
	return isText(id, 64) && isCount(number) ? { id, number } : null;
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

function parseEntry(value: unknown): PaperEntry | null {
	if (!isFields(value) || !hasOnly(value, ['item', 'order']) || !isCount(value['item'])) return null;
	const order = parseList(value['order'], 1000, parseCount);
	return order && { item: value['item'], order };
}

function parseGap(value: unknown): AttemptGap | null {
	if (!isFields(value) || !hasOnly(value, ['kind', 'at', 'ms'])) return null;
	const { kind, at, ms } = value;
	return isOneOf(kind, ['away', 'clock-back', 'pause'] as const) && isWhole(at) && isAmount(ms)
		? { kind, at, ms }
		: null;
}
