import { describe, expect, it } from 'vitest';
import { coverDeletions } from '$lib/domain/cloze-text';
import { parseText } from '$lib/domain/text';
import { DAY_MS } from '$lib/domain/units';
import { forgetCardAhead, keepCardAhead, readCardAhead } from '$lib/state/card-ahead';
import type { ShownCard } from '$lib/state/shown-card';
import { appOver, stubPage } from './fake-app';

const FROM = Date.UTC(2026, 10, 23, 12);
const KEY = 'backstory.card';

stubPage();

function shown(stem: ShownCard['face']['stem'], some: Partial<ShownCard> = {}): ShownCard {
	const face = { stem, prompt: { kind: 'recall' }, hidden: { kind: 'none' } } as const;
	const answer = { kind: 'text', text: parseText('An answer'), also: [] } as const;
	const rest = { lang: 'en', topic: 'Places', explanation: null, note: null, leechLapses: null };
	return { face: { ...face, answer }, ...rest, ...some };
}

async function keep(card: ShownCard) {
	const { preferences } = (await appOver()).app;
	keepCardAhead('set.1.1', card, FROM, preferences);
}

function words() {
	const { told, lang } = JSON.parse(localStorage.getItem(KEY) ?? '') as { told: unknown[][]; lang: string };
	return { until: told[0]?.[0], words: told[0]?.slice(1), lang };
}

describe('a promised card', () => {
	it('is known for a week from its instant on, until it is forgotten', async () => {
		await keep(shown(parseText('What is strategic depth?')));
		expect(readCardAhead(FROM - 1)).toBeNull();
		expect(readCardAhead(FROM)).toBe('set.1.1');
		expect(readCardAhead(FROM + 7 * DAY_MS)).toBeNull();
		forgetCardAhead();
		expect(readCardAhead(FROM)).toBeNull();
	});

	it('tells its topic and its question, and the language of both', async () => {
		await keep(shown(parseText('ما هو خط ديورند؟'), { lang: 'ar', topic: null }));
		expect(words()).toEqual({ until: FROM + 7 * DAY_MS, words: ['', 'ما هو خط ديورند؟', '', ''], lang: 'ar' });
	});

	it('tells what stands on both sides of a gap', async () => {
		await keep(shown(coverDeletions('Kabul fell in {{1::August 2021}}, without a fight.', 1)));
		expect(words().words).toEqual(['Places', 'Kabul fell in ', 'missing words', ', without a fight.']);
	});

	it.each([
		['with marks', 'What does *jihad* mean?'],
		['of two paragraphs', 'One.\n\nTwo?'],
		['with a list', '- one\n- two'],
		['of two lines', 'One.\nTwo?']
	])('takes the place of none that was promised before, with a question %s', async (_, stem) => {
		await keep(shown(parseText('What is strategic depth?')));
		await keep(shown(parseText(stem)));
		expect(readCardAhead(FROM)).toBeNull();
	});

	it.each(['', '{', '[]', '3', 'null', '{"card":"a.1.1"}', '{"card":3,"from":1}', '{"card":"a.1.1","from":"1"}'])(
		'is none in %o',
		(text) => {
			localStorage.setItem(KEY, text);
			expect(readCardAhead(FROM)).toBeNull();
		}
	);

	it('is given up where it cannot be replaced: the old one may not hold any more', async () => {
		await keep(shown(parseText('What is strategic depth?')));
		localStorage.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		await keep(shown(parseText('Who drew the Durand Line?')));
		expect(readCardAhead(FROM)).toBeNull();
	});
});
