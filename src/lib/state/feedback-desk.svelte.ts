import type { AssignmentFeedback } from '$lib/domain/assignment-result';
import type { Attempt } from '$lib/domain/quiz';
import type { QuizRules } from '$lib/domain/quiz-rules';
import {
	broughtBy,
	moreSightAt,
	sightOf,
	type ReviewSight,
	type SightChange,
	type Sitting
} from '$lib/domain/review-sight';
import type { EpochMs } from '$lib/domain/units';
import { openFeedback, type OpenFeedbackError } from '$lib/share/feedback-link';
import type { StorageError } from '$lib/storage/storage-error';
import { keepFeedback, listTaken, sittingsOf } from '$lib/storage/taken-store';
import type { App } from './app.svelte';
import { atInstants } from './at-instants';
import { now } from './clock';
import { learnSitting } from './learn-sitting';
import { inFull } from './set-of-attempt';

/** Feedback that was opened and kept here. */
export type ShownFeedback = {
	readonly feedback: AssignmentFeedback;
	readonly title: string;
	/** The teacher's name; may be empty. */
	readonly teacher: string;
	/** Of the assignment. */
	readonly rules: QuizRules;
	/** The sitting it is about; null when this device has it no more. */
	readonly attempt: Attempt | null;
};

/** What a teacher sent back: opened with this device's key, kept with the assignment, shown. */
export class FeedbackDesk {
	readonly #app: App;
	#shown = $state.raw<ShownFeedback | null>(null);
	#error = $state.raw<OpenFeedbackError | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#now = $state<EpochMs>(now());

	/** What of it may be seen now; the teacher's words always may. Null while there is none. */
	readonly sight: ReviewSight | null = $derived.by(() =>
		this.#shown === null ? null : sightOf(sittingOf(this.#shown), this.#now, broughtBy(this.#shown.feedback))
	);
	/** When more of it will be seen, or null. */
	readonly more: SightChange | null = $derived.by(() =>
		this.#shown === null ? null : moreSightAt(sittingOf(this.#shown), this.#now, broughtBy(this.#shown.feedback))
	);

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

	/** Shows more of what is shown as soon as the rules say so, until the returned function is called. */
	watch(): () => void {
		return atInstants([this.#shown?.rules.closesAt ?? null], () => {
			this.#now = now();
		});
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
		this.#now = now();
		this.#shown = { feedback: feedback.value, title, teacher, rules: quiz.rules, attempt };
		// Answers that have to wait are learnt when the review first shows them.
		if (attempt !== null && this.sight !== null) {
			this.#problem = await learnSitting(this.#app, inFull(kept.value, attempt), this.sight);
		}
		return true;
	}
}

/** A sitting that is gone was over long ago. */
function sittingOf({ attempt, rules }: ShownFeedback): Sitting {
	return { finishedAt: attempt?.finishedAt ?? 0, spec: { rules } };
}
