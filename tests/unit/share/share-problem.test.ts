import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SharedContent } from '$lib/domain/share-model';
import { findShareProblem } from '$lib/share/share-problem';

const SELECTION: SharedContent = { kind: 'bank-items', bank: 'demo', bankRevision: 1, title: '', items: [1, 2] };

afterEach(() => vi.unstubAllGlobals());

describe('findShareProblem', () => {
	it('finds nothing against a few questions', () => {
		expect(findShareProblem(SELECTION)).toBeNull();
	});

	it('says that a page which came without encryption cannot make links, but first what is wrong with the content', () => {
		vi.stubGlobal('crypto', { getRandomValues: () => undefined });
		expect(findShareProblem(SELECTION)).toBe('insecure');
		const items = Array.from({ length: 501 }, (_, index) => index + 1);
		expect(findShareProblem({ ...SELECTION, items })).toBe('too-many-items');
	});
});
