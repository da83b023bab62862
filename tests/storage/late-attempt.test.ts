import { describe, expect, it } from 'vitest';
import { dropLateAttempt, leaveAttempt, readLateAttempt } from '$lib/storage/late-attempt';
import { attempt, memoryStore, NOON } from './support';

const LATE = { attempt: attempt({ lastAt: NOON + 9000 }), basedOn: NOON + 5000 };

describe('a running attempt that the database would not take', () => {
	it('is read as it was written down, by its own id alone, until it is struck out', () => {
		const store = memoryStore();
		leaveAttempt(store, LATE);
		leaveAttempt(store, { ...LATE, attempt: attempt({ id: 'attempt-2' }) });
		expect(readLateAttempt(store, 'attempt-1')).toEqual(LATE);
		expect(readLateAttempt(store, 'attempt-3')).toBeNull();
		dropLateAttempt(store, 'attempt-1');
		expect(readLateAttempt(store, 'attempt-1')).toBeNull();
		expect(readLateAttempt(store, 'attempt-2')?.attempt.id).toBe('attempt-2');
	});

	it('holds the last of several writings', () => {
		const store = memoryStore();
		leaveAttempt(store, { ...LATE, attempt: attempt() });
		leaveAttempt(store, LATE);
		expect(readLateAttempt(store, 'attempt-1')).toEqual(LATE);
		expect(store.entries.size).toBe(1);
	});

	it('is not read from junk, from another form, from another attempt or from one that is finished', () => {
		const store = memoryStore();
		leaveAttempt(store, LATE);
		const [[key, text] = ['', '']] = [...store.entries];
		const entry = JSON.parse(text) as object;
		const texts = [
			'',
			'{',
			'null',
			'[]',
			JSON.stringify({ ...entry, format: 2 }),
			JSON.stringify({ ...entry, more: 1 }),
			JSON.stringify({ ...entry, basedOn: -0.5 }),
			JSON.stringify({ ...entry, attempt: { ...LATE.attempt, answers: [] } }),
			JSON.stringify({ ...entry, attempt: attempt({ id: 'attempt-2' }) }),
			JSON.stringify({ ...entry, attempt: attempt({ finishedAt: NOON + 9000 }) })
		];
		for (const junk of texts) {
			store.setItem(key, junk);
			expect(readLateAttempt(store, 'attempt-1'), junk).toBeNull();
		}
	});

	it('is nothing where there is no store, or one that is full or denied', () => {
		const refuse = (): never => {
			throw new DOMException('denied', 'SecurityError');
		};
		for (const store of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
			leaveAttempt(store, LATE);
			expect(readLateAttempt(store, 'attempt-1')).toBeNull();
			dropLateAttempt(store, 'attempt-1');
		}
	});
});
