import { describe, expect, it } from 'vitest';
import type { SourceName } from '$lib/state/library.svelte';
import { SourceNames } from '$lib/state/source-names.svelte';

const register = new Map<string, SourceName>(
	['S1', 'S2'].map((key) => [
		key,
		{ key, title: `Title ${key}`, publisher: 'The Courier', url: `https://a.test/${key}` }
	])
);
const keysOf = (names: SourceNames, keys: readonly string[]) => names.of(keys).map(({ key }) => key);

describe('SourceNames', () => {
	it('knows none until the register is read, and then those that it has', async () => {
		const names = new SourceNames({ sources: () => Promise.resolve(register) }, 'bank');
		expect(names.of(['S1'])).toEqual([]);
		await names.load();
		expect(keysOf(names, ['S2', 'S9', 'S1'])).toEqual(['S2', 'S1']);
	});

	it('reads the register once', async () => {
		const asked: string[] = [];
		const sources = (id: string) => {
			asked.push(id);
			return Promise.resolve(register);
		};
		const names = new SourceNames({ sources }, 'bank');
		await names.load();
		await names.load();
		expect(asked).toEqual(['bank']);
	});

	it('does without names when the register cannot be read, and tries again when asked to', async () => {
		let isOnline = false;
		const sources = () => (isOnline ? Promise.resolve(register) : Promise.reject(new Error('offline')));
		const names = new SourceNames({ sources }, 'bank');
		await names.load();
		expect(names.of(['S1'])).toEqual([]);
		isOnline = true;
		await names.load();
		expect(keysOf(names, ['S1'])).toEqual(['S1']);
	});
});
