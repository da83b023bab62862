import { beforeAll, describe, expect, it } from 'vitest';
import { sealBody } from '$lib/share/envelope';
import { findLink } from '$lib/share/find-link';

let payload = '';
let link = '';

beforeAll(async () => {
	payload = await sealBody(Uint8Array.from({ length: 120 }, (_, value) => (value * 37) % 256));
	link = `https://backstory.example/open#1d.${payload}`;
});

function expectFound(text: string): void {
	expect(findLink(text)).toEqual({ ok: true, value: { version: 1, method: 'd', payload } });
}

describe('findLink', () => {
	it('takes a bare payload, an address and an address below a base path', () => {
		expectFound(`1d.${payload}`);
		expectFound(`#1d.${payload}`);
		expectFound(link);
		expectFound(`https://school.example/apps/backstory/open?lang=en#1d.${payload}`);
	});

	it.each(['.', ')', '],', '>', '"', '*', '…', '!)'])('drops the punctuation %j after it', (end) => {
		expectFound(link + end);
		expectFound(`  ${link}${end}\n`);
	});

	it('joins the lines a mail program made of it, quoted or not', () => {
		const lines = payload.match(/.{1,40}/g) ?? [];
		expect(lines.length).toBeGreaterThan(2);
		expectFound(`https://backstory.example/open#1d.${lines.join('\r\n')}`);
		expectFound(`> https://backstory.example/open#1d.${lines.join('\n> ')}`);
		expectFound(`https://backstory.example/open#1d.\n${lines.join('\n')}.`);
	});

	it('leaves the message around it alone', () => {
		expectFound(`Try my #biology quiz: ${link} Have fun!`);
		expectFound(`${link}\nSent from my phone`);
		expectFound(`(${link}) and then\nmore words`);
	});

	it('undoes percent-encoding, also twice, and cuts off what a wrapping service adds', () => {
		expectFound(link.replaceAll('_', '%5F').replaceAll('-', '%2d').replace('#1d.', '%231d%2E'));
		expectFound(`https://wrap.example/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`);
		expectFound(`https://wrap.example/?url=${encodeURIComponent(encodeURIComponent(link))}&x=1`);
		expectFound(`${link}&utm_source=chat`);
		expectFound(`${link}?fbclid=abc`);
	});

	it('drops zero-width characters and soft hyphens', () => {
		expectFound(`\uFEFF${link.slice(0, 60)}\u200B${link.slice(60, 90)}\u00AD${link.slice(90)}`);
	});

	it('reads version and method without judging them', () => {
		expect(findLink('#12Z.abc')).toEqual({ ok: true, value: { version: 12, method: 'Z', payload: 'abc' } });
	});

	it.each(['', '  \n\t', '\u200B'])('says that %j is empty', (text) => {
		expect(findLink(text)).toEqual({ ok: false, error: { kind: 'empty' } });
	});

	it.each([
		'https://backstory.example/open',
		'hello',
		'#',
		'#d.abc',
		'#0d.abc',
		'#1.abc',
		'https://x.example/#/route',
		'javascript:alert(1)'
	])('says that %j is not a link', (text) => {
		expect(findLink(text)).toEqual({ ok: false, error: { kind: 'not-a-link' } });
	});

	it('takes time in proportion to the text, whatever the text', () => {
		const before = performance.now();
		for (const filler of ['.', '#', '#1d', '%25', ' ', '> ', '%', '#1d.', 'A ', '.\n']) {
			findLink(filler.repeat(100_000 / filler.length));
			findLink(`#1d.${filler.repeat(100_000 / filler.length)}a`);
		}
		expect(performance.now() - before).toBeLessThan(2_000);
	});
});
