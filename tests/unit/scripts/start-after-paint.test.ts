import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { bootScript, shortenBootScript } from '../../../src/boot-script';
import { startAfterPaint } from '../../../src/start-after-paint';

const START = `
	const element = document.currentScript.parentElement;
	Promise.all([
		import("./start.js"),
		import("./app.js")
	]).then(([kit, app]) => {
		kit.start(app, element, { node_ids: [0, 2], data: [null, null] });
	});
`;
const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
const page = (script: string) =>
	`<meta http-equiv="content-security-policy" content="script-src '${hashOf(script)}'"><link href="./app.js" rel="modulepreload"><script>boot()</script><body><script>${script}</script></body>`;
const lastScript = (html: string) => /<script>((?:(?!<script>)[\s\S])*)<\/script><\/body>/.exec(html)?.[1] ?? '';

describe('a written page', () => {
	it('fetches and starts the app after its first paint, under the policy that allows just that', () => {
		const html = startAfterPaint(page(START));
		const script = lastScript(html);
		expect(html).toContain(hashOf(script));
		expect(html).not.toContain(hashOf(START));
		expect(html).toContain('<link href="./app.js" data-app>');
		expect(html).not.toContain('modulepreload');
		const [before, after] = script.split('backstoryPaint.then(() => ');
		expect(before).not.toContain('import(');
		expect(after?.match(/import\(/g)).toHaveLength(2);
		// It is a script still: the brackets match.
		expect(() => new Script(script)).not.toThrow();
	});

	it('is not written at all when Kit writes its start otherwise', () => {
		const other = START.replace('Promise.all([', 'await Promise.all([').replace(']).then(', ']);(');
		expect(() => startAfterPaint(page(other))).toThrow('not as Kit used to write it');
		expect(() => startAfterPaint(page(START).replace(hashOf(START), 'sha256-other'))).toThrow('not as Kit');
	});

	it('stays as it is where it has no app, or no words to wait for', () => {
		const plain = '<script>boot()</script><p>Words</p>';
		expect(startAfterPaint(plain)).toBe(plain);
		const empty = page(START.replace(', { node_ids: [0, 2], data: [null, null] }', ''));
		expect(startAfterPaint(empty)).toBe(empty);
	});
});

describe('the script of app.html', () => {
	const source = readFileSync('src/app.html', 'utf8');

	it('loses its comments and indents and nothing else', () => {
		const script = bootScript(source);
		expect(script).not.toMatch(/^\s*\/\/|^\s|\n\n/m);
		const bare = (text: string) => text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/\s/g, '');
		expect(bare(script)).toBe(bare(/<script>([\s\S]*?)<\/script>/.exec(source)?.[1] ?? 'none'));
		expect(() => new Script(script)).not.toThrow();
	});

	it('stands so in the page, and the rest of the page stays', () => {
		const html = shortenBootScript(source);
		expect(html).toContain(`<script>${bootScript(source)}</script>`);
		expect(html.replace(/<script>[\s\S]*?<\/script>/, '')).toBe(source.replace(/<script>[\s\S]*?<\/script>/, ''));
	});
});
