// Writes build/_headers (Netlify, Cloudflare Pages): each page's own policy, as in its meta tag, and what a tag cannot say.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './ensure-installed.mjs';

const SITE = [
	'X-Content-Type-Options: nosniff',
	'X-Frame-Options: DENY',
	'Referrer-Policy: no-referrer',
	'Cross-Origin-Opener-Policy: same-origin',
	'Cross-Origin-Resource-Policy: same-origin',
	'Strict-Transport-Security: max-age=31536000; includeSubDomains',
	'Permissions-Policy: camera=(self), screen-wake-lock=(self), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()'
];

/** @param {string} build folder of the built site */
export function writeHeaders(build) {
	const rules = [rule('/*', SITE), rule('/_app/immutable/*', ['Cache-Control: public, max-age=31536000, immutable'])];
	rules.push(rule('/service-worker.js', ['Cache-Control: no-cache']));
	for (const page of pagesOf(build)) {
		const html = readFileSync(join(build, page, 'index.html'), 'utf8');
		const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1];
		if (!policy) throw new Error(`${page} carries no content security policy`);
		rules.push(rule(page, [`Content-Security-Policy: ${policy.replaceAll('&#39;', "'")}; frame-ancestors 'none'`]));
	}
	writeFileSync(join(build, '_headers'), `${rules.join('\n')}\n`);
}

/** @returns addresses of all pages, such as `/study/` */
function pagesOf(build) {
	return readdirSync(build, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.name === 'index.html')
		.map((entry) => `/${join(entry.parentPath, '/').slice(join(build, '/').length)}`.replaceAll('\\', '/'))
		.sort();
}

function rule(path, headers) {
	return [path, ...headers.map((header) => `  ${header}`)].join('\n');
}

if (process.argv[1]?.endsWith('headers.mjs')) writeHeaders(join(ROOT, process.argv[2] ?? 'build'));
