import { describe, expect, it } from 'vitest';
import { keptNeeds, namedNeeds, NO_ACCOMMODATIONS } from '$lib/domain/accommodations';

describe('the accommodations that a quiz keeps', () => {
	it('are none where nothing is needed', () => {
		expect(keptNeeds([])).toEqual({});
	});

	it('are all of them, on or off, as soon as one is needed', () => {
		expect(keptNeeds(['pauses'])).toEqual({ accommodations: { ...NO_ACCOMMODATIONS, pauses: true } });
	});

	it('do not come from a name that nobody knows here', () => {
		expect(namedNeeds(['toString', 'later'])).toEqual(NO_ACCOMMODATIONS);
		expect(keptNeeds(['later'])).toEqual({});
	});
});
