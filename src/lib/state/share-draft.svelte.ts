import { cleanText } from '$lib/domain/clean-text';
import type { TimeLimit } from '$lib/domain/quiz';
import { toSharedSet, type SharedContent, type SharedQuiz } from '$lib/domain/share-model';
import type { StudySet } from '$lib/domain/set';
import type { Item } from '$lib/domain/item';
import { CHAT_CHARACTERS, QR_CHARACTERS } from '$lib/share/budget';
import type { ShareProblem } from '$lib/share/share-problem';
import type { App } from './app.svelte';
import { isBundled } from './library.svelte';
import { packLink, type Packed } from './pack-link';
import { selectItems, toPartId, toSeed } from './share-query';
import { isPartial, type StudyScope } from './study-scope';

export { CHAT_CHARACTERS, QR_CHARACTERS };

/** What a quiz that travels is about; the seed follows from the content. */
export type QuizSettings = { readonly count: number; readonly time: TimeLimit };

type Ready = {
	readonly title: string;
	readonly quiz: QuizSettings | null;
	readonly packed: Packed | null;
	readonly problem: ShareProblem | null;
};

const MAX_NAME = 200;

/** Content on its way out: the link, its QR code and its file, made anew whenever the name or the quiz changes. */
export class ShareDraft {
	readonly #app: App;
	readonly #base: string;
	#set = $state.raw<StudySet | null>(null);
	#items = $state.raw<readonly Item[]>([]);
	#partial = $state(false);
	#phase = $state<'loading' | 'ready' | 'missing'>('loading');
	#name = $state('');
	#quiz = $state.raw<QuizSettings | null>(null);
	/** What is told and sent: as it was packed last, so that nobody is told of what the link does not carry yet. */
	#ready = $state.raw<Ready>({ title: '', quiz: null, packed: null, problem: null });
	#turn = 0;

	/**
	 * @param base address of the page that opens links, without a fragment
	 */
	constructor(app: App, base: string) {
		this.#app = app;
		this.#base = base;
	}

	get phase() {
		return this.#phase;
	}
	get set(): StudySet | null {
		return this.#set;
	}
	get items(): readonly Item[] {
		return this.#items;
	}
	/** True when only a part of the set travels. */
	get isPart(): boolean {
		return this.#partial;
	}
	get isBank(): boolean {
		return this.#set !== null && isBundled(this.#set.id);
	}
	get quiz(): QuizSettings | null {
		return this.#quiz;
	}
	/** What the sender calls it; empty for the set's own title. */
	get name(): string {
		return this.#name;
	}
	/** What it is called as it is packed. */
	get title(): string {
		return this.#ready.title;
	}
	/** The quiz as it is packed. */
	get packedQuiz(): QuizSettings | null {
		return this.#ready.quiz;
	}
	get packed(): Packed | null {
		return this.#ready.packed;
	}
	/** Why it cannot travel at all. */
	get problem(): ShareProblem | null {
		return this.#ready.problem;
	}

	async start(scope: StudyScope, quiz: QuizSettings | null): Promise<void> {
		this.#phase = 'loading';
		const set = scope.setId === null ? null : await this.#app.library.set(scope.setId);
		if (set === null) {
			this.#phase = 'missing';
			return;
		}
		this.#set = set;
		this.#items = selectItems(set, scope);
		this.#partial = isPartial(scope) && this.#items.length < set.items.length;
		this.#quiz = quiz === null ? null : { ...quiz, count: Math.min(quiz.count, this.#items.length) };
		await this.#pack();
		this.#phase = 'ready';
	}

	rename(name: string): Promise<void> {
		this.#name = name.slice(0, MAX_NAME);
		return this.#pack();
	}

	setQuiz(quiz: QuizSettings | null): Promise<void> {
		this.#quiz = quiz;
		return this.#pack();
	}

	async #pack(): Promise<void> {
		const set = this.#set;
		if (set === null) return;
		const turn = ++this.#turn;
		const name = cleanText(this.#name).replaceAll('\n', ' ').trim();
		const title = name === '' ? set.title : name;
		const quiz = this.#quiz;
		const content = this.#toContent(set, title);
		const [{ encodeLink }, { findShareProblem }] = await Promise.all([
			import('$lib/share/link'),
			import('$lib/share/share-problem')
		]);
		const problem = this.#items.length === 0 ? 'empty' : findShareProblem(content);
		const packed = problem === null ? await packLink(this.#base, await encodeLink(content), title) : null;
		// A later change has overtaken this one.
		if (turn !== this.#turn) return;
		this.#ready = { title, quiz, packed, problem };
	}

	#toContent(set: StudySet, title: string): SharedContent {
		const numbers = this.#items.map((item) => item.number);
		const quiz = this.#quiz === null ? {} : { quiz: this.#toQuiz(this.#quiz, set, numbers) };
		const items = this.#partial ? numbers : [];
		if (this.isBank) {
			const own = title === set.title ? '' : title;
			return { kind: 'bank-items', bank: set.id, bankRevision: set.revision, title: own, items, ...quiz };
		}
		const id = this.#partial ? toPartId(set.id, numbers) : set.id;
		return { kind: 'set', set: toSharedSet({ ...set, id, title, items: this.#items }), ...quiz };
	}

	#toQuiz({ count, time }: QuizSettings, set: StudySet, numbers: readonly number[]): SharedQuiz {
		return { count, time, seed: toSeed(set.id, set.revision, numbers) };
	}
}
