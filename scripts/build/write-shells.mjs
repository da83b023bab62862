import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHELLS } from '../../src/shell-pages.js';

/**
 * Writes the empty page once more for each depth of the pages it stands for. Its addresses become relative like those of
 * every other page, so that one build works below any path.
 * @param {string} folder the finished build
 * @param {string} base the path that was built in, or an empty text
 */
export function writeShells(folder, base) {
	const html = readFileSync(join(folder, '404.html'), 'utf8');
	for (const [depth, path] of SHELLS.entries()) {
		const file = join(folder, path, 'index.html');
		mkdirSync(join(folder, path), { recursive: true });
		writeFileSync(file, toShell(html, base, '../'.repeat(depth + 1)));
	}
}

/** @param up the way from a page to the folder the app is served from */
function toShell(html, base, up) {
	const before = bootScript(html);
	const after = before
		.replace(
			`base: ${JSON.stringify(base)}`,
			`base: new URL(${JSON.stringify(up.slice(0, -1))}, location).pathname.slice(0, -1)`
		)
		.replaceAll(`import("${base}/`, `import("${up}`);
	if (after === before) throw new Error('The boot script of 404.html is not as Kit used to write it');
	return html.replace(before, after).replace(hashOf(before), hashOf(after)).replaceAll(`href="${base}/`, `href="${up}`);
}

/** The script that starts the app: the last one. */
function bootScript(html) {
	return /<script>((?:(?!<script>)[\s\S])*)<\/script>\s*<\/div>/.exec(html)?.[1] ?? '';
}

function hashOf(script) {
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
