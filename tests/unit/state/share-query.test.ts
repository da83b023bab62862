import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/lib/domain/item';
import type { StudySet } from '../../../src/lib/domain/set';
import { compareReceived } from '../../../src/lib/state/received-standing';
import {
	readQuizSettings,
	selectItems,
	toPartId,
	writeQuizSettings,
	writeSelection
} from '../../../src/lib/state/share-query';
import { readScope } from '../../../src/lib/state/study-scope';

const items = [1, 2, 3].map((number): Item => ({
	type: 'basic',
	stem: 'S',
	answer: 'A',
	number,
	id: String(number),
	revision: 1,
	topic: number === 2 ? 'b' : 'a'
}));
const set: StudySet = {
	id: 's',
	title: 'T',
	lang: 'en',
	origin: 'received',
	revision: 3,
	addedAt: 0,
	topics: [],
	items
};
const quizOf = (text: string) => readQuizSettings(new URLSearchParams(text));
const select = (text: string) => selectItems(set, readScope(new URLSearchParams(text))).map(({ number }) => number);

describe('a quiz in an address', () => {
	it('is read back as it was written', () => {
		for (const time of [
			{ kind: 'none' },
			{ kind: 'quiz', limitMs: 600_000 },
			{ kind: 'question', limitMs: 30_000 }
		] as const) {
			expect(quizOf(writeQuizSettings({ count: 10, time }))).toEqual({ count: 10, time });
		}
	});

	it('is none when any part of it makes no sense', () => {
		for (const text of [
			'',
			'quiz=',
			'quiz=0',
			'quiz=501',
			'quiz=1.5',
			'quiz=5,quiz',
			'quiz=5,quiz,-3',
			'quiz=5,later,30',
			'quiz=__proto__'
		]) {
			expect([text, quizOf(text)]).toEqual([text, null]);
		}
	});
});

describe('a selection in an address', () => {
	it('picks by number in the order named, by topic, or everything', () => {
		expect(select(writeSelection('s', [3, 1]))).toEqual([3, 1]);
		expect(select('set=s&items=3,3,9,1')).toEqual([3, 1]);
		expect(select('set=s&topics=a')).toEqual([1, 3]);
		expect(select(writeSelection('s', []))).toEqual([1, 2, 3]);
	});

	it('has an id of its own that is always the same and fits a set id', () => {
		expect(toPartId('s', [1, 2])).toBe(toPartId('s', [1, 2]));
		expect(
			new Set([toPartId('s', [1, 2]), toPartId('s', [12]), toPartId('s', [2, 1]), toPartId('t', [1, 2])]).size
		).toBe(4);
		expect(toPartId('s', [1, 2])).toMatch(/^[A-Za-z0-9_-]{2,40}$/);
	});
});

describe('how a received set stands to the one on this device', () => {
	it('is new, the same, newer, older or part of the app', () => {
		const changed = { ...set, items: items.slice(1) };
		expect(compareReceived(null, set).kind).toBe('new');
		expect(compareReceived(set, { ...set, addedAt: 9 }).kind).toBe('same');
		expect(compareReceived(set, { ...changed, revision: 4 })).toMatchObject({
			kind: 'newer',
			mine: false,
			difference: { withdrawn: [1] }
		});
		expect(compareReceived(set, { ...changed, revision: 2 }).kind).toBe('older');
		expect(compareReceived({ ...set, origin: 'bundled' }, changed).kind).toBe('bundled');
	});

	it('says when the stored one was written here, and takes another wording of the same revision for an update', () => {
		expect(compareReceived({ ...set, origin: 'own' }, { ...set, title: 'U' })).toMatchObject({
			kind: 'newer',
			mine: true
		});
	});
});
