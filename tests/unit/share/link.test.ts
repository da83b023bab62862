import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import type { SharedContent } from '$lib/domain/share-model';
import { CHAT_CHARACTERS } from '$lib/share/budget';
import { decodeLink, encodeLink } from '$lib/share/link';
import { encodeQr } from '$lib/share/qr';
import { arbitraryContent } from './arbitrary-content';
import { bankItems, basic, OPEN, setOf, twentyQuestions } from './contents';

async function expectRoundTrip(content: SharedContent): Promise<void> {
	const link = await encodeLink(content);
	expect(link).toMatch(/^1d\.[A-Za-z0-9_-]+[A-Za-z0-9]$/);
	expect(await decodeLink(link, parseStudySet)).toEqual({ ok: true, value: content });
}

describe('links', () => {
	it('carry any content there and back, every item type included', async () => {
		await fc.assert(fc.asyncProperty(arbitraryContent, expectRoundTrip), { seed: 42, numRuns: 400 });
	});

	it('carry a set of 500 items', async () => {
		const items = Array.from({ length: 500 }, (_, place) => ({
			...basic(`Stem ${String(place)}`, 'Answer'),
			number: place + 1,
			id: String(place + 1)
		}));
		await expectRoundTrip(setOf(...items));
	});

	it('carry item numbers that have gaps and stand in another order', async () => {
		await expectRoundTrip(
			setOf({ ...basic('a', 'b'), number: 7, id: '7' }, { ...basic('c', 'd'), number: 3, id: '3' })
		);
		await expectRoundTrip(bankItems([160, 2, 159, 1]));
	});

	it('are the same for the same content', async () => {
		expect(await encodeLink(bankItems([1, 2, 3]))).toBe(await encodeLink(bankItems([1, 2, 3])));
	});

	it('leave behind what belongs to a bank or to a device', async () => {
		const content = setOf({
			...basic('Who drew the line?', 'Durand'),
			topic: 'unlisted',
			provenance: {
				paragraphs: [2],
				kind: 'fact',
				sources: ['S08'],
				asOf: '2026-11',
				objective: 'LO1',
				bloom: 'remember',
				difficulty: 'easy',
				tags: []
			}
		});
		const decoded = await decodeLink(await encodeLink(content), parseStudySet);
		expect(decoded).toEqual({ ok: true, value: setOf(basic('Who drew the line?', 'Durand')) });
	});

	it('clean texts on their way: overrides and control characters go, markup and addresses stay text', async () => {
		const hostile = setOf(basic('\u202Eabc\u2066\u0007 javascript:alert(1)', '<img src=x onerror=alert(1)>\u001F'));
		const decoded = await decodeLink(await encodeLink(hostile), parseStudySet);
		expect(decoded).toEqual({
			ok: true,
			value: setOf(basic('abc javascript:alert(1)', '<img src=x onerror=alert(1)>'))
		});
	});

	it('refuse to be made of nothing, of too much, or of a quiz that nobody can take', async () => {
		await expect(encodeLink(setOf())).rejects.toThrow('empty');
		await expect(encodeLink(bankItems(Array.from({ length: 501 }, (_, place) => place + 1)))).rejects.toThrow(
			'too-many-items'
		);
		const quiz = { count: 10, seed: -1, time: { kind: 'none' } } as const;
		await expect(encodeLink({ ...bankItems([]), quiz })).rejects.toThrow('cannot be shared');
	});
});

describe('what links cost', () => {
	it('twenty questions of 255 to 265 characters, four options each, are at most 4,100 characters of address', async () => {
		const set = twentyQuestions();
		const lengths = set.items.map((item) =>
			item.type === 'single-choice'
				? item.stem.length +
					item.options.reduce((sum, option) => sum + option.text.length, 0) +
					(item.explanation ?? '').length
				: 0
		);
		const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
		expect(lengths).toHaveLength(20);
		expect(average).toBeGreaterThanOrEqual(255);
		expect(average).toBeLessThanOrEqual(265);
		expect(set.items.every((item) => item.type === 'single-choice' && item.options.length === 4)).toBe(true);
		const address = OPEN + (await encodeLink({ kind: 'set', set }));
		expect(address.length).toBeLessThanOrEqual(CHAT_CHARACTERS);
	});

	it('ten items of the bank fit a QR code of version 10, with a quiz and a title too', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.integer({ min: 1, max: 160 }), { minLength: 10, maxLength: 10 }),
				fc.integer({ min: 0, max: 0xffff_ffff }),
				async (items, seed) => {
					const bare = OPEN + (await encodeLink(bankItems(items)));
					expect(bare.length).toBeLessThanOrEqual(134);
					expect(encodeQr(bare).version).toBeLessThanOrEqual(8);
					const quiz = { count: 10, seed, time: { kind: 'quiz', limitMs: 600_000 } } as const;
					const full =
						OPEN + (await encodeLink({ ...bankItems(items), title: 'Homework for class 10b, Monday', quiz }));
					expect(encodeQr(full).version).toBeLessThanOrEqual(10);
				}
			),
			{ seed: 42, numRuns: 100 }
		);
	});

	it('the whole bank with a quiz is shorter than ten items', async () => {
		const whole = await encodeLink(bankItems([]));
		expect(whole.length).toBeLessThan((await encodeLink(bankItems([3, 14, 15, 92, 65, 35, 89, 79, 32, 38]))).length);
	});

	it('a hundred items are written and read', async () => {
		const set = twentyQuestions();
		const items = Array.from({ length: 5 }, () => set.items)
			.flat()
			.map((item, place) => ({ ...item, number: place + 1, id: String(place + 1) }));
		await expectRoundTrip({ kind: 'set', set: { ...set, items } });
	});
});
