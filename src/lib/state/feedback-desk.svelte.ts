import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import type { Attempt } from '$lib/domain/quiz';
import { ok } from '$lib/domain/result';
import { openFeedback, type OpenFeedbackError } from '$lib/share/feedback-link';
import type { TakenRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import { keepFeedback, listTaken, sittingsOf } from '$lib/storage/taken-store';
import type { App } from './app.svelte';
import { QuizStore } from './quiz-store';
import { compareReceived } from './received-standing';
import { inFull } from './set-of-attempt';
import { keepSet } from './taken-shelf';

/** Feedback that was opened and kept here. */
export type ShownFeedback = {
	readonly feedback: AssignmentFeedback;
	readonly title: string;
	/** The teacher's name; may be empty. */
	readonly teacher: string;
	/** Share of a mark that a wrong answer costs. */
	readonly penalty: number;
	/** The sitting it is about; null when this device has it no more. */
	readonly attempt: Attempt | null;
};

/** What a teacher sent back: opened with this device's key, kept with the assignment, shown. */
export class FeedbackDesk {
	readonly #app: App;
	#shown = $state.raw<ShownFeedback | null>(null);
	#error = $state.raw<OpenFeedbackError | null>(null);
	#problem = $state.raw<StorageError | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	get shown(): ShownFeedback | null {
		return this.#shown;
	}
	/** Why the last text could not be opened. */
	get error(): OpenFeedbackError | null {
		return this.#error;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	/** Opens and keeps feedback. @returns false when the text is none, so that something else may be tried with it */
	async read(text: string): Promise<boolean> {
		this.#shown = this.#error = this.#problem = null;
		const opened = await this.#app.database.open();
		const taken = opened.ok ? await listTaken(opened.value) : opened;
		if (!opened.ok || !taken.ok) {
			this.#problem = opened.ok ? (taken.ok ? null : taken.error) : opened.error;
			return false;
		}
		const keys = taken.value.flatMap(({ assignment, keyPair }) => (keyPair === null ? [] : [{ assignment, keyPair }]));
		const { parseStudySet } = await import('$lib/content/item-schema');
		const feedback = await openFeedback(text, keys, parseStudySet);
		if (!feedback.ok) {
			this.#error = feedback.error;
			return feedback.error.kind !== 'not-feedback';
		}
		const kept = await keepFeedback(opened.value, feedback.value);
		const sittings = await sittingsOf(opened.value, feedback.value.assignment);
		if (!kept.ok || !sittings.ok || kept.value === null) {
			this.#problem = kept.ok ? (sittings.ok ? null : sittings.error) : kept.error;
			return true;
		}
		const { sitting } = feedback.value;
		const attempt = sittings.value.find((one) => one.assignment?.number === sitting) ?? null;
		const { title, teacher, quiz } = kept.value.assignment;
		this.#shown = { feedback: feedback.value, title, teacher, penalty: quiz.rules.penalty, attempt };
		if (attempt !== null && feedback.value.set !== undefined) await this.#learn(kept.value, attempt);
		return true;
	}

	/** The answers have come: the questions join the learner's sets, and the sitting teaches their cards. */
	async #learn(row: TakenRow, sitting: Attempt): Promise<void> {
		const { attempt, set, withheld } = inFull(row, sitting);
		if (withheld || attempt.finishedAt === null) return;
		const standing = compareReceived(await this.#app.library.set(set.id), set);
		const kept = standing.kind === 'new' ? await keepSet(this.#app, set) : ok(null);
		const taught = kept.ok ? await new QuizStore(this.#app.database).teach(attempt, set.items) : kept;
		this.#problem = taught.ok ? null : taught.error;
	}
}
