import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssignmentDraft } from '$lib/state/assignment-draft.svelte';
import { Intake } from '$lib/state/gradebook/intake.svelte';
import { KeptComment } from '$lib/state/gradebook/kept-comment.svelte';
import { parseKeptAssignment } from '$lib/state/kept-assignment';
import { KeptReports } from '$lib/state/kept-reports.svelte';
import { KeptWork } from '$lib/state/kept-work';
import { PaperEntry } from '$lib/state/paper-entry.svelte';
import type { StudyScope } from '$lib/state/study-scope';
import type { BackstoryDatabase } from '$lib/storage/database';
import { saveGiven } from '$lib/storage/given-store';
import { saveSet } from '$lib/storage/set-store';
import { listWork } from '$lib/storage/work-store';
import { given } from '../../storage/assignments';
import { studySet, valueOf } from '../../storage/support';
import { appOver, stubLocks, stubTabStorage } from './fake-app';

const SCOPE: StudyScope = { setId: 'set-1', paragraph: null, topics: [], items: [] };
let tab: Map<string, string>;

beforeEach(() => {
	tab = stubTabStorage();
	stubLocks();
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** A frame of the lock's own promise. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

type Note = { readonly words: string };

function parseNote(value: unknown): Note | null {
	return typeof value === 'object' && value !== null && 'words' in value && typeof value.words === 'string'
		? { words: value.words }
		: null;
}

async function shelf() {
	const { app, db } = await appOver();
	const open = () => new KeptWork<Note>(app.database, 'note', parseNote);
	const texts = async () => valueOf(await listWork(db, 'note')).map(({ text }) => text);
	return { app, db, open, texts };
}

describe('work that is kept', () => {
	it('is in the database as soon as it is stored, without anybody leaving', async () => {
		const { open, texts } = await shelf();
		const work = open();
		expect(await work.resume()).toBeNull();
		work.keep({ words: 'a' });
		work.keep({ words: 'ab' });
		await work.stored();
		expect(await texts()).toEqual(['{"words":"ab"}']);
		expect(tab.size).toBe(0);
	});

	it('is not taken from a tab that has it open: another begins its own, and goes on with it once it is let go', async () => {
		const { open, texts } = await shelf();
		const [one, other] = [open(), open()];
		one.keep({ words: 'one' });
		await one.stored();
		expect(await other.resume()).toBeNull();
		other.keep({ words: 'other' });
		await other.stored();
		expect((await texts()).sort()).toEqual(['{"words":"one"}', '{"words":"other"}']);
		one.leave();
		await settle();
		expect(await open().resume()).toEqual({ words: 'one' });
	});

	it('becomes two when a page comes back and finds that another tab has gone on with it', async () => {
		const { open, texts } = await shelf();
		const [one, other] = [open(), open()];
		one.keep({ words: 'one' });
		await one.stored();
		one.leave();
		await settle();
		expect(await other.resume()).toEqual({ words: 'one' });
		one.keep({ words: 'one, back' });
		other.keep({ words: 'one, gone on' });
		await Promise.all([one.stored(), other.stored()]);
		expect((await texts()).sort()).toEqual(['{"words":"one, back"}', '{"words":"one, gone on"}']);
	});

	it('is handed to the next page of the tab when the database had no time for it', async () => {
		const { open, texts } = await shelf();
		const work = open();
		work.keep({ words: 'late' });
		work.leave();
		expect(tab.size).toBe(1);
		const next = open();
		expect(await next.resume()).toEqual({ words: 'late' });
		expect(tab.size).toBe(0);
		await next.stored();
		expect(await texts()).toEqual(['{"words":"late"}']);
	});

	it('comes whole to the next screen when a full disk took none of a thousand letters and more', async () => {
		const { db, open } = await shelf();
		const work = open();
		await work.resume();
		const full = new DOMException('No room', 'QuotaExceededError');
		const writing = vi.spyOn(db.settings, 'put').mockRejectedValue(full);
		for (let letters = 1; letters <= 1200; letters += 1) {
			work.keep({ words: 'a'.repeat(letters) });
			await work.stored();
		}
		work.leave();
		expect(writing).toHaveBeenCalledTimes(1200);
		writing.mockRestore();
		expect(await open().resume()).toEqual({ words: 'a'.repeat(1200) });
	});

	it('is gone once it is done, and does not open a database that was never needed', async () => {
		const { app, open, texts } = await shelf();
		vi.spyOn(app.database, 'mayHoldData').mockResolvedValue(false);
		const opening = vi.spyOn(app.database, 'open');
		const work = open();
		expect(await work.resume()).toBeNull();
		work.keep(null);
		await work.stored();
		expect(opening).not.toHaveBeenCalled();
		work.keep({ words: 'a' });
		await work.stored();
		work.keep(null);
		await work.stored();
		expect(await texts()).toEqual([]);
	});
});

describe('work where the browser has no locks', () => {
	beforeEach(() => {
		vi.stubGlobal('navigator', {});
		// A device's tabs are not typed into in one and the same millisecond.
		let at = 1_800_000_000_000;
		vi.spyOn(Date, 'now').mockImplementation(() => (at += 1));
	});

	it('becomes two as soon as two tabs have written it: neither overwrites the other, nor what the other was done with', async () => {
		const { open, texts } = await shelf();
		const [one, other] = [open(), open()];
		one.keep({ words: 'begun' });
		await one.stored();
		expect(await other.resume()).toEqual({ words: 'begun' });
		one.keep({ words: 'begun, one' });
		await one.stored();
		other.keep({ words: 'begun, other' });
		await other.stored();
		one.keep({ words: 'begun, one, more' });
		await one.stored();
		expect((await texts()).sort()).toEqual(['{"words":"begun, one, more"}', '{"words":"begun, other"}']);
		one.keep(null);
		await one.stored();
		expect(await texts()).toEqual(['{"words":"begun, other"}']);
	});

	it('that one tab is done with stays where another has gone on with it', async () => {
		const { open, texts } = await shelf();
		const [one, other] = [open(), open()];
		one.keep({ words: 'begun' });
		await one.stored();
		await other.resume();
		other.keep({ words: 'begun, other' });
		await other.stored();
		one.keep(null);
		await one.stored();
		expect(await texts()).toEqual(['{"words":"begun, other"}']);
	});

	it('stays one when a page hands it to the next of its tab, whether the last writing came through or not', async () => {
		const { app, open, texts } = await shelf();
		const page = open();
		page.keep({ words: 'a' });
		await page.stored();
		vi.spyOn(app.database, 'open').mockReturnValueOnce(new Promise(() => undefined));
		page.keep({ words: 'ab' });
		page.leave();
		const next = open();
		expect(await next.resume()).toEqual({ words: 'ab' });
		await next.stored();
		expect(await texts()).toEqual(['{"words":"ab"}']);
		next.keep({ words: 'abc' });
		next.leave();
		await next.stored();
		const last = open();
		expect(await last.resume()).toEqual({ words: 'abc' });
		await last.stored();
		expect(await texts()).toEqual(['{"words":"abc"}']);
	});
});

describe('what was typed of reports on faulty questions', () => {
	async function device() {
		const { app, db } = await appOver();
		const opened = async (attempt = 'attempt-1') => {
			const reports = new KeptReports(app.database);
			await reports.load(attempt);
			return reports;
		};
		const kept = async () => valueOf(await listWork(db, 'report.attempt-1')).length;
		/** Drafts that are in the database by the time the screen is left. */
		const begun = async (drafts: readonly (readonly [number, string])[]) => {
			const reports = await opened();
			for (const [index, words] of drafts) reports.draft(index, words);
			await vi.waitFor(async () => {
				const [row] = valueOf(await listWork(db, 'report.attempt-1'));
				expect(JSON.parse(row?.text ?? '{}')).toEqual(Object.fromEntries(drafts));
			});
			reports.leave();
		};
		return { app, db, opened, kept, begun };
	}

	it('is there again, by question, after the browser was killed, and on no other attempt', async () => {
		const { opened, begun } = await device();
		await begun([
			[0, 'The map is from 1990'],
			[12, 'Two are ri']
		]);
		tab.clear();
		await settle();
		expect((await opened('attempt-2')).on(0)).toBeNull();
		const again = await opened();
		expect([again.on(0), again.on(12), again.on(1)]).toEqual(['The map is from 1990', 'Two are ri', null]);
	});

	it('keeps what is typed while it loads', async () => {
		const { app, db, begun } = await device();
		await begun([
			[0, 'before'],
			[1, 'before']
		]);
		await settle();
		const reports = new KeptReports(app.database);
		const loading = reports.load('attempt-1');
		reports.draft(1, 'typed');
		await loading;
		expect([reports.on(0), reports.on(1)]).toEqual(['before', 'typed']);
		await vi.waitFor(async () => {
			const rows = valueOf(await listWork(db, 'report.attempt-1'));
			expect(rows.map(({ text }) => text)).toEqual(['{"0":"before","1":"typed"}']);
		});
	});

	it('is gone once those very words are kept with the attempt, and not before', async () => {
		const { opened, kept } = await device();
		const reports = await opened();
		reports.draft(0, 'a');
		reports.draft(1, 'b');
		reports.draft(2, '  ');
		expect(reports.begun).toEqual([0, 1]);
		reports.drop(1, 'what was there before');
		reports.drop(0, 'a');
		expect([reports.on(0), reports.on(1), reports.begun]).toEqual([null, 'b', [1]]);
		await vi.waitFor(async () => {
			expect(await kept()).toBe(1);
		});
		reports.drop(1, 'b');
		reports.drop(2, '  ');
		await vi.waitFor(async () => {
			expect(await kept()).toBe(0);
		});
		await settle();
	});
});

describe('an assignment that was begun', () => {
	async function device() {
		const { app, db } = await appOver();
		valueOf(await saveSet(db, studySet(), { overwrite: true }));
		const opened = async (scope = SCOPE) => {
			const draft = new AssignmentDraft(app);
			await draft.load(scope);
			return draft;
		};
		/** Keeps it, and goes as a reload does. */
		const reload = async (draft: AssignmentDraft, scope = SCOPE) => {
			await storeAndLeave(draft, db);
			return opened(scope);
		};
		return { db, opened, reload };
	}

	async function storeAndLeave(draft: AssignmentDraft, db: BackstoryDatabase) {
		draft.keep();
		await vi.waitFor(async () => {
			draft.leave();
			expect(valueOf(await listWork(db, 'assignment'))).toHaveLength(1);
		});
		tab.clear();
	}

	it('is there again after the browser was killed, with its questions, rules and words', async () => {
		const { opened, reload } = await device();
		const draft = await opened();
		draft.choose({ title: 'For Monday', teacher: 'Ms Khan', forms: 'ab', sittings: 2 });
		draft.composer?.usePreset('test');
		draft.composer?.changeRules({ closesAt: 5 });
		draft.composer?.chooseTime('quiz');
		draft.composer?.remove(0);
		const again = await reload(draft);
		expect(again.isResumed).toBe(true);
		expect(again.preview).toEqual(draft.preview);
	});

	it('is not kept while nothing was chosen, after it was made, or after starting afresh', async () => {
		const { db, opened, reload } = await device();
		const kept = async () => valueOf(await listWork(db, 'assignment')).length;
		const draft = await opened();
		draft.keep();
		await settle();
		expect(await kept()).toBe(0);
		draft.choose({ title: 'For Monday' });
		const again = await reload(draft);
		expect(await again.make()).not.toBeNull();
		again.keep();
		expect(await kept()).toBe(0);
		again.leave();
		const next = await opened();
		next.choose({ title: 'For Tuesday' });
		const resumed = await reload(next);
		await resumed.startAfresh();
		resumed.keep();
		expect([await kept(), resumed.choices.title]).toEqual([0, '']);
	});

	it('does not come where other questions are asked for, and nothing is read from junk', async () => {
		const { db, opened, reload } = await device();
		const draft = await opened();
		draft.choose({ title: 'For Monday' });
		expect((await reload(draft, { ...SCOPE, items: [2] })).isResumed).toBe(false);
		expect((await opened({ ...SCOPE, setId: null })).choices.title).toBe('For Monday');
		const [row] = valueOf(await listWork(db, 'assignment'));
		const kept = JSON.parse(row?.text ?? '') as object;
		expect(parseKeptAssignment(kept)).not.toBeNull();
		for (const junk of [null, 'x', {}, { ...kept, compose: { way: 'weak' } }])
			expect(parseKeptAssignment(junk)).toBeNull();
	});
});

describe('a paper half typed in', () => {
	it('is there again, and gone once it is saved', async () => {
		const { app, db } = await appOver();
		const row = given();
		valueOf(await saveGiven(db, row));
		const work = async () => valueOf(await listWork(db, `entry.${row.id}`)).length;
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
		entry.leave();
		const again = await opened();
		expect([again.isResumed, again.name, again.code, again.line]).toEqual([true, 'Amina Gul', code, '+']);
		await vi.waitFor(async () => {
			expect(await work()).toBe(1);
		});
		expect([again.hurdle, await again.save()]).toEqual([null, true]);
		expect([await work(), again.isResumed]).toEqual([0, false]);
	});
});

describe('what was pasted', () => {
	it('is there again until it is taken in or thrown away, also a text too long for its field', async () => {
		const { app, db } = await appOver();
		const opened = async () => {
			const intake = new Intake(app.database, () => undefined);
			await intake.load();
			return intake;
		};
		const kept = async () => valueOf(await listWork(db, 'intake')).length;
		const intake = await opened();
		intake.text = 'half a link';
		intake.keep();
		const opening = vi.spyOn(app.database, 'open').mockResolvedValue({ ok: false, error: { kind: 'blocked' } });
		await intake.takeLong('a whole chat');
		opening.mockResolvedValue({ ok: true, value: db });
		intake.leave();
		await settle();
		const again = await opened();
		expect([again.isResumed, again.text]).toEqual([true, 'half a link']);
		expect(again.waiting).toBe('a whole chat'.length);
		await again.takeLong();
		again.keep();
		expect([again.waiting, again.text]).toEqual([0, 'half a link']);
		await again.takeText();
		again.keep();
		await vi.waitFor(async () => {
			expect(await kept()).toBe(0);
		});
		again.text = 'more';
		again.keep();
		again.startAfresh();
		again.keep();
		expect(again.isResumed).toBe(false);
		await vi.waitFor(async () => {
			expect(await kept()).toBe(0);
		});
	});
});

describe('a comment to one learner', () => {
	it('is there again on its result, and on no other', async () => {
		const { app, db } = await appOver();
		const of = async (result: string) => {
			const kept = new KeptComment(app.database, result);
			await kept.load();
			return kept;
		};
		const one = await of('result-1');
		one.comment = 'Well argued.';
		one.keep();
		one.leave();
		expect((await of('result-2')).comment).toBe('');
		const again = await of('result-1');
		expect(again.comment).toBe('Well argued.');
		again.comment = '';
		again.keep();
		await vi.waitFor(async () => {
			expect(valueOf(await listWork(db, 'feedback.result-1'))).toEqual([]);
		});
	});
});
