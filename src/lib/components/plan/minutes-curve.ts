import type { ExamOption, ExamPlan } from '$lib/domain/plan/plan-exam';
import { percentScale, type PercentScale } from '../stats/percent-scale';

/** A choice of minutes as it is drawn. */
export type CurvePoint = {
	readonly minutes: number;
	readonly x: number;
	readonly y: number;
	/** Ends of the bar that holds four of five outcomes. */
	readonly low: number;
	readonly high: number;
};

const START = 40;
const END = 326;

/** Lays out the choices of an exam plan, from no study at all on, each at its minutes across and its recall upwards. */
export function layOutCurve({ without, others }: ExamPlan): {
	readonly points: readonly CurvePoint[];
	readonly scale: PercentScale;
} {
	const options: readonly ExamOption[] = [without, ...others].toSorted((a, b) => a.minutes - b.minutes);
	const scale = percentScale(options.flatMap(({ low, high }) => [low, high]));
	const most = Math.max(1, ...options.map(({ minutes }) => minutes));
	const points = options.map(({ minutes, recall, low, high }) => ({
		minutes,
		x: START + ((END - START) * minutes) / most,
		y: scale.y(recall),
		low: scale.y(low),
		high: scale.y(high)
	}));
	return { points, scale };
}
