import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseItem, parseStudySet } from '../../../src/lib/content/item-schema';
import { ITEM_TYPES } from '../../../src/lib/domain/item';
import { arbitraryItem, arbitrarySet } from '../../fixtures/arbitrary-item';

const basic = { type: 'basic', stem: 'Who?', answer: 'They', number: 1, id: 'who', revision: 1 };
const choice = (options: unknown): unknown => ({ ...basic, answer: undefined, type: 'single-choice', options });
const without = (key: string, item: object = basic): unknown =>
	Object.fromEntries(Object.entries(item).filter(([name]) => name !== key));
const right = { text: 'This', correct: true };
const wrong = { text: 'That', correct: false };

/** The issues as `path: message`, or `[]` for a sound item. */
function issuesOf(input: unknown): string[] {
	const parsed = parseItem(input);
	return parsed.ok ? [] : parsed.error.issues.map(({ path, message }) => `${path}: ${message}`);
}

function question(fields: object): unknown {
	return { number: 1, id: 'one', revision: 1, stem: 'Which?', ...fields };
}

describe('parseItem', () => {
	it('gives back every sound item as it was, after a journey through JSON', () => {
		fc.assert(
			fc.property(arbitraryItem(7), (item) => {
				expect(parseItem(JSON.parse(JSON.stringify(item)))).toEqual({ ok: true, value: item });
			}),
			{ seed: 42, numRuns: 400 }
		);
	});

	it('is tried with every type of item by the test above', () => {
		const types = new Set(fc.sample(arbitraryItem(1), { seed: 42, numRuns: 400 }).map((item) => item.type));
		expect([...types].sort()).toEqual([...ITEM_TYPES].sort());
	});

	it.each([
		['null', null],
		['a text', 'basic'],
		['a number', 7],
		['a list', [basic]],
		['nothing', undefined],
		['an empty object', {}]
	])('refuses %s', (_, input) => {
		const parsed = parseItem(input);
		expect(parsed).toMatchObject({ ok: false, error: { kind: 'invalid' } });
		expect(issuesOf(input)[0]).toMatch(/[a-z]/);
	});

	it('names the type, the missing field and the field of a wrong type', () => {
		expect(issuesOf({ ...basic, type: 'essay' })[0]).toMatch(/^type: "type" must be one of basic, cloze/);
		expect(issuesOf(without('answer'))).toEqual(['answer: "answer" is missing.']);
		expect(issuesOf({ ...basic, stem: 5 })).toEqual(['stem: A text is expected here.']);
		expect(issuesOf({ ...basic, number: '1' })).toEqual(['number: A number is expected here.']);
		expect(issuesOf({ ...basic, explanation: null })).toEqual(['explanation: A text is expected here.']);
	});

	it('refuses keys it does not know, at every depth', () => {
		expect(issuesOf({ ...basic, onclick: 'x' })).toEqual(['onclick: Nothing called "onclick" belongs here.']);
		expect(issuesOf(without('answer', choice([{ ...right, html: '' }, wrong]) as object))).toEqual([
			'options.0.html: Nothing called "html" belongs here.'
		]);
	});

	it('refuses __proto__ and constructor as keys and leaves the prototype of objects alone', () => {
		const hostile = [
			'{"type":"basic","stem":"a","answer":"b","number":1,"id":"x","revision":1,"__proto__":{"polluted":true}}',
			'{"type":"basic","stem":"a","answer":"b","number":1,"id":"x","revision":1,"constructor":{"prototype":{}}}',
			'{"type":"cloze","stem":"{{1::a}}","number":1,"id":"x","revision":1,"accept":{"__proto__":["b"]}}',
			'{"__proto__":{"type":"basic","stem":"a","answer":"b","number":1,"id":"x","revision":1}}'
		];
		for (const json of hostile) expect(parseItem(JSON.parse(json)).ok).toBe(false);
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});

	it('survives nesting of any depth', () => {
		const deep: unknown = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
		for (const key of Object.keys(basic)) expect(parseItem({ ...basic, [key]: deep }).ok).toBe(false);
		expect(parseItem(deep).ok).toBe(false);
	});

	it('cleans received text: direction overrides and control characters go, accents are composed', () => {
		const parsed = parseItem({ ...basic, stem: 'a\u202Eb\u0000', answer: 'e\u0301\r\n!' });
		expect(parsed).toMatchObject({ ok: true, value: { stem: 'ab', answer: 'é\n!' } });
	});

	it('refuses text of which nothing is left', () => {
		expect(issuesOf({ ...basic, stem: '\u202E\u0000' })).toContain('stem: This text is empty.');
		expect(issuesOf({ ...basic, stem: ' \n ' })).toEqual(['stem: This text is empty.']);
	});

	it('takes addresses and markup as the plain text they are', () => {
		const stem = 'javascript:alert(1) <img src=x onerror=alert(1)> [a](javascript:b)';
		expect(parseItem({ ...basic, stem })).toMatchObject({ ok: true, value: { stem } });
	});

	it('takes 2,000 characters of text and not one more', () => {
		expect(issuesOf({ ...basic, stem: 'x'.repeat(2000) })).toEqual([]);
		expect(issuesOf({ ...basic, stem: 'x'.repeat(2001) })).toEqual(['stem: This text is longer than 2000 characters.']);
	});

	it('wants exactly one correct option in single-choice', () => {
		const message = 'options: Exactly one option is correct in a single-choice question.';
		expect(issuesOf(question({ type: 'single-choice', options: [right, wrong] }))).toEqual([]);
		expect(issuesOf(question({ type: 'single-choice', options: [right, right] }))).toEqual([message]);
		expect(issuesOf(question({ type: 'single-choice', options: [wrong, wrong] }))).toEqual([message]);
	});

	it('wants at least one correct option in multiple-choice', () => {
		expect(issuesOf(question({ type: 'multiple-choice', options: [right, right] }))).toEqual([]);
		expect(issuesOf(question({ type: 'multiple-choice', options: [wrong, wrong] }))).toHaveLength(1);
	});

	it('takes 2 to 10 options', () => {
		const options = (length: number): unknown =>
			question({ type: 'multiple-choice', options: Array.from({ length }, () => right) });
		expect([1, 2, 10, 11].map((length) => parseItem(options(length)).ok)).toEqual([false, true, true, false]);
	});

	it('wants a deletion in a cloze, numbered from 1, and spellings only for deletions it has', () => {
		const cloze = (stem: string, accept?: object): unknown =>
			question({ type: 'cloze', stem, ...(accept === undefined ? {} : { accept }) });
		expect(issuesOf(cloze('No gap.'))).toEqual(['stem: A cloze needs a deletion such as {{1::hidden}}.']);
		expect(issuesOf(cloze('{{0::zero}}'))).toEqual(['stem: Deletions are numbered from 1.']);
		expect(issuesOf(cloze('{{1::one}}', { 1: ['eins'] }))).toEqual([]);
		expect(issuesOf(cloze('{{1::one}}', { 2: ['two'] }))).toHaveLength(1);
		expect(issuesOf(cloze('{{1::one}}', { one: ['eins'] }))).toEqual(['accept: The keys here are deletion numbers.']);
	});

	it('takes 2 to 10 entries and pairs', () => {
		const lengths = [1, 2, 10, 11];
		const entries = (length: number): unknown =>
			question({ type: 'ordering', entries: Array.from({ length }, () => ({ text: 'x' })) });
		const pairs = (length: number): unknown =>
			question({ type: 'matching', pairs: Array.from({ length }, () => ({ left: 'x', right: 'y' })), extra: [] });
		expect(lengths.map((length) => parseItem(entries(length)).ok)).toEqual([false, true, true, false]);
		expect(lengths.map((length) => parseItem(pairs(length)).ok)).toEqual([false, true, true, false]);
	});

	it('keeps map targets on the globe', () => {
		const map = (lat: unknown, lon: unknown): unknown =>
			question({ type: 'map', target: { place: 'kabul', lat, lon, toleranceKm: 50 } });
		expect(issuesOf(map(-90, 180))).toEqual([]);
		expect(issuesOf(map(90.01, 0))).toEqual(['target.lat: The greatest possible number is 90.']);
		expect(issuesOf(map(0, -180.01))).toEqual(['target.lon: The least possible number is -180.']);
		for (const lat of [NaN, Infinity, '34', null]) expect(parseItem(map(lat, 0)).ok).toBe(false);
	});

	it('knows which days exist', () => {
		const dated = (date: string): unknown =>
			question({ type: 'ordering', entries: [{ text: 'a', date }, { text: 'b' }] });
		for (const date of ['1893', '2007-12', '2024-02-29', '1900-02-28']) expect(issuesOf(dated(date))).toEqual([]);
		for (const date of [
			'2023-02-29',
			'1900-02-29',
			'2024-13',
			'2024-04-31',
			'2024-00',
			'24',
			'2024-1-1',
			'2024-01-00'
		]) {
			expect(parseItem(dated(date)).ok, date).toBe(false);
		}
	});

	it('lists no more than 50 issues', () => {
		const many = Array.from({ length: 10 }, () => ({ x: 1 }));
		const tags = Array.from({ length: 20 }, () => 1);
		const matching = question({ type: 'matching', pairs: many, extra: many, provenance: { tags, sources: tags } });
		const parsed = parseItem(matching);
		expect(parsed.ok ? [] : parsed.error.issues).toHaveLength(50);
	});
});

