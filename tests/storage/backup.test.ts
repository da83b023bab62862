import { beforeEach, describe, expect, it } from 'vitest';
import { NO_ACCOMMODATIONS } from '$lib/domain/accommodations';
import { DAY_MS } from '$lib/domain/units';
import { finishAttempt, loadAttempt, saveAttempt } from '$lib/storage/attempt-store';
import { exportBackup } from '$lib/storage/backup';
import type { BackstoryDatabase } from '$lib/storage/database';
import { checksumOf } from '$lib/storage/checksum';
import { readGiven } from '$lib/storage/given-store';
import { readBackup } from '$lib/storage/read-backup';
import type { BackupError } from '$lib/storage/read-backup';
import { restoreBackup } from '$lib/storage/restore-backup';
import { saveSet } from '$lib/storage/set-store';
import { readSettings, writeSettings } from '$lib/storage/settings-store';
import { readTaken } from '$lib/storage/taken-store';
import { assignment, given, keyPair, resultRow, taken } from './assignments';
import { attempt, dump, errorOf, expectDerivedFromLog, fold, newFactory, NOON, openIn, parseSet, quizAnswer, rate, studySet, undo, valueOf, writerOf } from './support'; // prettier-ignore

/** After everything that happens here. */
const LATER = NOON + 9 * DAY_MS;

let db: BackstoryDatabase;

async function fill(into: BackstoryDatabase): Promise<void> {
	const writer = writerOf(into);
	valueOf(await saveSet(into, studySet()));
	await rate(writer);
	await rate(writer, { at: NOON + DAY_MS, rating: 1 });
	await undo(writer, await rate(writer, { card: 'set-1.2.1', at: NOON + DAY_MS + 5 }), NOON + DAY_MS + 9);
	const writes = [{ card: 'set-1.3.1', events: [quizAnswer('set-1.3.1', false, NOON + DAY_MS + 20)], step: null }];
	valueOf(await finishAttempt(into, attempt({ id: 'done', finishedAt: NOON + 5 }), writes, fold));
	valueOf(await saveAttempt(into, attempt()));
	valueOf(await writeSettings(into, { newPerDay: 9 }, NOON));
	valueOf(await writeSettings(into, { readParagraphs: [2, 4] }, NOON));
	valueOf(await writeSettings(into, { lastBackupAt: NOON }, NOON));
}

/** All tables but those that name the device: a restored one is another. */
async function contents(from: BackstoryDatabase) {
	const { events, cards, sets, items, attempts, counters } = await dump(from);
	const named = (counters as { key: string }[]).filter(({ key }) => key !== 'seq');
	const counted = (named as { key: string; count: number }[]).filter(({ count }) => count !== 0);
	return { events, cards, sets, items, attempts, counted };
}

const restore = async (into: BackstoryDatabase, text: string) =>
	valueOf(await restoreBackup(into, valueOf(await readBackup(text, parseSet)), LATER));

beforeEach(async () => {
	db = await openIn(newFactory());
	await fill(db);
});

