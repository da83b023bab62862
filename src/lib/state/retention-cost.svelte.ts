import type { Estimate } from '$lib/domain/plan/estimate';
import type { ForecastDay } from '$lib/domain/plan/forecast';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import type { App } from './app.svelte';
import { now, studyDayOf } from './clock';
import type { Forecaster } from './forecaster';
import { readPlanGround, type PlanGround } from './plan-ground';
import { startForecaster } from './start-forecaster';

/** Long enough for the difference to show, and soon enough to concern the learner. */
const DAYS = 60;

/** What remembering more or less would cost: minutes a day over the next two months, as now and as chosen. */
export class RetentionCost {
	readonly #app: App;
	readonly #forecaster: Forecaster = startForecaster();
	#ground: Promise<PlanGround | null> | null = null;
	#turn = 0;
	#now = $state.raw<Estimate | null>(null);
	#then = $state.raw<Estimate | null>(null);

	constructor(app: App) {
		this.#app = app;
	}

	/** Minutes a day as things are; null until it is worked out. */
	get now(): Estimate | null {
		return this.#now;
	}
	/** Minutes a day with the other retention; null until it is worked out. */
	get then(): Estimate | null {
		return this.#then;
	}

	/** @param retention desired, 0 to 1 */
	async compare(parameters: SchedulerParameters, retention: number): Promise<void> {
		const turn = ++this.#turn;
		this.#forecaster.cancel();
		this.#then = null;
		const isSame = retention === parameters.desiredRetention;
		const present = await this.#minutes(parameters);
		if (turn !== this.#turn) return;
		this.#now = present;
		const other = isSame ? null : await this.#minutes({ ...parameters, desiredRetention: retention });
		if (turn === this.#turn) this.#then = other;
	}

	/** Leaves the screen: nothing goes on being worked out. */
	end(): void {
		this.#turn += 1;
		this.#forecaster.cancel();
	}

	async #minutes(params: SchedulerParameters): Promise<Estimate | null> {
		const ground = await (this.#ground ??= readPlanGround(this.#app).then((read) => (read.ok ? read.value : null)));
		if (ground === null) return null;
		const { newPerDay } = this.#app.preferences.current;
		const start = {
			cards: ground.memory,
			fresh: Math.max(0, ground.total - ground.memory.stability.length),
			today: studyDayOf(now()),
			days: DAYS,
			pace: { fresh: newPerDay, reviews: Infinity, minutes: Infinity }
		};
		const answer = await this.#forecaster.ask({ task: 'forecast', start }, { ...ground.learner, params });
		return answer?.ok === true && answer.value.task === 'forecast' ? meanMinutes(answer.value.days) : null;
	}
}

/** What a day takes on average, and between what most days lie. */
function meanMinutes(days: readonly ForecastDay[]): Estimate {
	const mean = (of: (minutes: Estimate) => number): number =>
		days.reduce((sum, { minutes }) => sum + of(minutes), 0) / Math.max(1, days.length);
	return { low: mean(({ low }) => low), median: mean(({ median }) => median), high: mean(({ high }) => high) };
}
