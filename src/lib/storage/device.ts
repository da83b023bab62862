import { SEQ_KEY } from './counters';
import type { BackstoryDatabase } from './database';
import { isFields, isText } from './shape';

const DEVICE_KEY = 'device';

/**
 * This device's name in the log; given at the first write. Asked for each time, because another tab may have had to change
 * it. Runs inside a transaction that includes the settings.
 */
export async function readDevice(db: BackstoryDatabase): Promise<string> {
	const row = await db.settings.get(DEVICE_KEY);
	if (isFields(row) && isText(row['value'], 64)) return row['value'];
	await db.settings.put({ key: DEVICE_KEY, value: db.newDevice });
	return db.newDevice;
}

/**
 * Gives this device a name that nobody has, and starts its numbers afresh. Runs inside a transaction that includes the
 * settings and the counters.
 * @param taken the names in the log
 */
export async function renameDevice(db: BackstoryDatabase, taken: readonly string[]): Promise<void> {
	let name = db.newDevice;
	for (let number = 2; taken.includes(name); number += 1) name = `${db.newDevice}-${String(number)}`;
	await Promise.all([db.settings.put({ key: DEVICE_KEY, value: name }), db.counters.put({ key: SEQ_KEY, count: 0 })]);
	db.tail = null;
}