describe('parseStudySet', () => {
	const set = { id: 'a', title: 'T', lang: 'en', origin: 'own', revision: 1, addedAt: 0, topics: [], items: [basic] };
	const second = { ...basic, number: 2, id: 'second' };

	it('gives back every sound set as it was', () => {
		fc.assert(
			fc.property(arbitrarySet(), (any) => {
				expect(parseStudySet(JSON.parse(JSON.stringify(any)))).toEqual({ ok: true, value: any });
			}),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('refuses two items of one number or one id', () => {
		expect(parseStudySet({ ...set, items: [basic, second] }).ok).toBe(true);
		expect(parseStudySet({ ...set, items: [basic, { ...second, number: 1 }] })).toMatchObject({
			error: { issues: [{ path: 'items', message: 'Two items have the same number.' }] }
		});
		expect(parseStudySet({ ...set, items: [basic, { ...second, id: 'who' }] }).ok).toBe(false);
	});

	it('takes 500 items and refuses 100,000 without reading them', () => {
		const items = (length: number): unknown[] =>
			Array.from({ length }, (_, i) => ({ ...basic, number: i + 1, id: String(i + 1) }));
		expect(parseStudySet({ ...set, items: items(500) }).ok).toBe(true);
		expect(parseStudySet({ ...set, items: items(501) }).ok).toBe(false);
		const untouchable = new Proxy(basic, {
			get() {
				throw new Error('An item was read.');
			}
		});
		expect(parseStudySet({ ...set, items: Array.from({ length: 100_000 }, () => untouchable) })).toEqual({
			ok: false,
			error: { kind: 'invalid', issues: [{ path: 'items', message: 'At most 500 items fit here.' }] }
		});
	});

	it.each(['', 'a.b', 'a b', 'x'.repeat(41), '../x', 'é'])('refuses the set id "%s"', (id) => {
		expect(parseStudySet({ ...set, id }).ok).toBe(false);
	});

	it('says where in the set an item is wrong', () => {
		const parsed = parseStudySet({ ...set, items: [basic, { ...second, answer: 1 }] });
		expect(parsed).toMatchObject({
			error: { issues: [{ path: 'items.1.answer', message: 'A text is expected here.' }] }
		});
	});

	it.each([
		['lang', 'english language'],
		['origin', 'stolen'],
		['revision', 1.5],
		['addedAt', -1],
		[
			'topics',
			[
				{ id: 'a', title: 'A' },
				{ id: 'a', title: 'B' }
			]
		],
		['title', ''],
		['more', true]
	])('refuses a set whose %s is wrong', (field, value) => {
		expect(parseStudySet({ ...set, [field]: value })).toMatchObject({ ok: false, error: { issues: [{}] } });
	});
});
