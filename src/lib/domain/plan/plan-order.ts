import { toCardAddress, type CardId, type CardState } from '../card';
import type { QueuedCard } from '../queue';
import { assertNever } from '../result';
import type { StudyDay } from '../units';
import { backlogQueue, createWaitingLoss } from './backlog-priority';
import { examQueue } from './exam-queue';
import type { Learner } from './learner';
import { toMemoryColumns } from './memory-columns';
import type { Seconds } from './review-cost';
import type { BacklogGoal, ExamGoal, StudyPlan } from './study-plan';
import type { PlannedCards } from './with-plan';

/** What a plan chooses from. */
export type PlanCards = {
	/** Cards with a state: for an exam all of them, for a backlog at least those that are due. */
	readonly begun: readonly CardState[];
	/** Cards never seen, in the order of the set. */
	readonly fresh: readonly CardId[];
	/** What today's answers in these cards have taken. */
	readonly spent: Seconds;
};

/**
 * Today's cards of a plan, the most worthwhile first, as many as are expected to fill the minutes that are left.
 * @returns null when the plan has nothing to say today: the exam day has come, or the backlog fits into the day
 */
export function planOrder(plan: StudyPlan, cards: PlanCards, today: StudyDay, learner: Learner): PlannedCards | null {
	switch (plan.kind) {
		case 'exam':
			return examOrder(plan, cards, today, learner);
		case 'backlog':
			return backlogOrder(plan, cards, today, learner);
		default:
			return assertNever(plan);
	}
}

function examOrder(plan: ExamGoal, cards: PlanCards, today: StudyDay, learner: Learner): PlannedCards | null {
	if (today >= plan.examDay) return null;
	const begun = cards.begun.filter((state) => canComeOn(state, today));
	const fresh = onePerItem(cards.fresh);
	const left = Math.max(0, plan.minutes * 60 - cards.spent);
	const chosen = examQueue(toMemoryColumns(begun), fresh.length, today, plan.examDay, left / 60, learner);
	const reviews = chosen.reviews.flatMap((index) => begun[index] ?? []).map(toQueued);
	const queue = [
		...reviews.slice(0, chosen.before),
		...fresh.slice(0, chosen.fresh).map((card) => ({ card, kind: 'new', state: null }) as const),
		...reviews.slice(chosen.before)
	];
	const covered = new Set([...cards.begun.map(({ card }) => card), ...cards.fresh]);
	return { cards: fill(queue, left, today, learner), covers: (card) => covered.has(card) };
}

function backlogOrder(plan: BacklogGoal, cards: PlanCards, today: StudyDay, learner: Learner): PlannedCards | null {
	const due = cards.begun.filter((state) => canComeOn(state, today) && state.dueDay <= today);
	const queue = backlogQueue(toMemoryColumns(due), today, learner).flatMap((index) => due[index] ?? []);
	const chosen = fill(queue.map(toQueued), Math.max(0, plan.minutes * 60 - cards.spent), today, learner);
	return chosen.length === due.length ? null : { cards: chosen, covers: () => true };
}

/** Those on a learning step come by themselves when their time has come. */
function canComeOn({ reviews, suspended, buriedUntil, dueAt, dueDay }: CardState, today: StudyDay): boolean {
	const isOnStep = dueAt !== null && dueDay <= today;
	return reviews > 0 && !suspended && !isOnStep && (buriedUntil ?? today) <= today;
}

/** Two new cards of one item on one day would give each other away. */
function onePerItem(cards: readonly CardId[]): CardId[] {
	const items = new Set<string>();
	return cards.filter((card) => {
		const { setId, item } = toCardAddress(card);
		const name = `${setId}.${String(item)}`;
		if (items.has(name)) return false;
		items.add(name);
		return true;
	});
}

function toQueued(state: CardState): QueuedCard {
	return { card: state.card, kind: state.phase === 'review' ? 'review' : 'learning', state };
}

/** Like the simulation, a day may take one card longer than its minutes. */
function fill(queue: readonly QueuedCard[], seconds: Seconds, today: StudyDay, learner: Learner): QueuedCard[] {
	const loss = createWaitingLoss(learner);
	let left = seconds;
	return queue.filter(({ state }) => {
		if (left <= 0) return false;
		left -= state === null ? learner.cost.fresh : loss.seconds(state, Math.max(0, today - state.lastDay));
		return true;
	});
}
