import type { CardId, CardState } from '$lib/domain/card';
import { DEFAULT_HABITS } from '$lib/domain/plan/answer-habits';
import type { Learner } from '$lib/domain/plan/learner';
import type { MemoryColumns } from '$lib/domain/plan/memory-columns';
import { memoryOfColumns } from '$lib/domain/plan/memory-of-columns';
import { DEFAULT_COST } from '$lib/domain/plan/review-cost';
import { ok, type Result } from '$lib/domain/result';
import { DEFAULT_PARAMETERS } from '$lib/domain/scheduler-parameters';
import { loadCards } from '$lib/storage/due-store';
import { listSets } from '$lib/storage/set-store';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import { readCards } from './card-source';
import { openLog } from './learning-log';
import { readLearner } from './review-source';

/** A set that can be planned for. */
export type PlanSet = { readonly id: string; readonly title: string; readonly cards: number };

/** What plans start from: whose they are, and what is remembered now. */
export type PlanGround = {
	readonly learner: Learner;
	readonly sets: readonly PlanSet[];
	/** Of all sets. */
	readonly memory: MemoryColumns;
	/** Cards of all sets, seen or not. */
	readonly total: number;
	readonly statesOf: (cards: readonly CardId[]) => Promise<Result<ReadonlyMap<CardId, CardState>, StorageError>>;
};

const NEWCOMER: Learner = { params: DEFAULT_PARAMETERS, habits: DEFAULT_HABITS, cost: DEFAULT_COST };
const NOTHING: MemoryColumns = {
	stability: new Float64Array(0),
	difficulty: new Float64Array(0),
	lastDay: new Int32Array(0),
	dueDay: new Int32Array(0)
};

/** Reads what plans start from. Someone who has studied nothing is taken for the average learner. @returns any storage error */
export async function readPlanGround(app: App): Promise<Result<PlanGround, StorageError>> {
	const bundled = app.library.banks.map(({ id, title, cards }) => ({ id, title, cards }));
	if (!(await app.database.mayHoldData())) {
		return ok({ ...groundOf(NEWCOMER, bundled, NOTHING), statesOf: () => Promise.resolve(ok(new Map())) });
	}
	const log = await openLog(app.database);
	if (!log.ok) return log;
	const { db, parameters } = log.value;
	const stored = await listSets(db);
	if (!stored.ok) return stored;
	const sets = [...bundled, ...stored.value.map(({ id, title, cardCount }) => ({ id, title, cards: cardCount }))];
	const [learner, cards] = await Promise.all([
		readLearner(parameters),
		readCards(db, new Set(sets.map(({ id }) => id)))
	]);
	if (!learner.ok) return learner;
	if (!cards.ok) return cards;
	return ok({ ...groundOf(learner.value, sets, memoryOfColumns(cards.value)), statesOf: (ids) => loadCards(db, ids) });
}

function groundOf(learner: Learner, sets: readonly PlanSet[], memory: MemoryColumns): Omit<PlanGround, 'statesOf'> {
	return { learner, sets, memory, total: sets.reduce((sum, { cards }) => sum + cards, 0) };
}
