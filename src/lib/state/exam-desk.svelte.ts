import { cardsOfItem } from '$lib/domain/card';
import type { ExamStart } from '$lib/domain/plan/exam-run';
import { toMemoryColumns } from '$lib/domain/plan/memory-columns';
import type { ExamError, ExamOption, ExamPlan } from '$lib/domain/plan/plan-exam';
import type { ExamGoal, StudyPlan } from '$lib/domain/plan/study-plan';
import type { Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import type { StudyDay } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { now, studyDayOf } from './clock';
import type { Forecaster } from './forecaster';
import type { PlanGround } from './plan-ground';
import { selectItems } from './share-query';
import { isPartial, type StudyScope } from './study-scope';

/** Why there is no plan to show. */
export type ExamProblem = ExamError | { readonly kind: 'too-far' } | { readonly kind: 'no-set' } | StorageError;

const USUAL_DAYS = 14;
const USUAL_MINUTES = 15;
/** The forecast goes no farther. */
const MOST_DAYS = 730;

/** Planning for an exam day: what so many minutes a day would come to, worked out anew from what is remembered now. */
export class ExamDesk {
	readonly #app: App;
	readonly #forecaster: Forecaster;
	#ground: PlanGround | null = null;
	#turn = 0;

	#setId = $state('');
	#items = $state.raw<readonly number[]>([]);
	#examDay = $state<StudyDay>(0);
	#minutes = $state(USUAL_MINUTES);
	#plan = $state.raw<ExamPlan | null>(null);
	#problem = $state.raw<ExamProblem | null>(null);
	#share = $state<number | null>(null);

	/** What the chosen minutes come to. */
	readonly chosen = $derived.by((): ExamOption | null => {
		const plan = this.#plan;
		return plan?.others.find(({ minutes }) => minutes === this.#minutes) ?? plan?.chosen ?? null;
	});
	/** The plan in force, if it is the one on the desk. */
	readonly inForce = $derived.by((): ExamGoal | null => {
		const { plan } = this.#app.preferences.current;
		return plan?.kind === 'exam' && this.#isOf(plan) && plan.minutes === this.#minutes ? plan : null;
	});

	constructor(app: App, forecaster: Forecaster) {
		this.#app = app;
		this.#forecaster = forecaster;
	}

	get setId(): string {
		return this.#setId;
	}
	/** Numbers of the selected items; empty for the whole set. */
	get items(): readonly number[] {
		return this.#items;
	}
	get examDay(): StudyDay {
		return this.#examDay;
	}
	get minutes(): number {
		return this.#minutes;
	}
	/** Null while it is worked out, and when it cannot be. */
	get plan(): ExamPlan | null {
		return this.#plan;
	}
	get problem(): ExamProblem | null {
		return this.#problem;
	}
	/** How far the forecast is, 0 to 1; null when none is being made. */
	get share(): number | null {
		return this.#share;
	}

	/** Takes up what the address names, or else the plan in force, and works it out. */
	async start(ground: PlanGround, scope: StudyScope): Promise<void> {
		this.#ground = ground;
		const { plan } = this.#app.preferences.current;
		const exam = plan?.kind === 'exam' ? plan : null;
		const isOther = scope.setId !== null && (scope.setId !== exam?.setId || isPartial(scope));
		this.#setId = scope.setId ?? exam?.setId ?? ground.sets[0]?.id ?? '';
		this.#examDay = exam?.examDay ?? studyDayOf(now()) + USUAL_DAYS;
		this.#minutes = exam?.minutes ?? USUAL_MINUTES;
		this.#items = isOther ? await this.#itemsOf(scope) : (exam?.items ?? []);
		await this.#work();
	}

	chooseSet(id: string): Promise<void> {
		this.#setId = id;
		return this.chooseAll();
	}

	/** Plans for the whole set instead of the selected items. */
	chooseAll(): Promise<void> {
		this.#items = [];
		return this.#work();
	}

	chooseDay(day: StudyDay): Promise<void> {
		this.#examDay = day;
		return this.#work();
	}

	/** Needs no new forecast. */
	chooseMinutes(minutes: number): void {
		this.#minutes = minutes;
	}

	/** Puts the plan on the desk in force: from now on it decides the order of study. @returns whether it is stored */
	async keep(): Promise<boolean> {
		const [chosen, ground] = [this.chosen, this.#ground];
		if (chosen === null || ground === null) return false;
		const plan: StudyPlan = {
			kind: 'exam',
			setId: this.#setId,
			items: this.#items,
			examDay: this.#examDay,
			minutes: this.#minutes,
			cost: ground.learner.cost,
			madeDay: studyDayOf(now()),
			recall: chosen.recall
		};
		const isKept = await this.#app.preferences.change({ plan });
		void this.#app.home.refresh();
		return isKept;
	}

	async #work(): Promise<void> {
		const turn = ++this.#turn;
		this.#forecaster.cancel();
		this.#plan = this.#problem = null;
		this.#share = 0;
		const outcome = await this.#forecast((share) => (this.#share = share));
		// Something else was chosen meanwhile.
		if (turn !== this.#turn || outcome === null) return;
		this.#share = null;
		if (outcome.ok) this.#plan = outcome.value;
		else this.#problem = outcome.error;
	}

	async #forecast(onprogress: (share: number) => void): Promise<Result<ExamPlan, ExamProblem> | null> {
		const [ground, set] = [this.#ground, await this.#app.library.set(this.#setId)];
		if (ground === null) return null;
		if (set === null) return { ok: false, error: { kind: 'no-set' } };
		if (this.#examDay - studyDayOf(now()) > MOST_DAYS) return { ok: false, error: { kind: 'too-far' } };
		const start = await this.#startOf(ground, set);
		if (!start.ok) return start;
		const task = { task: 'exam', start: start.value, minutes: this.#minutes } as const;
		const answer = await this.#forecaster.ask(task, ground.learner, onprogress);
		if (answer === null) return null;
		if (answer.ok && answer.value.task === 'exam') return { ok: true, value: answer.value.plan };
		if (!answer.ok && (answer.error.kind === 'exam-passed' || answer.error.kind === 'no-cards')) {
			return { ok: false, error: answer.error };
		}
		throw new Error('A forecast of an exam was refused.');
	}

	async #startOf(ground: PlanGround, set: StudySet): Promise<Result<ExamStart, StorageError>> {
		const scope = { setId: set.id, paragraph: null, topics: [], items: this.#items };
		const cards = selectItems(set, scope).flatMap((item) => cardsOfItem(set.id, item));
		const states = await ground.statesOf(cards);
		if (!states.ok) return states;
		return {
			ok: true,
			value: {
				cards: toMemoryColumns([...states.value.values()]),
				fresh: cards.filter((card) => !states.value.has(card)).length,
				today: studyDayOf(now()),
				examDay: this.#examDay
			}
		};
	}

	async #itemsOf(scope: StudyScope): Promise<readonly number[]> {
		const set = isPartial(scope) ? await this.#app.library.set(this.#setId) : null;
		return set === null ? [] : selectItems(set, scope).map(({ number }) => number);
	}

	#isOf({ setId, items, examDay }: ExamGoal): boolean {
		return setId === this.#setId && examDay === this.#examDay && items.join() === this.#items.join();
	}
}
