import { afterEach, describe, expect, it, vi } from 'vitest';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { OpenedAssignment } from '$lib/state/opened-assignment.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { sittingsOf } from '$lib/storage/taken-store';
import { assignment } from '../../storage/assignments';
import { valueOf } from '../../storage/support';
import { appOver } from './fake-app';

const ONCE = assignment({ quiz: { ...assignment().quiz, rules: PRACTICE_RULES, sittings: 1 } });

describe('an assignment open in two tabs', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it('is taken once where once is allowed: a tab looks for sittings of the other before it begins one', async () => {
		const { app, db } = await appOver();
		const [tab, other] = [new OpenedAssignment(app, ONCE), new OpenedAssignment((await appOver(db)).app, ONCE)];
		await tab.load();
		await other.load();
		expect([tab.step.kind, other.step.kind]).toEqual(['start', 'start']);
		const first = await tab.start();
		expect(first).not.toBeNull();
		expect(await other.start()).toBeNull();
		expect(other.step).toEqual({ kind: 'go-on', attempt: first });

		const store = new QuizStore(app.database);
		const sitting = valueOf(await store.load(first ?? ''));
		if (sitting === null) throw new Error('The sitting is stored');
		await store.finish({ ...sitting, finishedAt: sitting.lastAt }, []);
		expect(await other.start()).toBeNull();
		expect(valueOf(await sittingsOf(db, ONCE.id))).toHaveLength(1);
	});
});
