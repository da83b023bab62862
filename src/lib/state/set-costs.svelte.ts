import { cardsOfItem } from '$lib/domain/card';
import { DEFAULT_HABITS } from '$lib/domain/plan/answer-habits';
import type { SetCost } from '$lib/domain/plan/cost-of-set';
import type { Learner } from '$lib/domain/plan/learner';
import { DEFAULT_COST } from '$lib/domain/plan/review-cost';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import type { StudySet } from '$lib/domain/set';
import type { App } from './app.svelte';
import type { Forecaster } from './forecaster';

/** A set as far as its cost depends on it. */
export type PricedSet = { readonly id: string; readonly cards: number };

/** Of more sets than this nobody compares the cost on one screen. */
const MOST_SETS = 20;

/** What sets that were not begun would cost, worked out once the screen is at rest. */
export class SetCosts {
	readonly #app: App;
	#forecaster: Forecaster | null = null;
	#isOver = false;
	#costs = $state.raw<ReadonlyMap<string, SetCost>>(new Map());
	#awaited = $state.raw<ReadonlySet<string>>(new Set());

	constructor(app: App) {
		this.#app = app;
	}

	/** New cards a day that the costs are reckoned with. */
	get freshPerDay(): number {
		return this.#app.preferences.current.newPerDay;
	}

	/** @returns null until it is worked out, and for a set that was begun */
	of(id: string): SetCost | null {
		return this.#costs.get(id) ?? null;
	}

	/** Whether it is being worked out. Its line keeps its place: nothing may move under a finger that is about to press. */
	isAwaited(id: string): boolean {
		return this.#awaited.has(id);
	}

	/** Starts when the browser is idle; what it says comes later. */
	start(sets: readonly PricedSet[]): void {
		const some = sets.filter(({ cards }) => cards > 0).slice(0, MOST_SETS);
		if (some.length === 0 || this.freshPerDay === 0) return;
		this.#awaited = new Set(some.map(({ id }) => id));
		const work = (): void => void this.#work(some).finally(() => (this.#awaited = new Set()));
		if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 3000 });
		else setTimeout(work, 500);
	}

	/** The same for a set that need not be on this device. */
	startFor({ id, items }: StudySet): void {
		this.start([{ id, cards: items.flatMap((item) => cardsOfItem(id, item)).length }]);
	}

	/** Leaves the screen: nothing goes on being worked out. */
	end(): void {
		this.#isOver = true;
		this.#forecaster?.cancel();
	}

	async #work(sets: readonly PricedSet[]): Promise<void> {
		const [fresh, ground] = [this.freshPerDay, await this.#readGround(sets)];
		const priced = sets.filter(({ id }) => !ground.begun.has(id));
		if (priced.length === 0) return;
		const { startForecaster } = await import('./start-forecaster');
		this.#forecaster ??= startForecaster();
		for (const { id, cards } of priced) {
			if (this.#isOver) return;
			const task = { task: 'set-cost', cards, freshPerDay: fresh } as const;
			const answer = await this.#forecaster.ask(task, ground.learner);
			if (answer?.ok !== true || answer.value.task !== 'set-cost') return;
			this.#costs = new Map(this.#costs).set(id, answer.value.cost);
		}
	}

	/** Who would study, and what they have begun. Where that cannot be read the average learner stands in. */
	async #readGround(sets: readonly PricedSet[]): Promise<{ learner: Learner; begun: ReadonlySet<string> }> {
		const newcomer = { params: DEFAULT_PARAMETERS, habits: DEFAULT_HABITS, cost: DEFAULT_COST };
		if (!(await this.#app.database.mayHoldData())) return { learner: newcomer, begun: new Set() };
		const { readCostGround } = await import('./set-cost-ground');
		const ids = sets.map(({ id }) => id);
		const read = await readCostGround(this.#app.database, ids);
		return read.ok ? read.value : { learner: newcomer, begun: new Set(ids) };
	}
}
