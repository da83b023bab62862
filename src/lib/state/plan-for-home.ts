import { buildQueue } from '$lib/domain/build-queue';
import { hashText } from '$lib/domain/hash';
import { withPlan } from '$lib/domain/plan/with-plan';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { NO_PLAN, type HomePlan, type PlannedDay } from '$lib/storage/home-summary';
import type { App } from './app.svelte';
import { studyDayOf } from './clock';
import { loadMaterial } from './study-material';
import type { StudyScope } from './study-scope';
import { StudyStorage } from './study-storage';

const ALL: StudyScope = { setId: null, paragraph: null, topics: [], items: [] };

/**
 * Works out what the plan in force asks today, and tomorrow if nothing else is studied until then: Home then has the number
 * ready in the morning. By building the very queues that a session would. A module of its own: without a plan nothing of it
 * is loaded.
 * @param before what was worked out last; it holds while all that it follows from is the same
 * @returns no plan when storage fails
 */
export async function planForHome(app: App, at: EpochMs, before: HomePlan): Promise<HomePlan> {
	const storage = await StudyStorage.open(app.database);
	const standing = storage.ok ? await storage.value.standing() : null;
	if (!storage.ok || standing === null) return NO_PLAN;
	const planBasis = hashText(JSON.stringify([studyDayOf(at), app.preferences.current, standing]));
	if (before.planBasis === planBasis) return { planBasis, planned: before.planned };
	const planned: PlannedDay[] = [];
	for (const moment of [at, at + DAY_MS]) {
		const ofDay = await planDay(app, storage.value, moment);
		if (ofDay !== null) planned.push(ofDay);
	}
	return { planBasis, planned };
}

async function planDay(app: App, storage: StudyStorage, at: EpochMs): Promise<PlannedDay | null> {
	const material = await loadMaterial(app, ALL, storage, at);
	if (material === null || material.planned === null) return null;
	const { main } = withPlan(buildQueue({ ...material.due, last: null }), material.planned);
	const fresh = main.filter(({ kind }) => kind === 'new').length;
	return [studyDayOf(at), main.length - fresh, fresh];
}
