// A small static server for the built site, as a good host would serve it: compressed, with the headers of `_headers`.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ROOT } from './ensure-installed.mjs';

const TYPES = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8'
};
/** What was served once, by encoding, path and age: compressing well takes seconds, and a process may start many servers. */
const encoded = new Map();
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.xml']);

/**
 * Serves a built site.
 * @param {{ port?: number, folder?: string, base?: string }} options port 0 takes any free one; `base` is a path to serve below
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export function serve({ port = 0, folder = join(ROOT, 'build'), base = '' } = {}) {
	const headerRules = readHeaderRules(folder);
	const server = createServer((request, response) => {
		const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
		const local = path.startsWith(`${base}/`) ? path.slice(base.length) : null;
		const found = local === null ? null : locate(folder, local);
		if (found?.redirect) {
			response.writeHead(308, { Location: base + found.redirect + new URL(request.url, 'http://x').search }).end();
			return;
		}
		const file = found?.file ?? join(folder, '404.html');
		const encoding = chooseEncoding(request.headers['accept-encoding'] ?? '', extname(file));
		const { body, tag } = readEncoded(file, encoding);
		const headers = { ETag: tag, Vary: 'Accept-Encoding', ...headersFor(headerRules, local ?? '/') };
		if (found && request.headers['if-none-match'] === tag) {
			response.writeHead(304, headers).end();
			return;
		}
		response.writeHead(found ? 200 : 404, {
			'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
			'Content-Length': body.length,
			...(encoding ? { 'Content-Encoding': encoding } : {}),
			...headers
		});
		response.end(request.method === 'HEAD' ? undefined : body);
	});
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, () => {
			const address = `http://localhost:${server.address().port}${base}/`;
			resolve({ address, close: () => closeServer(server) });
		});
	});
}

function closeServer(server) {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

/** A folder's page is its index.html; without the slash it is redirected, as static hosts do. */
function locate(folder, path) {
	const target = join(folder, normalize(path));
	if (!target.startsWith(folder) || !existsSync(target)) return null;
	if (!statSync(target).isDirectory()) return { file: target };
	const index = join(target, 'index.html');
	if (!existsSync(index)) return null;
	return path.endsWith('/') ? { file: index } : { redirect: `${path}/` };
}

function chooseEncoding(accepted, extension) {
	if (!COMPRESSED.has(extension)) return null;
	return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

function readEncoded(file, encoding) {
	const key = `${encoding}:${file}:${statSync(file).mtimeMs}`;
	const known = encoded.get(key);
	if (known) return known;
	const plain = readFileSync(file);
	const body = encoding === 'br' ? brotli(plain) : encoding === 'gzip' ? gzipSync(plain, { level: 9 }) : plain;
	const answer = { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"` };
	encoded.set(key, answer);
	return answer;
}

function brotli(plain) {
	return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function readHeaderRules(folder) {
	const file = join(folder, '_headers');
	if (!existsSync(file)) return [];
	const rules = [];
	for (const line of readFileSync(file, 'utf8').split('\n')) {
		const header = /^\s+([^:]+):\s*(.*)$/.exec(line);
		if (header) rules.at(-1)?.headers.push([header[1], header[2]]);
		else if (line.trim()) rules.push({ path: line.trim(), headers: [] });
	}
	return rules;
}

function headersFor(rules, path) {
	const matching = rules.filter((rule) =>
		rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : rule.path === path
	);
	// A year of "https only" belongs to a real host, not to localhost.
	return Object.fromEntries(
		matching.flatMap((rule) => rule.headers).filter(([name]) => name !== 'Strict-Transport-Security')
	);
}

if (process.argv[1]?.endsWith('serve.mjs')) {
	const { address } = await serve({ port: Number(process.env.PORT ?? 4173) });
	console.log(address);
}
