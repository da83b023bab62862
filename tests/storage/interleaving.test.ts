import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LearningEvent, Rating } from '$lib/domain/event';
import { RATINGS } from '$lib/domain/event';
import { DAY_MS } from '$lib/domain/units';
import { finishAttempt } from '$lib/storage/attempt-store';
import { exportBackup } from '$lib/storage/backup';
import type { BackstoryDatabase } from '$lib/storage/database';
import { commitReview, replayJournal } from '$lib/storage/event-store';
import type { LogWriter } from '$lib/storage/event-store';
import { readBackup } from '$lib/storage/read-backup';
import { rebuildDerived } from '$lib/storage/rebuild';
import { restoreBackup } from '$lib/storage/restore-backup';
import { attempt, countersOf, expectDerivedFromLog, fillDisk, fold, idAt, newFactory, NOON, openIn, parseSet, quizAnswer, rate, stateInDb, undo, valueOf, writerOf } from './support'; // prettier-ignore

type Op =
	| { readonly kind: 'rate'; readonly card: number; readonly rating: Rating; readonly crash: boolean }
	| { readonly kind: 'undo'; readonly nth: number }
	| { readonly kind: 'suspend' | 'reset'; readonly card: number; readonly on: boolean }
	| { readonly kind: 'quiz'; readonly correct: boolean }
	| { readonly kind: 'merge' | 'replay' };

/** Which of the three tabs acts (two of one device, one of another), and how far the clock moved since. */
type Step = { readonly tab: number; readonly minutes: number; readonly op: Op };

const card = fc.nat({ max: 2 });
/** Two of one set, one of another: what is known of the one set says nothing of the other. */
const cardOf = (number: number) => ['s.0.1', 's.1.1', 't.0.1'][number] ?? 's.0.1';
const op: fc.Arbitrary<Op> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constant('rate' as const),
			card,
			rating: fc.constantFrom(...RATINGS),
			crash: fc.boolean()
		})
	},
	{ weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const), nth: fc.nat() }) },
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constantFrom('suspend' as const, 'reset' as const), card, on: fc.boolean() })
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('quiz' as const), correct: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('merge' as const, 'replay' as const) }) }
);
// Mostly forwards, sometimes days on, sometimes back: a clock that was set back is no reason to lose anything.
const minutes = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -3000, max: 9000 }));
const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ tab: fc.nat({ max: 2 }), minutes, op }), { maxLength: 25 });

class World {
	at = NOON;
	/** Ids of events that were reported as saved: each must be in the log in the end. */
	readonly saved = new Set<string>();

	constructor(readonly tabs: readonly LogWriter[]) {}

	async act({ tab, minutes: passed, op: action }: Step): Promise<void> {
		this.at += passed * 60_000 + 1;
		const writer = this.tabs[tab]!;
		switch (action.kind) {
			case 'rate':
				return action.crash ? this.crash(writer, action.card) : this.rate(writer, action.card, action.rating);
			case 'undo':
				return this.undo(writer, action.nth);
			case 'suspend':
			case 'reset':
				return this.setAside(writer, action);
			case 'quiz':
				return this.finish(writer, action.correct);
			case 'merge':
				return this.merge(writer.db, this.tabs[2 - tab]!.db);
			case 'replay':
				valueOf(await replayJournal(writer));
		}
	}

	private async rate(writer: LogWriter, number: number, rating: Rating): Promise<void> {
		const event = await rate(writer, { card: cardOf(number), rating, at: this.at });
		this.saved.add(event.id);
	}

	/** The disk is full in the middle of the transaction, after the event went in. */
	private async crash(writer: LogWriter, number: number): Promise<void> {
		const free = fillDisk(writer.db, 'counters');
		await expect(rate(writer, { card: cardOf(number), at: this.at })).rejects.toThrow('quota');
		free();
	}

	private async undo(writer: LogWriter, nth: number): Promise<void> {
		const events = (await writer.db.events.toArray()) as LearningEvent[];
		const reviews = events.filter((event) => event.kind !== 'void');
		const event = reviews[nth % Math.max(1, reviews.length)];
		if (event !== undefined) await undo(writer, event, this.at);
	}

	private async setAside(writer: LogWriter, { kind, card: number, on }: Extract<Op, { card: number; on: boolean }>) {
		const base = { id: idAt(this.at), at: this.at, day: Math.floor(this.at / DAY_MS), card: cardOf(number) };
		const reset = on
			? ({ ...base, kind: 'reset', history: 'uncounted' } as const)
			: ({ ...base, kind: 'reset' } as const);
		const event = kind === 'reset' ? reset : { ...base, kind, suspended: on };
		const expected = await stateInDb(writer.db, base.card);
		const past = (await writer.db.events.where('card').equals(base.card).toArray()) as LearningEvent[];
		const next = fold([...past, { ...event, device: 'x', seq: 0 }]);
		valueOf(await commitReview(writer, { event, step: { expected, next } }));
		this.saved.add(event.id);
	}

	private async finish(writer: LogWriter, correct: boolean): Promise<void> {
		const cards = [cardOf(0), cardOf(1)];
		const writes = cards.map((name) => ({ card: name, events: [quizAnswer(name, correct, this.at)], step: null }));
		const finished = attempt({ id: idAt(this.at), finishedAt: this.at });
		valueOf(await finishAttempt(writer.db, finished, writes, fold));
		for (const { events } of writes) for (const event of events) this.saved.add(event.id);
	}

	private async merge(into: BackstoryDatabase, from: BackstoryDatabase): Promise<void> {
		const text = valueOf(await exportBackup(from, this.at));
		valueOf(await restoreBackup(into, valueOf(await readBackup(text, parseSet)), NOON + 365 * DAY_MS));
	}
}

it('keeps every saved answer, and cards and counters equal to the fold of the log, whatever happens in whatever order', async () => {
	const run = fc.asyncProperty(steps, async (list) => {
		const [here, there] = [newFactory(), newFactory()];
		const tabs = [await openIn(here, 'a'), await openIn(here, 'a'), await openIn(there, 'b')];
		const world = new World(tabs.map((tab) => writerOf(tab)));
		for (const step of list) await world.act(step);
		for (const writer of world.tabs) valueOf(await replayJournal(writer));

		const logs = await Promise.all([tabs[0]!, tabs[2]!].map((tab) => tab.events.toCollection().primaryKeys()));
		const stored = new Set(logs.flat());
		expect([...world.saved].filter((id) => !stored.has(id))).toEqual([]);
		for (const tab of [tabs[0]!, tabs[2]!]) {
			await expectDerivedFromLog(tab);
			const kept = await countersOf(tab);
			valueOf(await rebuildDerived(tab));
			expect(kept).toEqual(await countersOf(tab));
		}
		for (const tab of tabs) tab.close();
	});
	await fc.assert(run, { seed: 42, numRuns: 150 });
}, 120_000);
