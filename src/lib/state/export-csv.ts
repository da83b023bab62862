import { toCardAddress } from '$lib/domain/card';
import { ok, type Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { EpochMs } from '$lib/domain/units';
import { answersToCsv, cardsToCsv, type CardLabel } from '$lib/interop/learning-csv';
import type { BackstoryDatabase } from '$lib/storage/database';
import type { StorageError } from '$lib/storage/storage-error';
import { readAnswers } from './answer-source';
import type { App } from './app.svelte';
import { questionOf } from './card-names';
import { readCards } from './card-source';
import { itemsByNumber } from './library.svelte';
import { openLog } from './learning-log';
import { saveFile } from './save-file';
import { setsInShort } from './sets-in-short';

/** Hands all answers, or all cards with their states, to the person as a CSV file. @returns its name; any storage error */
export async function exportCsv(
	app: App,
	kind: 'answers' | 'cards',
	at: EpochMs
): Promise<Result<string, StorageError>> {
	const log = await openLog(app.database);
	if (!log.ok) return log;
	const lines = await (kind === 'answers' ? answerLines() : cardLines(app, log.value.db));
	if (!lines.ok) return lines;
	const name = `backstory-${kind}-${new Date(at).toISOString().slice(0, 10)}.csv`;
	saveFile(new Blob(await gather(lines.value), { type: 'text/csv' }), name);
	return ok(name);
}

async function answerLines(): Promise<Result<Iterable<string>, StorageError>> {
	const answers = await readAnswers();
	return answers.ok ? ok(answersToCsv(answers.value)) : answers;
}

async function cardLines(app: App, database: BackstoryDatabase): Promise<Result<Iterable<string>, StorageError>> {
	const inShort = await setsInShort(app, database);
	if (!inShort.ok) return inShort;
	const cards = await readCards(database, new Set(inShort.value.map(({ id }) => id)));
	if (!cards.ok) return cards;
	const sets = await Promise.all(inShort.value.map(({ id }) => app.library.set(id)));
	return ok(cardsToCsv(cards.value, labeller(sets.filter((set) => set !== null))));
}

function labeller(sets: readonly StudySet[]): (card: string) => CardLabel | null {
	const bySet = new Map(sets.map((set) => [set.id, { set, items: itemsByNumber(set) }]));
	return (card) => {
		const { setId, item: number, part } = toCardAddress(card);
		const { set, items } = bySet.get(setId) ?? {};
		const item = items?.get(number);
		if (set === undefined || item === undefined) return null;
		const topic = set.topics.find(({ id }) => id === item.topic)?.title ?? '';
		return { set: set.title, topic, question: questionOf(item, part) };
	};
}

/** Makes the parts one after another, with the page free to answer in between. */
async function gather(parts: Iterable<string>): Promise<string[]> {
	const gathered: string[] = [];
	for (const part of parts) {
		gathered.push(part);
		await new Promise((resolve) => setTimeout(resolve));
	}
	return gathered;
}
