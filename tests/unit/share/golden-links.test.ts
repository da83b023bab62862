import { describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import { decodeFile } from '$lib/share/file';
import { decodeLink } from '$lib/share/link';
import golden from '../../fixtures/golden-links.json';

// These links are in other people's hands. An entry is never changed or removed; a new shape of content adds one.
describe('links made by earlier versions', () => {
	it.each(golden)('still open: $name', async ({ link, content }) => {
		expect(await decodeLink(link, parseStudySet)).toEqual({ ok: true, value: content });
		expect(await decodeFile(new TextEncoder().encode(link), parseStudySet)).toEqual({ ok: true, value: content });
	});

	it('hold several of each kind and every item type', () => {
		const kinds = golden.map((entry) => entry.content.kind);
		expect(kinds.filter((kind) => kind === 'set').length).toBeGreaterThanOrEqual(3);
		expect(kinds.filter((kind) => kind === 'bank-items').length).toBeGreaterThanOrEqual(4);
		const types = golden.flatMap((entry) => entry.content.set?.items.map((item) => item.type) ?? []);
		expect(new Set(types).size).toBe(10);
	});
});
