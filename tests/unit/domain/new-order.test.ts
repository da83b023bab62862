import { describe, expect, it } from 'vitest';
import { orderNewCards } from '$lib/domain/new-order';

const FRESH = ['a.1.1', 'a.2.1', 'a.3.1', 'b.1.1', 'b.2.1', 'c.1.1'];

describe('orderNewCards', () => {
	it('keeps the order of the sets', () => {
		expect(orderNewCards(FRESH, 'position', 100)).toEqual(FRESH);
	});

	it('takes one of each set in turn', () => {
		expect(orderNewCards(FRESH, 'by-set', 100)).toEqual(['a.1.1', 'b.1.1', 'c.1.1', 'a.2.1', 'b.2.1', 'a.3.1']);
	});

	it('draws by chance once a day', () => {
		const many = Array.from({ length: 40 }, (_, i) => `a.${String(i)}.1`);
		const today = orderNewCards(many, 'random', 100);
		expect(today).not.toEqual(many);
		expect(orderNewCards([...many].reverse(), 'random', 100)).toEqual(today);
		expect(orderNewCards(many, 'random', 101)).not.toEqual(today);
		expect([...today].sort()).toEqual([...many].sort());
	});
});
