import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import KindMark from '../../src/lib/components/KindMark.svelte';
import { STATEMENT_KINDS } from '../../src/lib/domain/item';

describe('the name of a kind', () => {
	beforeEach(() => {
		document.documentElement.style.fontSize = '200%';
		document.body.style.inlineSize = '200px';
	});
	afterEach(() => {
		document.documentElement.removeAttribute('style');
		document.body.removeAttribute('style');
	});

	it.each(STATEMENT_KINDS)('stays within a narrow line of large text: %s', async (kind) => {
		const { container } = await render(KindMark, { kind, word: true });
		expect(container.textContent).toMatch(/[a-z]/);
		expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
	});
});
