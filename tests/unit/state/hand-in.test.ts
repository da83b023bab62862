import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { makeKeyPairs } from '$lib/share/key-pairs';
import { HandIn } from '$lib/state/hand-in.svelte';
import { OpenedAssignment } from '$lib/state/opened-assignment.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { listWork } from '$lib/storage/work-store';
import { assignment } from '../../storage/assignments';
import { valueOf } from '../../storage/support';
import { appOver, stubLocks, stubTabStorage } from './fake-app';

beforeEach(() => {
	stubTabStorage();
	stubLocks();
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

it('a result counts as sent as it was sealed: sealed anew it is not, until it is sent again', async () => {
	const { app, db } = await appOver();
	vi.spyOn(app.preferences, 'change').mockResolvedValue(true);
	const keys = valueOf(await makeKeyPairs()).map(({ publicKey }) => publicKey);
	const given = assignment({ keys, quiz: { ...assignment().quiz, rules: PRACTICE_RULES } });
	const opened = new OpenedAssignment(app, given);
	await opened.load();
	const attempt = (await opened.start()) ?? '';
	const store = new QuizStore(app.database);
	const sitting = valueOf(await store.load(attempt));
	if (sitting === null) throw new Error('The sitting is stored');
	valueOf(await store.finish({ ...sitting, finishedAt: sitting.lastAt }, []));

	const hand = new HandIn(app, 'https://example.org/result');
	await hand.load(attempt);
	const state = () => [hand.packed !== null, hand.wasSent, hand.isSent];
	hand.rename('Amina');
	expect([await hand.seal(), ...state()]).toEqual([true, true, false, false]);
	await hand.noteSent();
	expect(state()).toEqual([true, true, true]);
	hand.rename('Amina Gul');
	hand.keep();
	expect(state()).toEqual([false, true, false]);
	await hand.seal();
	expect(state()).toEqual([true, true, false]);
	hand.leave();

	const later = new HandIn(app, 'https://example.org/result');
	await later.load(attempt);
	expect(later.name).toBe('Amina Gul');
	await later.seal();
	expect([later.wasSent, later.isSent]).toEqual([true, false]);
	await later.noteSent();
	expect([later.wasSent, later.isSent]).toEqual([true, true]);
	await vi.waitFor(async () => {
		expect(valueOf(await listWork(db, `hand.${attempt}`))).toEqual([]);
	});
});
