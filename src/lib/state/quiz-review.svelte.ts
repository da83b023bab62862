import { toCardAddress } from '$lib/domain/card';
import { calibrationOf, judgementOf, type CalibrationRow, type Judgement } from '$lib/domain/confidence';
import type { Item } from '$lib/domain/item';
import { sectionsOfPaper, type PaperSection } from '$lib/domain/paper-sections';
import type { Attempt, Confidence, MissReason, PaperEntry, Response } from '$lib/domain/quiz';
import { quizAnswersOf } from '$lib/domain/quiz-answers';
import {
	broughtBy,
	lessSightAt,
	moreSightAt,
	nextStageAt,
	type ReviewSight,
	type SightChange
} from '$lib/domain/review-sight';
import { missedItems, scoreAttempt, type AttemptScore, type Outcome, type QuestionScore } from '$lib/domain/score';
import type { StudySet } from '$lib/domain/set';
import { applyFeedback, type TeacherMarked, type TeacherWord } from '$lib/domain/teacher-marks';
import type { EpochMs } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { timeoutAt } from './at-instants';
import { now, studyDayOf } from './clock';
import { learnSitting } from './learn-sitting';
import { itemsByNumber, type SourceName } from './library.svelte';
import { QuizStore } from './quiz-store';
import { attemptInFull, sightOfFull, type AttemptInFull } from './set-of-attempt';
import { keepSet } from './taken-shelf';

/**
 * Missed, or right by a guess. `remarked`: missed by this device's marks, which memory was told, while the teacher counts it
 * as right or for nobody.
 */
export type DueReason = 'missed' | 'guessed' | 'remarked';

/** One question of a finished quiz. */
export type ReviewedQuestion = {
	readonly entry: PaperEntry;
	/** Null when the set no longer has it. */
	readonly item: Item | null;
	/** Null where the quiz has no headings. */
	readonly section: PaperSection | null;
	readonly response: Response | null;
	/** By the teacher's mark, where there is one: `missing` also for what the teacher left out. */
	readonly outcome: Outcome;
	/** How the teacher's mark stands to this device's; null without one. */
	readonly teacher: TeacherWord | null;
	/** What it counts for, 0 to 1. */
	readonly credit: number;
	/** Whether the learner may overrule the marking, or has. */
	readonly ruling: QuestionScore['ruling'];
	readonly confidence: Confidence | null;
	/** Wrong tries before the answer. */
	readonly misses: number;
	readonly reason: MissReason | null;
	/** What the learner said is wrong with the question itself. */
	readonly report: string | null;
	/** Why this quiz made a card of it due today; null when it did not. */
	readonly due: DueReason | null;
	readonly sources: readonly SourceName[];
};

/** Several items of one topic, mixed up. */
type MixedUpItems = { readonly topic: string; readonly items: readonly Item[] };

type Reviewed = AttemptInFull & {
	/** With the teacher's marks, where feedback brought them. */
	readonly score: AttemptScore;
	readonly questions: readonly ReviewedQuestion[];
};

const NOTHING: ReviewSight = { correctness: false, marks: false, explanation: false, key: false };

/** A finished quiz: its result, and each question with what was answered, as far as its rules let them be seen now. */
export class QuizReview {
	readonly #app: App;
	readonly #store: QuizStore;
	#phase = $state<'loading' | 'ready' | 'missing' | 'running'>('loading');
	#reviewed = $state.raw<Reviewed | null>(null);
	#problem = $state.raw<StorageError | null>(null);
	#now = $state<EpochMs>(now());
	#timer: ReturnType<typeof setTimeout> | undefined;
	#busy = false;

