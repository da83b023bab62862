import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardState } from '$lib/domain/card';
import { foldCard } from '$lib/domain/fold';
import { previewRatings } from '$lib/domain/schedule-card';
import { DEFAULT_PARAMETERS, type SchedulerParameters } from '$lib/domain/scheduler-parameters';
import { DAY_MS } from '$lib/domain/units';
import { finishAttempt } from '$lib/storage/attempt-store';
import { commitParameters } from '$lib/storage/commit-parameters';
import { inTransaction } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { commitReview, commitVoid, eventsOfCard, type LogWriter } from '$lib/storage/event-store';
import { readMemoryNow, watchMemory } from '$lib/storage/memory-now';
import { mergeLog } from '$lib/storage/merge-log';
import { loadParameterHistory } from '$lib/storage/parameter-store';
import { foldTables, rebuildDerived } from '$lib/storage/rebuild';
import { attempt, idAt, newFactory, NOON, openIn, quizAnswer, rate, review, stateInDb, valueOf, voidOf, writerOf } from './support'; // prettier-ignore

const CARD = 'set-1.1.1';
const KEEN: SchedulerParameters = {
	...DEFAULT_PARAMETERS,
	weights: DEFAULT_PARAMETERS.weights.map((weight, index) => (index < 4 ? weight * 3 : weight)),
	desiredRetention: 0.8
};
const CHANGED_AT = NOON + DAY_MS;
const LATER = NOON + 20 * DAY_MS;

let here: BackstoryDatabase;
let there: BackstoryDatabase;

const openTabs = async () => {
	const factory = newFactory();
	[here, there] = [await openIn(factory), await openIn(factory)];
	await rate(writerOf(here), { rating: 4 });
	await rate(writerOf(here), { card: 'set-1.2.1', rating: 4, at: NOON + 1 });
};

const change = (db: BackstoryDatabase, parameters = KEEN, at = CHANGED_AT) =>
	commitParameters({ db }, parameters, { id: idAt(at), at, day: Math.floor(at / DAY_MS) });

/** Puts a change of parameters of another device into the log. The cards are not folded yet. */
const mergeChange = (db: BackstoryDatabase) =>
	inTransaction(db, 'rw', foldTables(db), () =>
		mergeLog(
			db,
			{
				events: [],
				blocks: [],
				parameters: [
					{ id: 'theirs', device: 'tablet', seq: 0, at: NOON - 9, day: 19_999, kind: 'parameters', parameters: KEEN }
				]
			},
			LATER
		)
	);

const writer = (db: BackstoryDatabase): LogWriter => ({ ...writerOf(db), fold: foldCard });

/** Answers as a screen does whose buttons follow from these parameters and this state. */
async function answer(db: BackstoryDatabase, parameters: SchedulerParameters, state: CardState | null, at = LATER) {
	const event = review({ at, card: state?.card ?? CARD });
	const { state: next } = previewRatings(state, event, parameters)[3];
	return valueOf(await commitReview(writer(db), { event, step: { expected: state, next, parameters } })).state;
}

/** The card as the whole log says. */
async function foldedState(db: BackstoryDatabase, card = CARD): Promise<CardState | null> {
	return foldCard(valueOf(await eventsOfCard(db, card)), valueOf(await loadParameterHistory(db)));
}

beforeEach(openTabs);

describe('an answer in a tab that has not heard of other parameters', () => {
	it('is scheduled by those that are stored, though its card looks the same', async () => {
		const fresh = 'set-1.3.1';
		valueOf(await change(there));
		const event = review({ at: LATER, card: fresh, rating: 4 });
		const { state: next } = previewRatings(null, event, DEFAULT_PARAMETERS)[4];
		const step = { expected: null, next, parameters: DEFAULT_PARAMETERS };
		const { state } = valueOf(await commitReview(writer(here), { event, step }));
		expect(state).toEqual(previewRatings(null, event, KEEN)[4].state);
		expect(state?.stability).toBeCloseTo(3 * next.stability, 6);
		expect(await stateInDb(there, fresh)).toEqual(state);
	});

	it('is scheduled by those that a merge brought, which leaves no other trace on its card', async () => {
		const state = await answer(here, DEFAULT_PARAMETERS, await stateInDb(here, CARD), LATER - 1);
		expect(here.tail).not.toBeNull();
		valueOf(await mergeChange(there));
		const after = await answer(here, DEFAULT_PARAMETERS, state);
		expect(after).toEqual(await foldedState(here));
		expect(after?.stability).not.toBe(
			previewRatings(state, review({ at: LATER }), DEFAULT_PARAMETERS)[3].state.stability
		);
	});

	it('is what its buttons said once the tab has read them', async () => {
		valueOf(await change(there));
		const { parameters, states } = valueOf(await readMemoryNow(here, [CARD, 'set-1.9.1']));
		expect(parameters).toEqual(KEEN);
		expect([...states.keys()]).toEqual([CARD]);
		const state = states.get(CARD) ?? null;
		const after = await answer(here, parameters, state);
		expect(after).toEqual(previewRatings(state, review({ at: LATER }), KEEN)[3].state);
		expect(after).toEqual(await foldedState(here));
	});

	it('still takes the short way where the same parameters hold', async () => {
		const state = await answer(here, DEFAULT_PARAMETERS, await stateInDb(here, CARD), LATER - 1);
		const read = vi.spyOn(here.settings, 'get');
		await answer(here, { ...DEFAULT_PARAMETERS, weights: [...DEFAULT_PARAMETERS.weights] }, state);
		// The long way asks for the name of the device.
		expect(read).not.toHaveBeenCalled();
	});
});

it('takes back and teaches by the parameters that are stored, whatever the tab has read', async () => {
	valueOf(await change(there));
	const taken = await rate(writer(here), { at: LATER });
	valueOf(await commitVoid(writer(here), voidOf(taken, LATER + 1)));
	const writes = [{ card: 'set-1.2.1', events: [quizAnswer('set-1.2.1', false, LATER + 2)], step: null }];
	valueOf(await finishAttempt(here, attempt({ finishedAt: LATER + 2 }), writes, foldCard));
	const stored = await Promise.all([CARD, 'set-1.2.1'].map((card) => stateInDb(here, card)));
	expect(stored).toEqual(await Promise.all([CARD, 'set-1.2.1'].map((card) => foldedState(here, card))));
	valueOf(await rebuildDerived(here));
	expect(await Promise.all([CARD, 'set-1.2.1'].map((card) => stateInDb(here, card)))).toEqual(stored);
});

describe('watchMemory', () => {
	it('tells of a change in another tab and of a merge, but not of answers', async () => {
		const changed = vi.fn();
		const end = watchMemory(changed);
		await rate(writer(there), { at: LATER });
		expect(changed).not.toHaveBeenCalled();
		valueOf(await change(there));
		expect(changed).toHaveBeenCalledTimes(1);
		valueOf(await mergeChange(there));
		expect(changed).toHaveBeenCalledTimes(2);
		end();
		valueOf(await change(there, DEFAULT_PARAMETERS));
		expect(changed).toHaveBeenCalledTimes(2);
	});
});
