import { afterEach, describe, expect, it, vi } from 'vitest';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { OpenedAssignment } from '$lib/state/opened-assignment.svelte';
import { QuizStore } from '$lib/state/quiz-store';
import { sittingsOf } from '$lib/storage/taken-store';
import { assignment } from '../../storage/assignments';
import { studySet, valueOf } from '../../storage/support';
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

describe('an assignment on a bank that comes with the app', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	/** Opened where the bank has revision 4 and items 1 to 3. */
	async function open(bankRevision: number, items: readonly number[], fixed: readonly number[] = [1]) {
		const { app, db } = await appOver();
		const bank = app.library.banks[0]?.id ?? '';
		vi.spyOn(app.library, 'set').mockResolvedValue(studySet({ id: bank, origin: 'bundled', revision: 4 }));
		const content = { kind: 'bank-items', bank, bankRevision, title: '', items } as const;
		const quiz = { ...ONCE.quiz, sections: [{ title: '', fixed, rows: [] }], sittings: 0 };
		const opened = new OpenedAssignment(app, assignment({ content, quiz }));
		await opened.load();
		return { opened, app, db };
	}

	it('says before the start whether its edition is the teacher’s, and may be started all the same', async () => {
		expect((await open(4, [1, 2])).opened.edition).toBe('same');
		expect((await open(5, [1, 2])).opened.edition).toBe('older');
		const { opened } = await open(3, []);
		expect([opened.edition, opened.missing, opened.step.kind]).toEqual(['newer', 0, 'start']);
		expect(await opened.start()).not.toBeNull();
	});

	it('counts what this copy lacks: of the items named, else of those in every paper', async () => {
		expect((await open(5, [2, 8, 9, 8])).opened.missing).toBe(2);
		expect((await open(5, [], [1, 7])).opened.missing).toBe(1);
		expect((await open(5, [], [1, 3])).opened.missing).toBe(0);
	});

	it('keeps to the questions it was begun with, whatever an update brings', async () => {
		const { opened, db } = await open(5, [1, 3], [1, 3]);
		await opened.start();
		const { app } = await appOver(db);
		const without = studySet({ id: app.library.banks[0]?.id ?? '', origin: 'bundled', revision: 6 });
		vi.spyOn(app.library, 'set').mockResolvedValue({ ...without, items: without.items.slice(0, 1) });
		const again = new OpenedAssignment(app, opened.assignment);
		await again.load();
		expect([again.edition, again.missing, again.count]).toEqual(['same', 0, 2]);
	});
});