	/** What may be seen. */
	readonly sight: ReviewSight = $derived.by(() =>
		this.#reviewed === null ? NOTHING : sightOfFull(this.#reviewed, this.#now)
	);
	/** When more will be seen, or null. */
	readonly more: SightChange | null = $derived.by(() => this.#change(moreSightAt));
	/** From when on less will be seen, or null. */
	readonly less: SightChange | null = $derived.by(() => this.#change(lessSightAt));
	/** Numbers of the items to study again, unanswered ones included; none while they may not be known. */
	readonly missed: readonly number[] = $derived.by(() =>
		this.#reviewed === null || !this.sight.correctness || !this.sight.key ? [] : missedItems(this.#reviewed.score)
	);
	/** Items of one topic that the learner says they mixed up, where there are several to tell apart. */
	readonly mixedUp: readonly MixedUpItems[] = $derived(mixedUpIn(this.#reviewed?.questions ?? []));
	readonly dueMissed: number = $derived(this.#countDue('missed'));
	readonly dueGuessed: number = $derived(this.#countDue('guessed'));
	/** How often the learner was right when sure, fairly sure and guessing; empty when nobody asked. */
	readonly calibration: readonly CalibrationRow[] = $derived(
		this.#reviewed === null ? [] : calibrationOf(this.#reviewed.score.questions)
	);
	readonly judgement: Judgement | null = $derived(
		this.#reviewed === null ? null : judgementOf(this.#reviewed.score.questions)
	);

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
		if (attempt !== null && attempt.finishedAt === null) {
			this.#phase = 'running';
			return;
		}
		const ground = attempt === null ? null : await attemptInFull(this.#app, attempt);
		if (ground === null) {
			this.#phase = 'missing';
			return;
		}
		await this.#show(ground);
		this.#phase = 'ready';
		this.#look();
		if (ground.feedback?.set !== undefined && this.sight.key) this.#problem = await learnSitting(this.#app, ground);
	}

	/** Shows more or less as soon as the rules say so, until the returned function is called. */
	watch(): () => void {
		const look = () => {
			this.#look();
		};
		document.addEventListener('visibilitychange', look);
		return () => {
			clearTimeout(this.#timer);
			document.removeEventListener('visibilitychange', look);
		};
	}

	/**
	 * Takes the learner's word that what was typed is right, or takes that back: score and memory follow.
	 * @param index of the question on the paper
	 */
	overrule(index: number, overruled: boolean): Promise<void> {
		return this.#correct(async ({ attempt, set }) => {
			const stored = await this.#store.rule(attempt, index, overruled, set.items);
			if (stored.ok) void this.#app.home.refresh();
			return stored;
		});
	}

	/**
	 * Puts the questions among the learner's sets, where an assignment let their answers be known only later than its start:
	 * their cards can be studied from now on.
	 * @returns whether they are there
	 */
	async keepSet(): Promise<boolean> {
		const set = this.#reviewed?.set;
		if (set === undefined || (await this.#app.library.set(set.id)) !== null) return set !== undefined;
		const kept = await keepSet(this.#app, set);
		this.#problem = kept.ok ? null : kept.error;
		return kept.ok;
	}

	/** Notes why a question was missed. */
	giveReason(index: number, reason: MissReason): Promise<void> {
		return this.#correct(({ attempt }) => this.#store.giveReason(attempt.id, index, reason));
	}

	async #correct(store: (reviewed: Reviewed) => ReturnType<QuizStore['load']>): Promise<void> {
		const reviewed = this.#reviewed;
		if (reviewed === null || this.#busy) return;
		this.#busy = true;
		try {
			const stored = await store(reviewed);
			this.#problem = stored.ok ? null : stored.error;
			if (!stored.ok || stored.value === null) return;
			const ground = await attemptInFull(this.#app, stored.value);
			if (ground !== null) await this.#show(ground);
		} finally {
			this.#busy = false;
		}
	}

	#look(): void {
		this.#now = now();
		clearTimeout(this.#timer);
		const next = this.#reviewed === null ? null : nextStageAt(this.#reviewed.attempt, this.#now);
		if (next === null) return;
		this.#timer = timeoutAt(next, () => {
			this.#look();
		});
	}

	#change(find: typeof moreSightAt): SightChange | null {
		const reviewed = this.#reviewed;
		if (reviewed === null || reviewed.withheld) return null;
		return find(reviewed.attempt, this.#now, reviewed.feedback && broughtBy(reviewed.feedback));
	}

	#countDue(why: 'missed' | 'guessed'): number {
		return this.#reviewed?.questions.filter(({ due }) => due === why).length ?? 0;
	}

	async #show(ground: AttemptInFull): Promise<void> {
		const { attempt, set, feedback } = ground;
		const own = scoreAttempt(attempt, set.items);
		const marked = applyFeedback(attempt, set.items, own, feedback);
		const questions = toQuestions(ground, { ...marked, own }, await this.#app.library.sources(set.id));
		this.#reviewed = { ...ground, score: marked.score, questions };
	}
}

function mixedUpIn(questions: readonly ReviewedQuestion[]): MixedUpItems[] {
	const items = questions.flatMap(({ item, reason }) => (item !== null && reason === 'mixed-up' ? [item] : []));
	const topics = [...new Set(items.flatMap(({ topic }) => topic ?? []))];
	return topics
		.map((topic) => ({ topic, items: items.filter((item) => item.topic === topic) }))
		.filter((group) => group.items.length > 1);
}

function toQuestions(
	{ attempt, set, withheld }: AttemptInFull,
	{ own, score, words }: TeacherMarked & { readonly own: AttemptScore },
	register: ReadonlyMap<string, SourceName>
): ReviewedQuestion[] {
	const items = itemsByNumber(set);
	const due = withheld ? new Set<number>() : itemsMadeDue(attempt, set);
	const sections = sectionsOfPaper(attempt.spec, attempt.paper, set.items);
	const isToday = studyDayOf(attempt.finishedAt ?? attempt.lastAt) === studyDayOf(now());
	return attempt.paper.map((entry, index) => {
		const item = items.get(entry.item) ?? null;
		const answer = attempt.answers[index] ?? null;
		const scored = score.questions[index];
		return {
			entry,
			item,
			section: sections[index] ?? null,
			response: answer?.response ?? null,
			outcome: scored?.outcome ?? 'missing',
			teacher: words[index] ?? null,
			credit: scored?.credit ?? 0,
			ruling: scored?.ruling ?? 'marked',
			confidence: answer?.confidence ?? null,
			misses: answer?.misses ?? 0,
			reason: answer?.missReason ?? null,
			report: answer?.report ?? null,
			due: isToday && due.has(entry.item) ? whyDue(own.questions[index]?.outcome, scored?.outcome) : null,
			sources: (item?.provenance?.sources ?? []).flatMap((key) => register.get(key) ?? [])
		};
	});
}

function whyDue(own: Outcome | undefined, told: Outcome | undefined): DueReason {
	if (told !== 'right' && told !== 'missing') return 'missed';
	return own === 'right' ? 'guessed' : 'remarked';
}

/** What was not known makes a card due; a question left open says nothing about memory. */
function itemsMadeDue(attempt: Attempt, set: StudySet): ReadonlySet<number> {
	const missed = quizAnswersOf(attempt, set.items).filter(({ answered, correct }) => answered && !correct);
	return new Set(missed.map(({ card }) => toCardAddress(card).item));
}
