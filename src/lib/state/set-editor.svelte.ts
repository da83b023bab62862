import { cleanText } from '$lib/domain/clean-text';
import type { StudySet } from '$lib/domain/set';
import { findSetDifference, isSameEdition } from '$lib/domain/set-difference';
import type { BackstoryDatabase } from '$lib/storage/database';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { newSetId, now } from './clock';
import { isBundled } from './library.svelte';
import * as drafts from './set-draft';
import type { DraftItem, EditableType, SetDraft } from './set-draft';
import {
	faultyItems,
	isComplete,
	problemsOfItem,
	problemsOfSet,
	type ItemProblem,
	type SetProblem
} from './set-draft-problems';

export type EditorPhase = 'loading' | 'editing' | 'missing' | 'bundled';

type Removed = { readonly item: DraftItem; readonly place: number };

/** The set editor: every change is in storage at once as a draft; the set changes when the draft is finished. */
export class SetEditor {
	readonly #app: App;
	#db: BackstoryDatabase | null = null;
	#unsaved = false;
	#saving: Promise<void> | undefined;

	#phase = $state<EditorPhase>('loading');
	#draft = $state.raw<SetDraft>(drafts.newDraft('', 'en'));
	#copied = $state(false);
	#isSaved = $state(true);
	#problem = $state.raw<StorageError | null>(null);
	#open = $state<number | null>(null);
	/** Questions that were left once: only they may be called incomplete. */
	#left = $state.raw<ReadonlySet<number>>(new Set());
	#asked = $state(false);
	#removed = $state.raw<readonly Removed[]>([]);

