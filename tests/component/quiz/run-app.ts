import { vi } from 'vitest';
import { startAttempt } from '../../../src/lib/domain/attempt';
import type { Item } from '../../../src/lib/domain/item';
import type { Attempt, Paper, QuizSpec } from '../../../src/lib/domain/quiz';
import type { StudySet } from '../../../src/lib/domain/set';
import { App } from '../../../src/lib/state/app.svelte';
import { newId } from '../../../src/lib/state/clock';
import { QuizRun } from '../../../src/lib/state/quiz-run.svelte';
import { QuizStore } from '../../../src/lib/state/quiz-store';
import { saveSet } from '../../../src/lib/storage/set-store';

/** The instant at which the tests of an attempt begin. */
export const START = Date.UTC(2026, 10, 22, 12);

/** A set of these questions, numbered from 1. */
export function tinySet(questions: readonly Item[]): StudySet {
	const items = questions.map((item, index) => ({ ...item, number: index + 1, id: String(index + 1) }));
	return { id: 'tiny', title: 'Tiny', lang: 'en', origin: 'own', revision: 1, addedAt: 1, topics: [], items };
}

/** An app on an emptied database that holds this set alone. */
export async function appWith(set: StudySet): Promise<App> {
	const app = new App(() => false);
	// Not what is tested here, and it would still be reading when the database is deleted.
	vi.spyOn(app.home, 'refresh').mockResolvedValue();
	vi.spyOn(app, 'keepStorage').mockResolvedValue();
	const opened = await app.database.open();
	if (!opened.ok) throw new Error(opened.error.kind);
	await Promise.all(opened.value.tables.map((table) => table.clear()));
	await saveSet(opened.value, set);
	return app;
}

/** A stored attempt on this paper, begun at START; without a word about time it has no limit. */
export async function begin(app: App, paper: Paper, part: Partial<QuizSpec> = {}): Promise<Attempt> {
	const items = paper.map((question) => question.item);
	const base = {
		setId: 'tiny',
		topics: [],
		items,
		count: items.length,
		time: { kind: 'none' },
		factor: 1,
		seed: 7
	} as const;
	const attempt = startAttempt({ id: newId(START), title: 'Tiny', spec: { ...base, ...part }, paper }, START);
	const saved = await new QuizStore(app.database).save(attempt);
	if (!saved.ok) throw new Error(saved.error.kind);
	return attempt;
}

export async function takeUp(app: App, id: string | null): Promise<QuizRun> {
	const run = new QuizRun(app);
	await run.load(id);
	return run;
}
