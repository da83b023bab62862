import type { BacklogOption, BacklogPlan } from '$lib/domain/plan/plan-backlog';
import type { BacklogGoal } from '$lib/domain/plan/study-plan';
import type { App } from './app.svelte';
import { now, studyDayOf } from './clock';
import type { Forecaster } from './forecaster';
import type { PlanGround } from './plan-ground';

const USUAL_MINUTES = 20;

/** After a break: so many minutes a day, and when nothing waits any more. */
export class BacklogDesk {
	readonly #app: App;
	readonly #forecaster: Forecaster;
	#ground: PlanGround | null = null;
	#minutes = $state(USUAL_MINUTES);
	#plan = $state.raw<BacklogPlan | null>(null);
	#waiting = $state(0);
	#share = $state<number | null>(null);

	/** What the chosen minutes come to. */
	readonly chosen = $derived.by((): BacklogOption | null => {
		const plan = this.#plan;
		return plan?.others.find(({ minutes }) => minutes === this.#minutes) ?? plan?.chosen ?? null;
	});
	/** The plan in force, if it catches up. */
	readonly inForce = $derived.by((): BacklogGoal | null => {
		const { plan } = this.#app.preferences.current;
		return plan?.kind === 'backlog' ? plan : null;
	});
	/** Whether there is something to catch up with: more than a day's limit waits, or catching up has begun. */
	readonly isWorthIt = $derived.by(() => {
		const { reviewsPerDay } = this.#app.preferences.current;
		return this.#waiting > reviewsPerDay || (this.inForce !== null && this.#waiting > 0);
	});

	constructor(app: App, forecaster: Forecaster) {
		this.#app = app;
		this.#forecaster = forecaster;
	}

	/** Cards due today. */
	get waiting(): number {
		return this.#waiting;
	}
	get minutes(): number {
		return this.#minutes;
	}
	/** Null until it is worked out. */
	get plan(): BacklogPlan | null {
		return this.#plan;
	}
	/** How far the forecast is, 0 to 1; null when none is being made. */
	get share(): number | null {
		return this.#share;
	}

	/** Counts what waits, and plans for it where it is too much for a day. */
	async start(ground: PlanGround): Promise<void> {
		this.#ground = ground;
		const today = studyDayOf(now());
		this.#waiting = ground.memory.dueDay.reduce((sum, day) => sum + Number(day <= today), 0);
		this.#minutes = this.inForce?.minutes ?? USUAL_MINUTES;
		if (!this.isWorthIt) return;
		this.#share = 0;
		const task = { task: 'backlog', cards: ground.memory, today, minutes: this.#minutes } as const;
		const answer = await this.#forecaster.ask(task, ground.learner, (share) => (this.#share = share));
		this.#share = null;
		if (answer?.ok === true && answer.value.task === 'backlog') this.#plan = answer.value.plan;
	}

	/** Needs no new forecast. */
	chooseMinutes(minutes: number): void {
		this.#minutes = minutes;
	}

	/** Puts the plan in force: from now on it decides the order of study. @returns whether it is stored */
	async keep(): Promise<boolean> {
		const [chosen, ground] = [this.chosen, this.#ground];
		if (chosen === null || ground === null) return false;
		const { clearance } = chosen;
		const plan: BacklogGoal = {
			kind: 'backlog',
			minutes: this.#minutes,
			cost: ground.learner.cost,
			madeDay: studyDayOf(now()),
			clearedDay: clearance.kind === 'cleared' ? clearance.median : null
		};
		const isKept = await this.#app.preferences.change({ plan });
		void this.#app.home.refresh();
		return isKept;
	}
}