	readonly setProblems = $derived<readonly SetProblem[]>(this.#asked ? problemsOfSet(this.#draft) : []);
	/** How many questions need something, once the set was to be finished. */
	readonly faultyCount = $derived(this.#asked ? faultyItems(this.#draft).length : 0);

	constructor(app: App) {
		this.#app = app;
	}

	get phase(): EditorPhase {
		return this.#phase;
	}
	get draft(): SetDraft {
		return this.#draft;
	}
	get isCopy(): boolean {
		return this.#copied;
	}
	/** True when everything typed so far is in storage. */
	get isSaved(): boolean {
		return this.#isSaved;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	/** Number of the question whose fields are shown. */
	get openNumber(): number | null {
		return this.#open;
	}
	/** How many questions were deleted since the editor was opened; `restore` brings them back one by one. */
	get removedCount(): number {
		return this.#removed.length;
	}
	/** True when the draft differs from the stored set. */
	get isChanged(): boolean {
		return this.#draft.changed;
	}

	/** @param setId the set to change, or null for a new one; another's set becomes a copy */
	async start(setId: string | null): Promise<void> {
		const opened = await this.#app.database.open();
		this.#problem = opened.ok ? null : opened.error;
		this.#db = opened.ok ? opened.value : null;
		const id = setId ?? newSetId();
		if (isBundled(id)) {
			this.#phase = 'bundled';
			return;
		}
		const found = setId === null ? drafts.newDraft(id, 'en') : await this.#find(setId);
		if (found !== null) this.#draft = found;
		this.#phase = found === null ? 'missing' : 'editing';
	}

	setTitle(title: string): void {
		this.#change({ title });
	}
	setLang(lang: string): void {
		this.#change({ lang });
	}

	/** Adds an empty question at the end and opens it. */
	add(type: EditableType): void {
		const number = this.#draft.nextNumber;
		const items = [...this.#draft.items, drafts.newDraftItem(type, number)];
		this.#change({ items, nextNumber: number + 1 });
		this.open(number);
	}

	/** Puts another wording of a question in its place. */
	write(item: DraftItem): void {
		this.#change({ items: this.#draft.items.map((other) => (other.number === item.number ? item : other)) });
	}

	/** @param by -1 for up, 1 for down */
	move(number: number, by: -1 | 1): void {
		const items = [...this.#draft.items];
		const from = items.findIndex((item) => item.number === number);
		const [moved, other] = [items[from], items[from + by]];
		if (moved === undefined || other === undefined) return;
		items[from] = other;
		items[from + by] = moved;
		this.#change({ items });
	}

	/** Takes a question out; `restore` puts it back until the editor is left. */
	remove(number: number): void {
		const place = this.#draft.items.findIndex((item) => item.number === number);
		const item = this.#draft.items[place];
		if (item === undefined) return;
		this.#removed = [...this.#removed, { item, place }];
		if (this.#open === number) this.#open = null;
		this.#change({ items: this.#draft.items.filter((other) => other.number !== number) });
	}

	restore(): void {
		const last = this.#removed.at(-1);
		if (last === undefined) return;
		const { item, place } = last;
		this.#removed = this.#removed.slice(0, -1);
		this.#change({ items: [...this.#draft.items.slice(0, place), item, ...this.#draft.items.slice(place)] });
		this.open(item.number);
	}

	/** Shows the fields of a question, and of no other. */
	open(number: number | null): void {
		if (this.#open !== null && this.#open !== number) this.#left = new Set([...this.#left, this.#open]);
		this.#open = number;
	}

	/** @returns what to say at a question's fields: nothing before it was left or the set was to be finished */
	problemsOf(item: DraftItem): readonly ItemProblem[] {
		const wasLeft = this.#left.has(item.number) || this.#asked;
		return wasLeft && !(drafts.isBlankItem(item) && this.#open !== item.number) ? problemsOfItem(item) : [];
	}

	/** Whether the draft could be finished as it stands. */
	get isComplete(): boolean {
		return isComplete(this.#draft);
	}

	/**
	 * Makes the draft the set, with the next revision if it says anything new. Otherwise opens the first question that
	 * needs something.
	 * @returns whether the set is stored
	 */
	async finish(): Promise<boolean> {
		this.#asked = true;
		const [faulty] = faultyItems(this.#draft);
		if (faulty !== undefined && problemsOfSet(this.#draft).length === 0) this.open(faulty.number);
		if (!this.isComplete || this.#db === null) return false;
		await this.#saving;
		const saved = await this.#store(this.#db);
		if (saved !== null) this.#problem = saved;
		return saved === null;
	}

	/** Throws the draft away: the stored set stays as it was. */
	async discard(): Promise<void> {
		await this.#saving;
		if (this.#db === null) return;
		const { dropDraft } = await import('./set-draft-store');
		const { setId, nextNumber } = this.#draft;
		await dropDraft(this.#db, { setId, nextNumber });
	}

	async #find(setId: string): Promise<SetDraft | null> {
		const store = await import('./set-draft-store');
		const draft = this.#db === null ? null : await store.readDraft(this.#db, setId);
		if (draft?.ok && draft.value !== null) return draft.value;
		const set = await this.#app.library.set(setId);
		if (set === null) return null;
		if (set.origin !== 'own') {
			this.#copied = true;
			return drafts.copyOfSet(set, newSetId());
		}
		const next = this.#db === null ? null : await store.readNextNumber(this.#db, setId);
		return drafts.draftOfSet(set, next?.ok === true ? next.value : 1);
	}

	async #store(db: BackstoryDatabase): Promise<StorageError | null> {
		const { setId } = this.#draft;
		const stored = await this.#app.library.set(setId);
		const set = toSet(this.#draft, stored);
		const { parseStudySet } = await import('$lib/content/item-schema');
		const parsed = parseStudySet(set);
		// What the fields were asked for is all that the schema asks for: anything else is a fault of this code.
		if (!parsed.ok) throw new Error(`The set cannot be stored: ${parsed.error.issues[0]?.message ?? ''}`);
		const [{ saveSet }, { dropDraft }] = await Promise.all([
			import('$lib/storage/set-store'),
			import('./set-draft-store')
		]);
		const saved = await saveSet(db, parsed.value, { overwrite: true });
		if (!saved.ok) return saved.error;
		this.#app.library.forget(setId);
		await this.#app.home.refresh();
		const dropped = await dropDraft(db, this.#draft);
		return dropped.ok ? null : dropped.error;
	}

	#change(some: Partial<SetDraft>): void {
		this.#draft = { ...this.#draft, ...some, changed: true };
		this.#unsaved = true;
		this.#isSaved = false;
		this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
	}

	/** One write at a time; what was typed meanwhile goes with the next one. */
	async #save(): Promise<void> {
		const { storeDraft } = await import('./set-draft-store');
		while (this.#unsaved && this.#db !== null) {
			this.#unsaved = false;
			const stored = await storeDraft(this.#db, this.#draft);
			this.#problem = stored.ok ? null : stored.error;
			this.#isSaved = stored.ok && !this.#unsaved;
		}
	}
}

/** @returns the set that the draft describes; the stored one when it says the same */
function toSet(draft: SetDraft, stored: StudySet | null): StudySet {
	const items = draft.items.filter((item) => !drafts.isBlankItem(item)).map(drafts.itemOfDraft);
	const title = cleanText(draft.title).replaceAll('\n', ' ').trim();
	const set: StudySet = {
		id: draft.setId,
		title,
		lang: draft.lang,
		origin: 'own',
		revision: 1,
		addedAt: now(),
		topics: draft.topics,
		items
	};
	if (stored === null) return set;
	if (isSameEdition(findSetDifference(stored, set))) return stored;
	return { ...set, revision: stored.revision + 1, addedAt: stored.addedAt };
}
