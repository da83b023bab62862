import { describe, expect, it } from 'vitest';
import { askToPersist, storageStatus } from '$lib/storage/persistence';

const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'));

describe('storageStatus', () => {
	it('says what the browser says', async () => {
		const manager = { persisted: () => Promise.resolve(true), estimate: () => Promise.resolve({ usage: 5, quota: 9 }) };
		expect(await storageStatus(manager)).toEqual({ persisted: true, usageBytes: 5, quotaBytes: 9 });
	});

	it.each([{}, { persisted: refuse, estimate: refuse }])(
		'does not know when the browser does not tell',
		async (manager) => {
			expect(await storageStatus(manager)).toEqual({ persisted: null, usageBytes: null, quotaBytes: null });
		}
	);
});

describe('askToPersist', () => {
	it('tells whether the browser agreed', async () => {
		expect(await askToPersist({ persist: () => Promise.resolve(true) })).toBe(true);
		expect(await askToPersist({ persist: refuse })).toBe(false);
		expect(await askToPersist({})).toBe(false);
	});
});
