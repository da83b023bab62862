import { beforeEach, describe, expect, it } from 'vitest';
import { foldCard } from '$lib/domain/fold';
import { currentParameters } from '$lib/domain/parameter-history';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { DAY_MS } from '$lib/domain/units';
import { commitParameters } from '$lib/storage/commit-parameters';
import { LAST_AT_KEY, SEQ_KEY } from '$lib/storage/counters';
import type { BackstoryDatabase } from '$lib/storage/database';
import { writeTogether } from '$lib/storage/event-store';
import { loadParameterHistory } from '$lib/storage/parameter-store';
import { rebuildDerived } from '$lib/storage/rebuild';
import {
	countersOf,
	dump,
	errorOf,
	idAt,
	newFactory,
	NOON,
	openIn,
	rate,
	review,
	storedStates,
	valueOf,
	writerOf
} from './support';

const FITTED = {
	...DEFAULT_PARAMETERS,
	weights: DEFAULT_PARAMETERS.weights.map((weight, index) => (index < 4 ? weight * 2 : weight)),
	desiredRetention: 0.85
};
const LATER = NOON + 3 * DAY_MS;

let db: BackstoryDatabase;

const momentAt = (at: number) => ({ id: idAt(at), at, day: Math.floor(at / DAY_MS) });

const states = () => storedStates(db);

beforeEach(async () => {
	db = await openIn(newFactory());
	const writer = writerOf(db);
	await rate(writer, { rating: 4 });
	await rate(writer, { card: 'set-1.2.1', at: NOON + 1 });
	await rate(writer, { at: NOON + 2 * DAY_MS });
});

describe('commitParameters', () => {
	it('changes what is remembered of every card, and none of the due days', async () => {
		const before = await states();
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		const after = await states();
		expect(after.map(({ dueDay, dueAt }) => ({ dueDay, dueAt }))).toEqual(
			before.map(({ dueDay, dueAt }) => ({ dueDay, dueAt }))
		);
		for (const [index, { stability }] of after.entries())
			expect(stability).toBeGreaterThan(before[index]?.stability ?? 0);
	});

	it('holds from then on', async () => {
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		expect(currentParameters(valueOf(await loadParameterHistory(db)))).toEqual(FITTED);
	});

	it('is taken back by committing the former parameters', async () => {
		const before = await states();
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		valueOf(await commitParameters({ db }, DEFAULT_PARAMETERS, momentAt(LATER + 1)));
		expect(await states()).toEqual(before);
	});

	it('holds though the clock was set back since the change before', async () => {
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		valueOf(await commitParameters({ db }, DEFAULT_PARAMETERS, momentAt(LATER - DAY_MS)));
		expect(currentParameters(valueOf(await loadParameterHistory(db)))).toEqual(DEFAULT_PARAMETERS);
	});

	it('takes a number of this device that no answer gets', async () => {
		const first = valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		expect([first.device, first.seq]).toEqual(['device-a', 3]);
		expect(await countersOf(db)).toMatchObject({ [SEQ_KEY]: 4, [LAST_AT_KEY]: LATER });
		const answer = await rate(writerOf(db), { card: 'set-1.3.1', at: LATER + 1 });
		expect(answer.seq).toBe(4);
	});

	it('keeps its number when everything is derived anew', async () => {
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		valueOf(await rebuildDerived(db));
		expect(await countersOf(db)).toMatchObject({ [SEQ_KEY]: 4, [LAST_AT_KEY]: LATER });
	});

	it('makes the next answer look at the stored memory again', async () => {
		expect(db.tail).not.toBeNull();
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER)));
		expect(db.tail).toBeNull();
	});

	it('lets study go on meanwhile, and counts the answer given then', async () => {
		let answered: Promise<unknown> | undefined;
		const answerOnce = () => {
			const event = review({ card: 'set-1.2.1', at: LATER - 1 });
			answered ??= writeTogether(db, [{ card: event.card, events: [event], step: null }], foldCard);
		};
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER), answerOnce));
		expect(answered).toBeDefined();
		await answered;
		expect(await countersOf(db)).toMatchObject({ [SEQ_KEY]: 5, [LAST_AT_KEY]: LATER });
		const changed = await states();
		expect(changed.map(({ reviews }) => reviews)).toEqual([2, 2]);
		valueOf(await rebuildDerived(db));
		expect(await states()).toEqual(changed);
	});

	it('tells how far it is', async () => {
		const shares: number[] = [];
		valueOf(await commitParameters({ db }, FITTED, momentAt(LATER), (share) => shares.push(share)));
		expect(shares).toEqual([0]);
	});

	it('changes nothing when it cannot be stored', async () => {
		const before = await dump(db);
		db.cardPages.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		expect(errorOf(await commitParameters({ db }, FITTED, momentAt(LATER)))).toEqual({ kind: 'quota' });
		expect(await dump(db)).toEqual(before);
	});
});
