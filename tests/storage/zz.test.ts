import { it } from 'vitest';
import { newFactory, openIn, studySet, attempt, rate, writerOf, NOON } from './support';
import { saveSet, readSet, parseSetRow } from '$lib/storage/set-store';
import { parseLearningEvent } from '$lib/storage/event-parser';import { parseAttempt } from '$lib/storage/attempt-parser';import { exportBackup } from '$lib/storage/backup';import { withReconnect } from '$lib/storage/connection';
import { readDevice } from '$lib/storage/device';
import { readStoredSettings } from '$lib/storage/settings-store';
it('x', async () => {
	const db = await openIn(newFactory());
	await saveSet(db, studySet());
	await rate(writerOf(db));
	await rate(writerOf(db), {at: NOON + 1});
	const tables = [db.events, db.sets, db.items, db.attempts, db.settings];
	const go = async (name: string, f: () => Promise<unknown>) => {
		try { await db.transaction('rw', tables, f); console.log(name, 'ok'); } catch (e) { console.log(name, String(e)); }
	};
	const go2 = async (name: string, f: () => Promise<unknown>) => {
		console.log(name, (await withReconnect(db, () => db.transaction('rw', tables, f))).ok);
	};
	const sets = async () => { const rows = await db.sets.toArray(); const r = await Promise.all(rows.map(() => readSet(db, 'set-1'))); return r.filter((x) => x !== null)};
	await go('ev', async () => { const x = await db.events.toArray(); x.sort(() => 1); return x.length });
	await go('parse', async () => { const x = await db.events.toArray(); return x.map(parseLearningEvent).length });
	await go('parse', async () => { const x = await db.sets.toArray(); return x.map(parseSetRow).length });
	await go('parse', async () => { const [device, x] = [await readDevice(db), await db.sets.toArray()]; return {device, x, z: x.map(parseSetRow) } });
	const rs = async () => { const rows = (await db.sets.toArray()).map(parseSetRow).filter((x) => x !== null); const sets = await Promise.all(rows.map((row) => readSet(db, row.id))); return sets.filter((s) => s !== null) };
	const rb = async (order: boolean) => {
		const device = order ? await readDevice(db) : 'x';
		const [events, sets, attempts, settings] = await Promise.all([db.events.toArray(), rs(), db.attempts.toArray(), readStoredSettings(db)]);
		return { device, events: events.map(parseLearningEvent), sets, attempts: attempts.map(parseAttempt), settings };
	};
	await go('rs', rs);
	await go('rb', () => rb(false));
	await go('rb', () => rb(true));
	await go('rb', async () => rb(true));
	console.log('ok', (await exportBackup(db, NOON)).ok);
	console.log('ok', (await exportBackup(db, NOON)).ok);
	await go('rb', () => rb(true));
});
