import type { DoneCard } from '$lib/domain/build-queue';
import { cardsOfItem, toCardAddress, type CardId, type CardState } from '$lib/domain/card';
import { DEFAULT_HABITS } from '$lib/domain/plan/answer-habits';
import { planOrder, type PlanCards } from '$lib/domain/plan/plan-order';
import type { BacklogGoal, ExamGoal, StudyPlan } from '$lib/domain/plan/study-plan';
import type { PlannedCards } from '$lib/domain/plan/with-plan';
import { ok } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import type { StudyDay } from '$lib/domain/units';
import type { BackstoryDatabase } from '$lib/storage/database';
import { loadCards, loadDue } from '$lib/storage/due-store';
import type { App } from './app.svelte';
import { selectItems } from './share-query';

/** What a session knows of its cards when it asks what the plan says. */
export type PlanQuestion = {
	readonly plan: StudyPlan;
	readonly setIds: readonly string[];
	readonly answeredToday: readonly DoneCard[];
	readonly parameters: SchedulerParameters;
	readonly day: StudyDay;
};

/** More than this never wait in earnest. */
const MOST_DUE = 100_000;

/**
 * Asks what the plan in force says about a session. A module of its own: without a plan nothing of it is loaded. Where
 * there is no database, every card counts as new, here as in the rest of the queue.
 * @returns null where the plan says nothing, or reading fails: the day's queue is then the usual one
 */
export async function planSession(app: App, question: PlanQuestion): Promise<PlannedCards | null> {
	const { plan, parameters, day } = question;
	const opened = await app.database.open();
	const cards = await cardsFor(app, opened.ok ? opened.value : null, question);
	if (cards === null) return null;
	return planOrder(plan, cards, day, { params: parameters, habits: DEFAULT_HABITS, cost: plan.cost });
}

function cardsFor(app: App, db: BackstoryDatabase | null, question: PlanQuestion): Promise<PlanCards | null> {
	const { plan } = question;
	return plan.kind === 'exam' ? examCards(app, db, plan, question) : dueCards(db, plan, question);
}

async function examCards(
	app: App,
	db: BackstoryDatabase | null,
	{ setId, items, cost }: ExamGoal,
	{ setIds, answeredToday }: PlanQuestion
): Promise<PlanCards | null> {
	const set = setIds.includes(setId) ? await app.library.set(setId) : null;
	if (set === null) return null;
	const scope = { setId, paragraph: null, topics: [], items };
	const cards = selectItems(set, scope).flatMap((item) => cardsOfItem(setId, item));
	const read = db === null ? ok(new Map<CardId, CardState>()) : await loadCards(db, cards);
	if (!read.ok) return null;
	const states = read.value;
	const covered = new Set(cards);
	const done = answeredToday.filter(({ card }) => covered.has(card));
	return {
		begun: [...states.values()],
		fresh: cards.filter((card) => !states.has(card)),
		spent: spentOn(done, cost)
	};
}

async function dueCards(
	db: BackstoryDatabase | null,
	{ cost }: BacklogGoal,
	{ setIds, answeredToday, day }: PlanQuestion
): Promise<PlanCards | null> {
	if (db === null) return null;
	const due = await loadDue(db, { setIds, day, reviewLimit: MOST_DUE });
	if (!due.ok) return null;
	const done = answeredToday.filter(({ card }) => setIds.includes(setOf(card)));
	return { begun: due.value.reviews, fresh: [], spent: spentOn(done, cost) };
}

/** As the plan counts: what a card usually takes, not what this one took. */
function spentOn(done: readonly DoneCard[], cost: StudyPlan['cost']): number {
	return done.reduce((sum, { kind }) => sum + (kind === 'new' ? cost.fresh : cost.passed), 0);
}

function setOf(card: CardId): string {
	return toCardAddress(card).setId;
}
