import { CLASSIFY_LABELS } from '$lib/domain/item';
import { CONFIDENCES, MISS_REASONS, type AnsweredQuestion, type Response } from '$lib/domain/quiz';
import { hasOnly, isAmount, isCount, isFields, isOneOf, isText, parseCount, parseList } from './shape';
import type { Fields } from './shape';

const MOST_PARTS = 1000;
const MOST_LETTERS = 100_000;

const MOST_REPORT_LETTERS = 10_000;
const NAMES = ['response', 'tookMs', 'overruled', 'confidence', 'misses', 'told', 'report', 'missReason'];

/** Reads an answered question; `undefined` is unreadable, null one that was never left nor answered. */
export function parseAnswered(value: unknown): AnsweredQuestion | null | undefined {
	if (value === null) return null;
	if (!isFields(value) || !hasOnly(value, NAMES) || !isAmount(value['tookMs'])) return undefined;
	const said = parseSaid(value);
	if (said === null) return undefined;
	const base = { tookMs: value['tookMs'], ...said };
	// Nothing can be overruled where nothing was answered.
	if (value['response'] === null) return said.overruled === undefined ? { response: null, ...base } : undefined;
	const response = isFields(value['response']) ? parseResponse(value['response']) : null;
	return response === null ? undefined : { response, ...base };
}

type Said = Omit<AnsweredQuestion, 'response' | 'tookMs'>;

/** What most answers lack. @returns null when one of them is there and unreadable */
function parseSaid({ overruled, confidence, misses, told, report, missReason }: Fields): Said | null {
	const said: { -readonly [K in keyof Said]: Said[K] } = {};
	if (overruled !== undefined) {
		if (overruled !== true) return null;
		said.overruled = overruled;
	}
	if (confidence !== undefined) {
		if (!isOneOf(confidence, CONFIDENCES)) return null;
		said.confidence = confidence;
	}
	if (misses !== undefined) {
		if (!isCount(misses)) return null;
		said.misses = misses;
	}
	if (told !== undefined) {
		if (told !== true) return null;
		said.told = told;
	}
	if (report !== undefined) {
		if (!isText(report, MOST_REPORT_LETTERS)) return null;
		said.report = report;
	}
	if (missReason !== undefined) {
		if (!isOneOf(missReason, MISS_REASONS)) return null;
		said.missReason = missReason;
	}
	return said;
}

function parseResponse(value: Fields): Response | null {
	const only = (...names: string[]): boolean => hasOnly(value, ['type', ...names]);
	switch (value['type']) {
		case 'choice': {
			const chosen = only('chosen') ? parseList(value['chosen'], MOST_PARTS, parseCount) : null;
			return chosen && { type: 'choice', chosen };
		}
		case 'boolean':
			return only('value') && typeof value['value'] === 'boolean' ? { type: 'boolean', value: value['value'] } : null;
		case 'text': {
			const values = only('values') ? parseList(value['values'], MOST_PARTS, parseTyped) : null;
			return values && { type: 'text', values };
		}
		case 'order': {
			const order = only('order') ? parseList(value['order'], MOST_PARTS, parseCount) : null;
			return order && { type: 'order', order };
		}
		case 'match':
			return only('right') ? parseMatch(value['right']) : null;
		case 'point':
			return only('lat', 'lon') ? parsePoint(value) : null;
		case 'label': {
			const { label } = value;
			return only('label') && isOneOf(label, CLASSIFY_LABELS) ? { type: 'label', label } : null;
		}
		case 'self':
			return only('knew') && typeof value['knew'] === 'boolean' ? { type: 'self', knew: value['knew'] } : null;
		default:
			return null;
	}
}

function parseMatch(value: unknown): Response | null {
	// Wrapped, because null is both a legal entry and the sign of an unreadable one.
	const right = parseList(value, MOST_PARTS, (entry) => {
		const index = parseCount(entry);
		return entry === null || index !== null ? { index } : null;
	});
	return right && { type: 'match', right: right.map(({ index }) => index) };
}

function parsePoint({ lat, lon }: Fields): Response | null {
	if (typeof lat !== 'number' || typeof lon !== 'number') return null;
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { type: 'point', lat, lon } : null;
}

function parseTyped(value: unknown): string | null {
	return typeof value === 'string' && value.length <= MOST_LETTERS ? value : null;
}
