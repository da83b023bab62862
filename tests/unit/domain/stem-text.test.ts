import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/lib/domain/item';
import { stemText } from '../../../src/lib/domain/stem-text';

const common = { number: 1, id: '1', revision: 1 };

describe('a stem as plain text', () => {
	it('leaves the gaps of a cloze empty and tells none of its answers', () => {
		const item: Item = { ...common, type: 'cloze', stem: 'The **TTP** fights {{1::Pakistan}}; ISKP {{2::Kabul}}.' };
		expect(stemText(item)).toBe('The TTP fights […]; ISKP […].');
	});

	it('drops the marks of every other stem and keeps its words', () => {
		const item: Item = { ...common, type: 'true-false', stem: 'The line was *drawn* in 1893.', answer: true };
		expect(stemText(item)).toBe('The line was drawn in 1893.');
	});
});
