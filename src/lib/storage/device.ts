import type { BackstoryDatabase } from './database';
import { isFields, isText } from './shape';

const DEVICE_KEY = 'device';

/**
 * This device's name in the log; given at the first write. Runs inside a transaction that includes the settings.
 */
export async function readDevice(db: BackstoryDatabase): Promise<string> {
	if (db.device !== null) return db.device;
	const row = await db.settings.get(DEVICE_KEY);
	if (isFields(row) && isText(row['value'], 64)) {
		db.device = row['value'];
		return db.device;
	}
	// Not remembered yet: the transaction may still fail, and another tab may then name the device.
	await db.settings.put({ key: DEVICE_KEY, value: db.newDevice });
	return db.newDevice;
}
