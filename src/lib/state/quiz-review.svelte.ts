import { toCardAddress } from '$lib/domain/card';
import type { Item } from '$lib/domain/item';
import type { Attempt, PaperEntry, Response } from '$lib/domain/quiz';
import { quizAnswersOf } from '$lib/domain/quiz-answers';
import { missedItems, scoreAttempt, type AttemptScore, type Outcome, type QuestionScore } from '$lib/domain/score';
import type { StudySet } from '$lib/domain/set';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { now, studyDayOf } from './clock';
import { itemsByNumber, type SourceName } from './library.svelte';
import { QuizStore } from './quiz-store';

/** One question of a finished quiz. */
export type ReviewedQuestion = {
	readonly entry: PaperEntry;
	/** Null when the set no longer has it. */
	readonly item: Item | null;
	readonly response: Response | null;
	readonly outcome: Outcome;
	/** Whether the learner may overrule the marking, or has. */
	readonly ruling: QuestionScore['ruling'];
	/** True when this quiz made a card of it due today. */
	readonly isDueToday: boolean;
	readonly sources: readonly SourceName[];
};

type Reviewed = {
	readonly attempt: Attempt;
	readonly set: StudySet;
	readonly score: AttemptScore;
	readonly questions: readonly ReviewedQuestion[];
};

/** A finished quiz: its result, and each question with what was answered. */
export class QuizReview {
	readonly #app: App;
	readonly #store: QuizStore;
	#phase = $state<'loading' | 'ready' | 'missing' | 'running'>('loading');
	#reviewed = $state.raw<Reviewed | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#busy = false;

	/** Numbers of the items to study again, unanswered ones included. */
	readonly missed: readonly number[] = $derived(this.#reviewed === null ? [] : missedItems(this.#reviewed.score));
	readonly dueToday: number = $derived(this.#reviewed?.questions.filter(({ isDueToday }) => isDueToday).length ?? 0);

	constructor(app: App) {
		this.#app = app;
		this.#store = new QuizStore(app.database);
	}

	/** `running`: the attempt is not finished yet. */
	get phase() {
		return this.#phase;
	}
	get reviewed(): Reviewed | null {
		return this.#reviewed;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	async load(id: string): Promise<void> {
		const found = await this.#store.load(id);
		if (!found.ok) {
			this.#problem = found.error;
			return;
		}
		const attempt = found.value;
		const set = attempt === null ? null : await this.#app.library.set(attempt.spec.setId);
		if (attempt === null || set === null) {
			this.#phase = 'missing';
			return;
		}
		if (attempt.finishedAt === null) {
			this.#phase = 'running';
			return;
		}
		await this.#show(attempt, set);
		this.#phase = 'ready';
	}

	/**
	 * Takes the learner's word that what was typed is right, or takes that back: score and memory follow.
	 * @param index of the question on the paper
	 */
	async overrule(index: number, overruled: boolean): Promise<void> {
		const reviewed = this.#reviewed;
		if (reviewed === null || this.#busy) return;
		this.#busy = true;
		try {
			const stored = await this.#store.rule(reviewed.attempt, index, overruled, reviewed.set.items);
			this.#problem = stored.ok ? null : stored.error;
			if (!stored.ok || stored.value === null) return;
			await this.#show(stored.value, reviewed.set);
			void this.#app.home.refresh();
		} finally {
			this.#busy = false;
		}
	}

	async #show(attempt: Attempt, set: StudySet): Promise<void> {
		const score = scoreAttempt(attempt, set.items);
		const questions = toQuestions(attempt, set, score, await this.#app.library.sources(set.id));
		this.#reviewed = { attempt, set, score, questions };
	}
}

function toQuestions(
	attempt: Attempt,
	set: StudySet,
	score: AttemptScore,
	register: ReadonlyMap<string, SourceName>
): ReviewedQuestion[] {
	const items = itemsByNumber(set);
	const due = itemsMadeDue(attempt, set);
	const isToday = studyDayOf(attempt.finishedAt ?? attempt.lastAt) === studyDayOf(now());
	return attempt.paper.map((entry, index) => {
		const item = items.get(entry.item) ?? null;
		return {
			entry,
			item,
			response: attempt.answers[index]?.response ?? null,
			outcome: score.questions[index]?.outcome ?? 'missing',
			ruling: score.questions[index]?.ruling ?? 'marked',
			isDueToday: isToday && due.has(entry.item),
			sources: (item?.provenance?.sources ?? []).flatMap((key) => register.get(key) ?? [])
		};
	});
}

/** A miss makes a card due; a question left open says nothing about memory. */
function itemsMadeDue(attempt: Attempt, set: StudySet): ReadonlySet<number> {
	const missed = quizAnswersOf(attempt, set.items).filter(({ answered, correct }) => answered && !correct);
	return new Set(missed.map(({ card }) => toCardAddress(card).item));
}
