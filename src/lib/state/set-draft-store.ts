import type { Result } from '$lib/domain/result';
import { withReconnect } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import { isCount, isFields, isText, parseList } from '$lib/storage/shape';
import type { StorageError } from '$lib/storage/storage-error';
import type { DraftItem, SetDraft } from './set-draft';

/** A draft as the list of sets names it. */
export type DraftSummary = { readonly setId: string; readonly title: string; readonly count: number };

// Drafts are rows of the settings table: they belong to this device and travel neither in links nor in backups.
const DRAFT = 'draft:';
/** The next item number of a set without a draft, so that a deleted question's number is never given again. */
const NEXT = 'next-item:';

/** Keeps a draft as it stands. @returns any storage error */
export function storeDraft(db: BackstoryDatabase, draft: SetDraft): Promise<Result<null, StorageError>> {
	return withReconnect(db, async () => {
		await db.settings.put({ key: DRAFT + draft.setId, value: draft });
		return null;
	});
}

/** @returns the draft of a set, or null when there is none that can be read; any storage error */
export function readDraft(db: BackstoryDatabase, setId: string): Promise<Result<SetDraft | null, StorageError>> {
	return withReconnect(db, async () => parseDraft(valueOf(await db.settings.get(DRAFT + setId))));
}

/** Forgets a draft, and remembers which number comes next. @returns any storage error */
export function dropDraft(
	db: BackstoryDatabase,
	draft: Pick<SetDraft, 'setId' | 'nextNumber'>
): Promise<Result<null, StorageError>> {
	return withReconnect(db, () =>
		db.transaction('rw', db.settings, async () => {
			await db.settings.delete(DRAFT + draft.setId);
			await db.settings.put({ key: NEXT + draft.setId, value: draft.nextNumber });
			return null;
		})
	);
}

/** @returns the least number for a new item of a set; any storage error */
export function readNextNumber(db: BackstoryDatabase, setId: string): Promise<Result<number, StorageError>> {
	return withReconnect(db, async () => {
		const value = valueOf(await db.settings.get(NEXT + setId));
		return isCount(value) ? value : 1;
	});
}

/** @returns all drafts in short; any storage error */
export function listDrafts(db: BackstoryDatabase): Promise<Result<DraftSummary[], StorageError>> {
	return withReconnect(db, async () => {
		const rows = await db.settings.where('key').startsWith(DRAFT).toArray();
		const drafts = rows.map((row) => parseDraft(valueOf(row))).filter((draft) => draft !== null);
		return drafts
			.filter((draft) => draft.changed)
			.map(({ setId, title, items }) => ({ setId, title, count: items.length }));
	});
}

function valueOf(row: unknown): unknown {
	return isFields(row) ? row['value'] : undefined;
}

/** Only this file writes drafts, so that a row is looked at for being one, not for every field of every question. */
function parseDraft(value: unknown): SetDraft | null {
	if (!isFields(value)) return null;
	const { setId, title, lang, topics, nextNumber, baseRevision, changed } = value;
	const items = parseList(value['items'], 1000, parseDraftItem);
	if (!isText(setId, 40) || typeof title !== 'string' || typeof lang !== 'string' || !Array.isArray(topics))
		return null;
	if (!isCount(nextNumber) || !isCount(baseRevision) || typeof changed !== 'boolean' || items === null) return null;
	return { setId, title, lang, topics: topics as SetDraft['topics'], items, nextNumber, baseRevision, changed };
}

function parseDraftItem(value: unknown): DraftItem | null {
	if (!isFields(value) || !isCount(value['number']) || typeof value['explanation'] !== 'string') return null;
	const { type } = value;
	const isWhole = type === 'fixed' ? isFields(value['item']) : typeof value['stem'] === 'string';
	const isKnown = type === 'basic' || type === 'cloze' || type === 'true-false' || type === 'fixed';
	const isChoice = type === 'single-choice' && Array.isArray(value['options']);
	return isWhole && (isKnown || isChoice) ? (value as DraftItem) : null;
}
