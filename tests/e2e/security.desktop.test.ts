import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = join(ROOT, 'build');

/** Address and HTML of every page that was built. */
const PAGES = readdirSync(BUILD, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('index.html'))
	.map((name) => ({
		address: `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
		html: readFileSync(join(BUILD, name), 'utf8')
	}));

test('every page carries a policy without unsafe scripts or styles and with Trusted Types', () => {
	expect(PAGES.length).toBeGreaterThan(8);
	const fallback = { address: '404.html', html: readFileSync(join(BUILD, '404.html'), 'utf8') };
	for (const { address, html } of [...PAGES, fallback]) {
		const policy = policyOf(html);
		expect(policy, address).toContain("default-src 'none'");
		expect(policy, address).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/);
		expect(policy, address).toContain("require-trusted-types-for 'script'");
		expect(policy, address).toMatch(/trusted-types [a-z-]+/);
		expect(policy, address).toContain("object-src 'none'");
		expect(policy, address).toContain("base-uri 'none'");
	}
});

test('_headers says the same as each page and what a page cannot say itself', () => {
	const headers = readFileSync(join(BUILD, '_headers'), 'utf8');
	for (const { address, html } of PAGES) {
		const line = `  Content-Security-Policy: ${policyOf(html)}; frame-ancestors 'none'`;
		expect(headers).toContain(`\n${address}\n${line}`);
	}
	for (const header of [
		'X-Content-Type-Options: nosniff',
		'Referrer-Policy: no-referrer',
		'Cross-Origin-Opener-Policy: same-origin',
		'Strict-Transport-Security: max-age=31536000'
	]) {
		expect(headers).toContain(header);
	}
});

test('the server of the tests sends those headers', async ({ request }) => {
	const answer = await request.get('study/');
	expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(answer.headers()['x-content-type-options']).toBe('nosniff');
	expect(answer.headers()['x-frame-options']).toBe('DENY');
});

test('no source file inserts raw HTML or evaluates text', () => {
	const forbidden =
		/\{@html|\.(innerHTML|outerHTML|srcdoc)\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function\(|createContextualFragment|DOMParser/;
	const offenders = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(svelte|ts|js|html)$/.test(name) && !name.includes('paraglide'))
		.filter((name) => forbidden.test(readFileSync(join(ROOT, 'src', name), 'utf8')));
	expect(offenders).toEqual([]);
});

test('no built page, script or style names another site to load from', () => {
	for (const { address, html } of PAGES) {
		expect(html, address).not.toMatch(/<(script|link|img|iframe)\b[^>]*\b(src|href)="(https?:)?\/\//);
	}
	const styles = readdirSync(join(BUILD, '_app'), { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.css')
	);
	for (const name of styles)
		expect(readFileSync(join(BUILD, '_app', name), 'utf8'), name).not.toMatch(/url\(["']?https?:/);
});

test('the policy really stops an injected script and a raw string in a script sink', async ({ page, watch }) => {
	watch.tolerate(/policy violation|Content Security Policy|TrustedHTML|TrustedScript|Trusted Type/);
	await page.goto('about/');
	const outcome = await page.evaluate(() => {
		const script = document.createElement('script');
		try {
			script.text = 'window.injected = true';
			document.head.append(script);
		} catch {
			// Trusted Types refuse the assignment already.
		}
		try {
			document.body.insertAdjacentHTML('beforeend', '<p>raw</p>');
			return 'inserted';
		} catch (error) {
			return `${(error as Error).name} ${String('injected' in window)}`;
		}
	});
	expect(outcome).toBe('TypeError false');
});

function policyOf(html: string): string {
	const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
	return policy.replaceAll('&#39;', "'");
}
