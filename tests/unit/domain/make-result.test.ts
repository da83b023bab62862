import { describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '$lib/domain/accommodations';
import { checkOfAssigned, paperOf, specOfAssignment } from '$lib/domain/assigned-paper';
import { handedInAt } from '$lib/domain/assignment-result';
import { catchUp, finishAttempt, startAttempt } from '$lib/domain/attempt';
import { hasNeeds, makeResult, sumGaps } from '$lib/domain/make-result';
import type { Attempt } from '$lib/domain/quiz';
import { assignment } from '../../storage/assignments';
import { NOON, studySet } from '../../storage/support';

const ITEMS = studySet().items;
const GIVEN = assignment();
const terms = { setId: 'set-1', seed: 7, factor: 2, accommodations: NO_ACCOMMODATIONS } as const;

function sitting(changes: Partial<Attempt> = {}): Attempt {
	const spec = specOfAssignment(GIVEN, terms);
	const begun = startAttempt({ id: 'a', title: 'T', spec, paper: paperOf(GIVEN, ITEMS, 7) }, NOON - 90_000);
	return { ...finishAttempt(begun, NOON - 30_000), assignment: { id: GIVEN.id, number: 2 }, ...changes };
}

const make = (changes: Partial<Attempt> = {}, tellsNeeds = false, name = 'Amina') =>
	makeResult({ assignment: GIVEN, attempt: sitting(changes), items: ITEMS, name, tellsNeeds });

describe('a result', () => {
	it('says which sitting of which paper it is and how long it took', () => {
		expect(make()).toMatchObject({
			assignment: GIVEN.id,
			seed: 7,
			paperCheck: checkOfAssigned(GIVEN, ITEMS, 7),
			sitting: 2,
			startedAt: NOON - 90_000,
			tookMs: 60_000,
			lateMs: 0,
			timedOut: false
		});
	});

	it('says nothing about more time without consent', () => {
		expect(make().accommodations).toBeNull();
		expect(make({}, true).accommodations).toEqual({ ...NO_ACCOMMODATIONS, factor: 2 });
	});

	it('says nothing about needs where there were none, even with consent', () => {
		const spec = { ...sitting().spec, factor: 1 as const };
		expect(hasNeeds(spec)).toBe(false);
		expect(make({ spec }, true).accommodations).toBeNull();
	});

	it('adds up gaps by kind', () => {
		const gaps = [
			{ kind: 'away', at: NOON, ms: 2000 },
			{ kind: 'pause', at: NOON, ms: 700 },
			{ kind: 'away', at: NOON, ms: 3000 }
		] as const;
		expect(sumGaps(gaps)).toEqual({
			away: { count: 2, ms: 5000 },
			clockBack: { count: 0, ms: 0 },
			paused: { count: 1, ms: 700 }
		});
	});

	it('tells of pauses only with consent, as only who needs them may stop the clock', () => {
		const gaps = [
			{ kind: 'pause', at: NOON, ms: 700 },
			{ kind: 'away', at: NOON, ms: 2000 }
		] as const;
		expect(make({ gaps })).toMatchObject({ paused: { count: 0, ms: 0 }, away: { count: 1, ms: 2000 } });
		expect(make({ gaps }, true).paused).toEqual({ count: 1, ms: 700 });
	});

	it('took as long as it did although the clock was set back, and was handed in when that clock said', () => {
		const hour = 3_600_000;
		const start = NOON - 2 * hour;
		const later = catchUp(startAttempt(sitting(), start), start + 60_000);
		const finished = finishAttempt(catchUp(later, start + 60_000 - hour), start + 90_000 - hour);
		const result = make({ ...finished });
		expect(result).toMatchObject({ startedAt: start, tookMs: 90_000, clockBack: { count: 1, ms: hour } });
		expect(handedInAt(result)).toBe(start + 90_000 - hour);
	});

	it('carries a name without overrides and lateness as recorded', () => {
		expect(make({ lateMs: 4000 }, false, ' Amina\u202E\n Gul ')).toMatchObject({ name: 'Amina Gul', lateMs: 4000 });
	});

	it('is not made of a running sitting or a quiz of one’s own', () => {
		expect(() => make({ finishedAt: null })).toThrow('finished sitting');
		const own = startAttempt({ id: 'a', title: 'T', spec: sitting().spec, paper: [] }, NOON - 90_000);
		expect(() => makeResult({ assignment: GIVEN, attempt: own, items: ITEMS, name: '', tellsNeeds: false })).toThrow();
	});
});
