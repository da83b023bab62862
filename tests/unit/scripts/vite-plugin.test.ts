import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import type { InlineConfig, Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishBank, publishParts } from '../../../scripts/bank/publish-bank';
import { backstoryBanks } from '../../../scripts/bank/vite-plugin';
import type { Bank } from '../../../src/lib/content/bank';
import { copySoundBank, removeBank } from '../../fixtures/banks/open-bank';

let root = '';
const golden = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8')) as Bank;
const published: unknown = JSON.parse(JSON.stringify(publishBank(golden)));
const parts = JSON.parse(JSON.stringify(publishParts(golden))) as { questions: unknown; register: unknown };

beforeEach(() => {
	root = copySoundBank();
	writeFileSync(join(root, 'entry.js'), "import banks from 'virtual:banks';\nexport const count = banks[0].count;\n");
});
afterEach(() => {
	removeBank(root);
});

function config(ssr: boolean): InlineConfig {
	return {
		configFile: false,
		root,
		logLevel: 'silent',
		plugins: [backstoryBanks(root)],
		build: { ssr, write: false, minify: false, rolldownOptions: { input: join(root, 'entry.js') } }
	};
}

async function buildFiles(ssr = false): Promise<Map<string, string>> {
	const output = (await build(config(ssr))) as Rolldown.RolldownOutput;
	return new Map(
		output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)] as const)
	);
}

describe('backstoryBanks', () => {
	it('puts each bank and the schema into the client build under fixed names', async () => {
		const files = await buildFiles();
		expect(JSON.parse(files.get('banks/tiny.json') ?? 'null')).toEqual(published);
		expect(files.get('banks/bank.schema.json')).toContain('Question bank');
	});

	it('puts each bank in two parts beside it, for the app', async () => {
		const files = await buildFiles();
		expect(JSON.parse(files.get('banks/tiny.questions.json') ?? 'null')).toEqual(parts.questions);
		expect(JSON.parse(files.get('banks/tiny.register.json') ?? 'null')).toEqual(parts.register);
	});

	it('puts no file into the server build', async () => {
		const files = await buildFiles(true);
		expect([...files.keys()].filter((name) => name.startsWith('banks/'))).toEqual([]);
		expect(files.size).toBe(1);
	});

	it('gives the index without a single item', async () => {
		const code = [...(await buildFiles(true)).values()].join('');
		expect(code).toContain('The bridge of Adun');
		expect(code).not.toContain('Who looks after the bridge?');
	});

	it('gives a whole bank to pages rendered at build time', async () => {
		writeFileSync(join(root, 'entry.js'), "import bank from 'virtual:bank/tiny';\nexport default bank;\n");
		expect([...(await buildFiles(true)).values()].join('')).toContain('Who looks after the bridge?');
	});

	it('stops the build at a bank that does not compile, with file and line', async () => {
		writeFileSync(join(root, 'questions/tiny/places.yaml'), '[]\n');
		await expect(buildFiles()).rejects.toThrow(
			/questions\/tiny\/items\/bridge\.yaml:\d+: This place is not in places\.yaml/
		);
	});

	it('stops the build at a module of a bank that is not there', async () => {
		writeFileSync(join(root, 'entry.js'), "import bank from 'virtual:bank/huge';\nexport default bank;\n");
		await expect(buildFiles()).rejects.toThrow(/no bank "huge"/);
	});

	it('builds without any bank', async () => {
		rmSync(join(root, 'questions/tiny'), { recursive: true });
		writeFileSync(join(root, 'entry.js'), "import banks from 'virtual:banks';\nexport default banks;\n");
		expect([...(await buildFiles()).keys()]).toContain('banks/bank.schema.json');
	});

	it('serves the same files while developing, and passes on what it does not know', async () => {
		const server = await createServer({ ...config(false), server: { host: '127.0.0.1', port: 0, hmr: false } });
		try {
			await server.listen();
			const address = server.resolvedUrls?.local[0] ?? '';
			const response = await fetch(`${address}banks/tiny.json?v=1`);
			expect(response.headers.get('content-type')).toBe('application/json');
			expect(await response.json()).toEqual(published);
			const questions = await fetch(`${address}banks/tiny.questions.json`);
			expect(await questions.json()).toEqual(parts.questions);
			const register = await fetch(`${address}banks/tiny.register.json`);
			expect(await register.json()).toEqual(parts.register);
			const other = await fetch(`${address}banks/huge.json`);
			expect(other.headers.get('content-type')).not.toBe('application/json');
		} finally {
			await server.close();
		}
	});
});
