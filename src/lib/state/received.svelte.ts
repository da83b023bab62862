import { keptNeeds } from '$lib/domain/accommodations';
import type { Assignment } from '$lib/domain/assignment';
import { drawPaper } from '$lib/domain/draw-paper';
import { finishAttempt, startAttempt } from '$lib/domain/attempt';
import { fitPaper } from '$lib/domain/fewer-options';
import type { Item } from '$lib/domain/item';
import type { QuizSpec } from '$lib/domain/quiz';
import type { Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { SharedContent, SharedQuiz } from '$lib/domain/share-model';
import type { FileError } from '$lib/share/file';
import { hasCryptography } from '$lib/share/has-cryptography';
import type { LinkContent } from '$lib/share/link';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { newId, now } from './clock';
import { compareReceived, type Standing } from './received-standing';

/**
 * Why nothing can be shown: what the link or file itself lacks, that this app lacks the bank it names, or that the page came
 * without encryption, where browsers can't work out a checksum.
 */
export type ReceivedProblem =
	FileError | { readonly kind: 'unknown-bank' } | { readonly kind: 'unreadable-file' } | { readonly kind: 'insecure' };

/** What a link or file brought. Nothing of it is stored yet. */
export type ReceivedPreview = {
	/** As it would be stored; of a bank, the items that were picked. */
	readonly set: StudySet;
	/** The sender's name for it, or the set's title. */
	readonly title: string;
	readonly quiz: SharedQuiz | null;
	readonly standing: Standing;
	/** Item numbers that a link to a bank names and this app's bank lacks. */
	readonly missing: number;
	/** Numbers for the address of a session; empty for the whole set. */
	readonly selection: readonly number[];
};

export type ReceivedPhase = 'empty' | 'reading' | 'preview' | 'assignment' | 'problem';

const INSECURE = { ok: false, error: { kind: 'insecure' } } as const;

/** A link or file that was opened: decoded, compared with what is here, stored only when asked. */
export class Received {
	readonly #app: App;
	#phase = $state<ReceivedPhase>('empty');
	#preview = $state.raw<ReceivedPreview | null>(null);
	#assignment = $state.raw<Assignment | null>(null);
	#problem = $state.raw<ReceivedProblem | null>(null);
	#storageProblem = $state.raw<StorageError | null>(null);
	#busy = $state(false);
	#turn = 0;

	constructor(app: App) {
		this.#app = app;
	}

	get phase(): ReceivedPhase {
		return this.#phase;
	}
	get preview(): ReceivedPreview | null {
		return this.#preview;
	}
	/** A quiz sent to a class, which is no preview: it has its own rules. */
	get assignment(): Assignment | null {
		return this.#assignment;
	}
	get problem(): ReceivedProblem | null {
		return this.#problem;
	}
	get storageProblem(): StorageError | null {
		return this.#storageProblem;
	}
	get busy(): boolean {
		return this.#busy;
	}

	/** Forgets what was opened, for the next link. */
	clear(): void {
		this.#turn += 1;
		this.#phase = 'empty';
		this.#preview = this.#assignment = this.#problem = null;
	}

	/** Reads a link: a fragment, an address, or a message around one. */
	readLink(text: string): Promise<void> {
		return this.#read(async () => {
			const [{ decodeLink }, parseSet] = await Promise.all([import('$lib/share/link'), loadParser()]);
			return decodeLink(text, parseSet);
		});
	}

	readFile(file: File): Promise<void> {
		return this.#read(async () => {
			const [{ decodeFile }, { MAX_FILE_BYTES }, parseSet] = await Promise.all([
				import('$lib/share/file'),
				import('$lib/share/limits'),
				loadParser()
			]);
			// Not read at all when it is too large: it may be a film.
			if (file.size > MAX_FILE_BYTES) return { ok: false, error: { kind: 'too-large' } };
			return decodeFile(new Uint8Array(await file.arrayBuffer()), parseSet);
		});
	}

	/** Stores the set, or the newer edition of one that is here. @returns whether it is stored */
	async keep(): Promise<boolean> {
		const preview = this.#preview;
		if (preview === null || this.#busy) return false;
		if (preview.standing.kind === 'bundled') return true;
		this.#busy = true;
		try {
			const opened = await this.#app.database.open();
			if (!opened.ok) return this.#fail(opened.error);
			const { saveSet } = await import('$lib/storage/set-store');
			const saved = await saveSet(opened.value, { ...preview.set, addedAt: now() }, { overwrite: true });
			if (!saved.ok) return this.#fail(saved.error);
			this.#app.library.forget(preview.set.id);
			const stored = await this.#app.library.set(preview.set.id);
			this.#preview = { ...preview, standing: compareReceived(stored, preview.set) };
			this.#storageProblem = null;
			await this.#app.home.refresh();
			return true;
		} finally {
			this.#busy = false;
		}
	}

	/**
	 * Begins the quiz that came along, on a set that is here. A quiz that was under way is handed in as it stands.
	 * @returns the attempt's id, or null when it could not be stored
	 */
	async startQuiz(): Promise<string | null> {
		const preview = this.#preview;
		if (preview?.quiz == null || this.#busy) return null;
		this.#busy = true;
		try {
			const { QuizStore } = await import('./quiz-store');
			const store = new QuizStore(this.#app.database);
			const running = await store.unfinished();
			// A sitting for a teacher ends by its own rules only.
			if (running.ok && running.value !== null && running.value.assignment === undefined) {
				const set = await this.#app.library.set(running.value.spec.setId);
				await store.finish(finishAttempt(running.value, now()), set?.items ?? []);
			}
			const at = now();
			const { timeFactor, needs } = this.#app.preferences.current;
			const spec = { ...toSpec(preview, preview.quiz, timeFactor), ...keptNeeds(needs) };
			const paper = fitPaper(drawPaper(spec, preview.set.items), preview.set.items, spec);
			const saved = await store.save(startAttempt({ id: newId(at), title: preview.title, spec, paper }, at));
			if (!saved.ok) this.#fail(saved.error);
			return saved.ok ? saved.value.id : null;
		} finally {
			this.#busy = false;
		}
	}

	async #read(decode: () => Promise<Result<LinkContent, ReceivedProblem>>): Promise<void> {
		const turn = ++this.#turn;
		this.#phase = 'reading';
		this.#preview = this.#assignment = this.#problem = null;
		const decoded = await (hasCryptography() ? decode().catch(toUnreadable) : INSECURE);
		const previewed = decoded.ok && decoded.value.kind !== 'assignment' ? await this.#toPreview(decoded.value) : null;
		// Another link was opened meanwhile.
		if (turn !== this.#turn) return;
		if (decoded.ok && decoded.value.kind === 'assignment') this.#assignment = decoded.value.assignment;
		if (previewed?.ok === true) this.#preview = previewed.value;
		if (!decoded.ok) this.#problem = decoded.error;
		else if (previewed?.ok === false) this.#problem = previewed.error;
		this.#phase = this.#problem !== null ? 'problem' : this.#assignment === null ? 'preview' : 'assignment';
	}

	async #toPreview(content: SharedContent): Promise<Result<ReceivedPreview, ReceivedProblem>> {
		if (content.kind === 'set') {
			const set: StudySet = { ...content.set, origin: 'received', addedAt: now() };
			const stored = await this.#app.library.set(set.id);
			const standing = compareReceived(stored, set);
			// A set that calls itself like a bundled one could never be reached.
			if (stored?.origin === 'bundled') return { ok: false, error: { kind: 'invalid', path: 'id' } };
			return {
				ok: true,
				value: { set, title: set.title, quiz: content.quiz ?? null, standing, missing: 0, selection: [] }
			};
		}
		const isHere = this.#app.library.banks.some((bank) => bank.id === content.bank);
		const bank = isHere ? await this.#app.library.set(content.bank) : null;
		if (bank === null) return { ok: false, error: { kind: 'unknown-bank' } };
		const picked = pick(bank, content.items);
		const value: ReceivedPreview = {
			set: { ...bank, items: picked },
			title: content.title === '' ? bank.title : content.title,
			quiz: content.quiz ?? null,
			standing: { kind: 'bundled' },
			missing: content.items.length === 0 ? 0 : content.items.length - picked.length,
			selection: content.items.length === 0 ? [] : picked.map((item) => item.number)
		};
		return { ok: true, value };
	}

	#fail(problem: StorageError): false {
		this.#storageProblem = problem;
		return false;
	}
}

async function loadParser() {
	const { parseStudySet } = await import('$lib/content/item-schema');
	return parseStudySet;
}

/** The browser could not read the file: it was moved, or lies in a cloud that is offline. */
function toUnreadable(thrown: unknown): Result<never, ReceivedProblem> {
	if (thrown instanceof DOMException) return { ok: false, error: { kind: 'unreadable-file' } };
	throw thrown;
}

function pick(bank: StudySet, numbers: readonly number[]): readonly Item[] {
	if (numbers.length === 0) return bank.items;
	return numbers.flatMap((number) => bank.items.find((item) => item.number === number) ?? []);
}

function toSpec(preview: ReceivedPreview, quiz: SharedQuiz, factor: QuizSpec['factor']): QuizSpec {
	const { set, selection } = preview;
	const count = Math.min(quiz.count, set.items.length);
	// Fewer questions than were picked are drawn by the seed; the first ones would always be the same.
	const items = count < selection.length ? [] : selection;
	return { setId: set.id, topics: [], items, count, time: quiz.time, factor, seed: quiz.seed };
}
