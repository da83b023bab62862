import type { ReviewCost } from '$lib/domain/plan/review-cost';
import type { StudyPlan } from '$lib/domain/plan/study-plan';
import { hasOnly, isAmount, isFields, isText, isWhole, parseCount, parseList } from './shape';

const COMMON = ['kind', 'minutes', 'cost', 'madeDay'];
const MOST_MINUTES = 1440;
const LONGEST_COST = 600;

/** Reads a plan. @returns `undefined` for what is none */
export function parsePlan(value: unknown): StudyPlan | undefined {
	if (!isFields(value)) return undefined;
	const { kind, minutes, madeDay } = value;
	const cost = parseCost(value['cost']);
	if (!isAmount(minutes) || minutes > MOST_MINUTES || !isWhole(madeDay) || cost === null) return undefined;
	if (kind === 'backlog') {
		const { clearedDay } = value;
		if (!hasOnly(value, [...COMMON, 'clearedDay']) || !(clearedDay === null || isWhole(clearedDay))) return undefined;
		return { kind, minutes, cost, madeDay, clearedDay };
	}
	const { setId, examDay, recall } = value;
	const items = parseList(value['items'], 100_000, parseCount);
	if (kind !== 'exam' || !hasOnly(value, [...COMMON, 'setId', 'items', 'examDay', 'recall'])) return undefined;
	if (items === null || !isText(setId, 100) || !isWhole(examDay) || !isAmount(recall) || recall > 1) return undefined;
	return { kind, setId, items, examDay, minutes, cost, madeDay, recall };
}

function parseCost(value: unknown): ReviewCost | null {
	if (!isFields(value) || !hasOnly(value, ['passed', 'failed', 'fresh'])) return null;
	const { passed, failed, fresh } = value;
	return isSeconds(passed) && isSeconds(failed) && isSeconds(fresh) ? { passed, failed, fresh } : null;
}

function isSeconds(value: unknown): value is number {
	return isAmount(value) && value > 0 && value <= LONGEST_COST;
}