describe('a backup', () => {
	it('restored on an empty device gives everything back', async () => {
		const text = valueOf(await exportBackup(db, NOON));
		const other = await openIn(newFactory(), 'device-b');
		expect(await restore(other, text)).toMatchObject({ events: 5, sets: 1, attempts: 2 });
		expect(await contents(other)).toEqual(await contents(db));
		const settings = valueOf(await readSettings(other));
		expect(settings).toMatchObject({ newPerDay: 9, readParagraphs: [2, 4], lastBackupAt: null });
	});

	it('restored twice, or where it was made, adds nothing', async () => {
		const text = valueOf(await exportBackup(db, NOON));
		const before = await dump(db);
		expect(await restore(db, text)).toMatchObject({ events: 0, sets: 0, attempts: 0 });
		expect(await dump(db)).toEqual(before);
		const other = await openIn(newFactory(), 'device-b');
		await restore(other, text);
		const once = await dump(other);
		expect(await restore(other, text)).toMatchObject({ events: 0, sets: 0, attempts: 0 });
		expect(await dump(other)).toEqual(once);
	});

	it('merges with what another device learned, whichever way round', async () => {
		const other = await openIn(newFactory(), 'device-b');
		await rate(writerOf(other), { rating: 4, at: NOON + 3 * DAY_MS });
		await rate(writerOf(other), { card: 'set-1.9.1', at: NOON });
		const [texts, others] = [valueOf(await exportBackup(db, NOON)), valueOf(await exportBackup(other, NOON))];
		expect(await restore(other, texts)).toMatchObject({ events: 5 });
		expect(await restore(db, others)).toMatchObject({ events: 2 });
		expect(await contents(db)).toEqual(await contents(other));
		await expectDerivedFromLog(db);
		// The device goes on counting where it was.
		expect((await rate(writerOf(other), { at: NOON + 4 * DAY_MS })).seq).toBe(2);
	});

	it('brings a later revision of a set and a finished attempt, but no earlier ones', async () => {
		const other = await openIn(newFactory(), 'device-b');
		valueOf(await saveSet(other, studySet({ revision: 2, title: 'Later' })));
		valueOf(await finishAttempt(other, attempt({ finishedAt: NOON + 9 }), [], fold));
		const [earlier, later] = [valueOf(await exportBackup(db, NOON)), valueOf(await exportBackup(other, NOON))];
		expect(await restore(other, earlier)).toMatchObject({ events: 5, sets: 0, attempts: 1 });
		expect(await restore(db, later)).toMatchObject({ events: 0, sets: 1, attempts: 1 });
		const [mine, theirs] = [await contents(db), await contents(other)];
		expect([mine.sets, mine.attempts]).toEqual([theirs.sets, theirs.attempts]);
	});

	it('leaves settings that were chosen here and joins the paragraphs read', async () => {
		const text = valueOf(await exportBackup(db, NOON));
		const other = await openIn(newFactory(), 'device-b');
		valueOf(await writeSettings(other, { newPerDay: 30 }, NOON));
		valueOf(await writeSettings(other, { readParagraphs: [1, 4] }, NOON));
		await restore(other, text);
		expect(valueOf(await readSettings(other))).toMatchObject({ newPerDay: 30, readParagraphs: [1, 2, 4] });
	});

	it('brings the later word on an answer, whichever way it is restored', async () => {
		const typed = { response: { type: 'text', values: ['Tehrik'] }, tookMs: 4000 } as const;
		const done = attempt({ id: 'ruled', finishedAt: NOON, answers: [typed, null] });
		const ruled = { ...done, answers: [{ ...typed, overruled: true as const }, null], correctedAt: NOON + 1 };
		const other = await openIn(newFactory(), 'device-b');
		await db.attempts.put(done);
		await other.attempts.put(ruled);
		const [text, others] = [valueOf(await exportBackup(db, NOON)), valueOf(await exportBackup(other, NOON))];
		expect(await restore(db, others)).toMatchObject({ attempts: 1 });
		await restore(other, text);
		expect(valueOf(await loadAttempt(db, 'ruled'))).toEqual(ruled);
		expect(valueOf(await loadAttempt(other, 'ruled'))).toEqual(ruled);
	});

	it('is restored all or not at all', async () => {
		const text = valueOf(await exportBackup(db, NOON));
		const other = await openIn(newFactory(), 'device-b');
		await rate(writerOf(other), { card: 'set-1.9.1' });
		const before = await dump(other);
		other.attempts.hook('creating', () => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		const backup = valueOf(await readBackup(text, parseSet));
		expect(errorOf(await restoreBackup(other, backup, LATER))).toEqual({ kind: 'quota' });
		expect(await dump(other)).toEqual(before);
	});

	it('brings assignments with their private keys, results and what is taken here', async () => {
		const row = { ...taken({ keyPair: keyPair(3) }), sent: [1] };
		await Promise.all([db.given.put(given()), db.results.put(resultRow()), db.taken.put(row)]);
		const text = valueOf(await exportBackup(db, NOON));
		const other = await openIn(newFactory(), 'device-b');
		expect(await restore(other, text)).toMatchObject({ assignments: 2, results: 1 });
		expect(valueOf(await readGiven(other, given().id))).toEqual(given());
		expect(valueOf(await readTaken(other, row.id))).toEqual(row);
		expect(await other.results.toArray()).toEqual([resultRow()]);
		expect(await restore(other, text)).toMatchObject({ assignments: 0, results: 0 });
	});

	it('leaves the key of this device and joins the feedback of an assignment on both', async () => {
		const feedback = { assignment: taken().id, comment: '', credits: [] };
		await db.taken.put(taken({ keyPair: keyPair(3), feedback: [{ ...feedback, sitting: 2 }], sent: [2] }));
		const other = await openIn(newFactory(), 'device-b');
		await other.taken.put(taken({ keyPair: keyPair(4), feedback: [{ ...feedback, sitting: 1 }], sent: [1] }));
		await restore(other, valueOf(await exportBackup(db, NOON)));
		const joined = valueOf(await readTaken(other, taken().id));
		expect(joined?.keyPair).toEqual(keyPair(4));
		expect(joined?.feedback.map(({ sitting }) => sitting)).toEqual([1, 2]);
		expect(joined?.sent).toEqual([1, 2]);
	});

	it('brings the terms of a personal link to an assignment that was opened here by the common one', async () => {
		const personal = { name: 'Amina', factor: 2, accommodations: NO_ACCOMMODATIONS } as const;
		await db.taken.put(taken({ assignment: assignment({ personal }) }));
		const other = await openIn(newFactory(), 'device-b');
		await other.taken.put(taken());
		const [text, others] = [valueOf(await exportBackup(db, NOON)), valueOf(await exportBackup(other, NOON))];
		await restore(other, text);
		await restore(db, others);
		for (const device of [db, other]) {
			expect(valueOf(await readTaken(device, taken().id))?.assignment).toEqual(assignment({ personal }));
		}
	});

	it('brings the result that was handed in last, whichever way it is restored', async () => {
		const other = await openIn(newFactory(), 'device-b');
		await db.results.put(resultRow());
		await other.results.put(resultRow({ tookMs: 90_000 }));
		const [text, others] = [valueOf(await exportBackup(db, NOON)), valueOf(await exportBackup(other, NOON))];
		expect(await restore(other, text)).toMatchObject({ results: 0 });
		expect(await restore(db, others)).toMatchObject({ results: 1 });
		expect(await db.results.toArray()).toEqual([resultRow({ tookMs: 90_000 })]);
		// Typed in from paper: it says nothing of when it was corrected.
		const corrected = { ...resultRow({ tookMs: 90_000, answers: [null, null] }), replaced: 1 };
		await other.results.put(corrected);
		await restore(db, valueOf(await exportBackup(other, NOON)));
		expect(await db.results.toArray()).toEqual([corrected]);
	});

	it.each([1, 2])('of format %i is still read', async (format) => {
		const { checksum, ...file } = JSON.parse(valueOf(await exportBackup(db, NOON))) as Record<string, unknown>;
		expect(checksum).toHaveLength(64);
		const later = ['given', 'results', 'taken', ...(format === 1 ? ['blocks', 'parameters'] : [])];
		for (const name of later) Reflect.deleteProperty(file, name);
		const body = { ...file, format };
		const text = JSON.stringify({ ...body, checksum: await checksumOf(body) });
		expect(valueOf(await readBackup(text, parseSet))).toMatchObject({ given: [], results: [], taken: [] });
		const tooMuch = JSON.stringify({ ...body, given: [], checksum: await checksumOf({ ...body, given: [] }) });
		expect(errorOf(await readBackup(tooMuch, parseSet)).kind).toBe('damaged');
	});

	it('saves what is readable when a row is not', async () => {
		await db.events.put({ id: 'junk', card: 'set-1.1.1' } as never);
		const text = valueOf(await exportBackup(db, NOON));
		expect(valueOf(await readBackup(text, parseSet)).events).toHaveLength(5);
	});
});

describe('a file that is no whole backup', () => {
	let text = '';
	const refuse = async (bad: string): Promise<BackupError> => {
		const before = await dump(db);
		const error = errorOf(await readBackup(bad, parseSet));
		expect(await dump(db)).toEqual(before);
		return error;
	};
	const edit = (change: (file: Record<string, unknown>) => void): string => {
		const file = JSON.parse(text) as Record<string, unknown>;
		change(file);
		return JSON.stringify(file);
	};

	beforeEach(async () => {
		text = valueOf(await exportBackup(db, NOON));
	});

	it.each(['', '  \n ', '\uFEFF'])('is called empty (%j)', async (bad) => {
		expect(await refuse(bad)).toEqual({ kind: 'empty' });
	});

	it.each(['Dear diary', '<html>', '{"app":"other"'])('is called no JSON (%s)', async (bad) => {
		expect(await refuse(bad)).toEqual({ kind: 'not-json' });
	});

	it.each(['{}', '[]', '3', 'null', '{"app":"notes","format":1}'])("is called another app's (%s)", async (bad) => {
		expect(await refuse(bad)).toEqual({ kind: 'other-app' });
	});

	it.each([0.1, 0.5, 0.999])('is called cut off at %s of its length', async (part) => {
		expect(await refuse(text.slice(0, Math.floor(text.length * part)))).toEqual({ kind: 'truncated' });
	});

	it('is called newer, with its format', async () => {
		expect(await refuse(edit((file) => (file['format'] = 4)))).toEqual({ kind: 'newer-version', format: 4 });
	});

	it('is called damaged when a number was changed', async () => {
		expect(await refuse(text.replace('"rating":3', '"rating":4'))).toEqual({ kind: 'damaged', count: 0 });
	});

	it('is called damaged with the number of entries that make no sense', async () => {
		const bad = edit((file) => {
			file['events'] = [...(file['events'] as unknown[]), { kind: 'review' }, null];
			file['sets'] = ['set'];
		});
		expect(await refuse(bad)).toEqual({ kind: 'damaged', count: 3 });
	});

	it.each(['events', 'sets', 'attempts', 'settings', 'checksum', 'device', 'exportedAt', 'format'])(
		'is called damaged without its %s',
		async (name) => {
			const bad = edit((file) => Reflect.deleteProperty(file, name));
			expect((await refuse(bad)).kind).toBe('damaged');
		}
	);

	it('is called damaged when nested without end or when it names a prototype', async () => {
		const deep = '['.repeat(50_000) + ']'.repeat(50_000);
		expect((await refuse(text.replace('"settings":{', `"settings":{"x":${deep},`))).kind).toBe('damaged');
		expect((await refuse(text.replace('"settings":{', '"settings":{"__proto__":{"a":1},'))).kind).toBe('damaged');
	});

	it('reads the same with its names in another order', async () => {
		const file = JSON.parse(text) as Record<string, unknown>;
		const reversed = JSON.stringify(Object.fromEntries(Object.entries(file).reverse()));
		expect(valueOf(await readBackup(reversed, parseSet))).toEqual(valueOf(await readBackup(text, parseSet)));
	});
});
