import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssignmentDraft } from '$lib/state/assignment-draft.svelte';
import { parseKeptAssignment } from '$lib/state/kept-assignment';
import { PaperEntry } from '$lib/state/paper-entry.svelte';
import type { StudyScope } from '$lib/state/study-scope';
import { saveGiven } from '$lib/storage/given-store';
import { saveSet } from '$lib/storage/set-store';
import { given } from '../../storage/assignments';
import { studySet, valueOf } from '../../storage/support';
import { appOver, stubTabStorage } from './fake-app';

const SCOPE: StudyScope = { setId: 'set-1', paragraph: null, topics: [], items: [] };
let tab: Map<string, string>;

beforeEach(() => {
	tab = stubTabStorage();
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('an assignment that was begun', () => {
	async function opened(scope = SCOPE) {
		const { app, db } = await appOver();
		valueOf(await saveSet(db, studySet(), { overwrite: true }));
		const draft = new AssignmentDraft(app);
		await draft.load(scope);
		return draft;
	}

	it('is there again after a reload, with its questions, rules and words', async () => {
		const draft = await opened();
		draft.choose({ title: 'For Monday', teacher: 'Ms Khan', forms: 'ab', sittings: 2 });
		draft.composer?.usePreset('test');
		draft.composer?.changeRules({ closesAt: 5 });
		draft.composer?.chooseTime('quiz');
		draft.composer?.remove(0);
		draft.keep();
		const again = await opened();
		expect(again.isResumed).toBe(true);
		expect(again.preview).toEqual(draft.preview);
	});

	it('is not kept while nothing was chosen, after it was made, or after starting afresh', async () => {
		(await opened()).keep();
		expect(tab.size).toBe(0);
		const made = await opened();
		made.choose({ title: 'For Monday' });
		made.keep();
		expect(tab.size).toBe(1);
		expect(await made.make()).not.toBeNull();
		made.keep();
		expect(tab.size).toBe(0);
		const draft = await opened();
		draft.choose({ title: 'For Monday' });
		draft.keep();
		await draft.startAfresh();
		draft.keep();
		expect([tab.size, draft.choices.title]).toEqual([0, '']);
	});

	it('does not come where other questions are asked for, and nothing is read from junk', async () => {
		const draft = await opened();
		draft.choose({ title: 'For Monday' });
		draft.keep();
		expect((await opened({ ...SCOPE, items: [2] })).isResumed).toBe(false);
		expect((await opened({ ...SCOPE, setId: null })).choices.title).toBe('For Monday');
		const [kept = ''] = tab.values();
		expect(parseKeptAssignment(JSON.parse(kept))).not.toBeNull();
		for (const junk of [null, 'x', {}, { ...(JSON.parse(kept) as object), compose: { way: 'weak' } }])
			expect(parseKeptAssignment(junk)).toBeNull();
	});
});

describe('a paper half typed in', () => {
	it('is there again after a reload, and gone once it is saved', async () => {
		const { app, db } = await appOver();
		const row = given();
		valueOf(await saveGiven(db, row));
		const opened = async () => {
			const entry = new PaperEntry(app.database);
			await entry.load(row.id);
			return entry;
		};
		const entry = await opened();
		const { code } = entry;
		entry.name = 'Amina Gul';
		entry.line = '+';
		entry.keep();
		const again = await opened();
		expect([again.name, again.code, again.line]).toEqual(['Amina Gul', code, '+']);
		expect([again.hurdle, await again.save()]).toEqual([null, true]);
		expect(tab.size).toBe(0);
	});
});
