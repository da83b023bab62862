import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { BacklogDesk } from './backlog-desk.svelte';
import { ExamDesk } from './exam-desk.svelte';
import { readPlanGround, type PlanSet } from './plan-ground';
import { startForecaster } from './start-forecaster';
import type { StudyScope } from './study-scope';

/** The plan screen: an exam day, or a backlog, whichever the learner has. One plan is in force at a time. */
export class PlanDesk {
	readonly #app: App;
	readonly #forecasters = [startForecaster(), startForecaster()] as const;
	readonly exam: ExamDesk;
	readonly backlog: BacklogDesk;

	#sets = $state.raw<readonly PlanSet[]>([]);
	#isReady = $state(false);
	#problem = $state.raw<StorageError | null>(null);

	constructor(app: App) {
		this.#app = app;
		this.exam = new ExamDesk(app, this.#forecasters[0]);
		this.backlog = new BacklogDesk(app, this.#forecasters[1]);
	}

	get sets(): readonly PlanSet[] {
		return this.#sets;
	}
	get isReady(): boolean {
		return this.#isReady;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get plan() {
		return this.#app.preferences.current.plan;
	}

	async start(scope: StudyScope): Promise<void> {
		const ground = await readPlanGround(this.#app);
		this.#isReady = ground.ok;
		if (!ground.ok) {
			this.#problem = ground.error;
			return;
		}
		this.#sets = ground.value.sets;
		await Promise.all([this.exam.start(ground.value, scope), this.backlog.start(ground.value)]);
	}

	/** Goes back to study without a plan. @returns whether that is stored */
	stop(): Promise<boolean> {
		return this.#app.preferences.change({ plan: null });
	}

	/** Leaves the screen: nothing goes on being worked out. */
	end(): void {
		for (const forecaster of this.#forecasters) forecaster.cancel();
	}
}
