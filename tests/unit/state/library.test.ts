import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bank } from '$lib/content/bank';
import { Library } from '$lib/state/library.svelte';
import { publishParts } from '../../../scripts/bank/publish-bank';
import { appOver } from './fake-app';

const golden = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8')) as Bank;
const ID = 'collision-course';

/** The site serves a bank as the last of the given revisions, once each of those before it has been served. */
function serve(questions: readonly number[], register: readonly number[]): string[] {
	const asked: string[] = [];
	const parts = publishParts({ ...golden, id: ID });
	const left = { questions: [...questions], register: [...register] };
	vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
		const part = address.endsWith(`/banks/${ID}.questions.json`) ? 'questions' : 'register';
		if (part === 'register') expect(address).toMatch(/\/banks\/collision-course\.register\.json$/);
		asked.push(init?.cache === undefined ? part : `${part}, ${init.cache}`);
		const revision = left[part].length > 1 ? left[part].shift() : left[part][0];
		if (revision === undefined) return Promise.resolve(new Response(null, { status: 404 }));
		return Promise.resolve(Response.json({ ...parts[part], revision }));
	});
	return asked;
}

async function library(): Promise<Library> {
	return new Library((await appOver()).app.database);
}

afterEach(() => {
	vi.unstubAllGlobals();
});

describe('Library', () => {
	it('fetches nothing but the questions for a set, and those once', async () => {
		const [asked, known] = [serve([3], [3]), await library()];
		known.prefetch(null);
		expect((await known.set(ID))?.items).toEqual(golden.items);
		known.forget(ID);
		await known.set(ID);
		expect(asked).toEqual(['questions']);
	});

	it('fetches the register for whatever else is asked, beside the questions that are there', async () => {
		const [asked, known] = [serve([3], [3]), await library()];
		await known.set(ID);
		expect([...(await known.sources(ID)).keys()]).toEqual(golden.sources.map(({ key }) => key));
		expect(await known.bank(ID)).toEqual({ ...golden, id: ID });
		expect(asked).toEqual(['questions', 'register']);
	});

	it('fetches both parts anew when the site was updated between them', async () => {
		const [asked, known] = [serve([3, 4], [4]), await library()];
		await known.set(ID);
		expect((await known.bank(ID)).revision).toBe(4);
		expect(asked).toEqual(['questions', 'register', 'questions, no-cache', 'register, no-cache']);
	});

	it('never joins parts of different revisions, and tries again for the next who asks', async () => {
		serve([3], [4]);
		const known = await library();
		await expect(known.bank(ID)).rejects.toThrow('The parts of the question bank collision-course are of different');
		serve([4], [4]);
		expect((await known.bank(ID)).revision).toBe(4);
	});

	it('says that a part is missing; the questions serve without the register', async () => {
		serve([3], []);
		const known = await library();
		await expect(known.sources(ID)).rejects.toThrow('collision-course cannot be read: 404');
		expect((await known.set(ID))?.revision).toBe(3);
	});
});
