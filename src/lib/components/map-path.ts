import type { MapPoint } from '$lib/domain/map-projection';

export type Line = readonly MapPoint[];

/**
 * Writes lines as SVG path data in whole map units: an absolute start, then relative steps, which are the shortest to
 * store. A minus sign also separates two numbers.
 * @param close whether each line is the outline of an area
 */
export function encodePath(lines: readonly Line[], close: boolean): string {
	return lines.map((line) => encodeLine(line, close)).join('');
}

/** Reads path data written by `encodePath` back into its lines; closed outlines do not repeat their first point. */
export function decodePath(d: string): Line[] {
	return d
		.split('M')
		.slice(1)
		.map((part) => {
			const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
			const line: MapPoint[] = [];
			let [x, y] = [0, 0];
			for (let i = 0; i + 1 < numbers.length; i += 2) {
				x += numbers[i] ?? 0;
				y += numbers[i + 1] ?? 0;
				line.push({ x, y });
			}
			return line;
		});
}

/** Points along the lines, no two neighbours farther apart than `spacing`. */
export function pointsAlong(lines: readonly Line[], spacing: number): MapPoint[] {
	return lines.flatMap((line) =>
		line.flatMap((end, i) => {
			const start = line[i - 1] ?? end;
			const steps = Math.max(1, Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / spacing));
			return Array.from({ length: steps }, (_, step) => {
				const share = (step + 1) / steps;
				return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share };
			});
		})
	);
}

/** The point of the lines nearest to `point`; `point` itself where there are no lines. */
export function nearestOn(lines: readonly Line[], point: MapPoint): MapPoint {
	let best = point;
	let bestDistance = Infinity;
	for (const line of lines) {
		for (const [i, end] of line.entries()) {
			const start = line[i - 1];
			if (start === undefined) continue;
			const candidate = nearestOnSegment(start, end, point);
			const distance = Math.hypot(candidate.x - point.x, candidate.y - point.y);
			if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
		}
	}
	return best;
}

/** The point of the segment from `start` to `end` nearest to `point`. */
export function nearestOnSegment(start: MapPoint, end: MapPoint, point: MapPoint): MapPoint {
	const [dx, dy] = [end.x - start.x, end.y - start.y];
	const squared = dx * dx + dy * dy;
	if (squared === 0) return start;
	const share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / squared;
	const t = Math.min(1, Math.max(0, share));
	return { x: start.x + t * dx, y: start.y + t * dy };
}

function encodeLine(line: Line, close: boolean): string {
	const steps = wholeSteps(line);
	const [start, ...rest] = steps;
	if (start === undefined || rest.length === 0) return '';
	const pair = ([x, y]: readonly [number, number]) => (y < 0 ? `${x}${y}` : `${x} ${y}`);
	const tail = rest.map(pair).reduce((all, step) => all + (all === '' || step.startsWith('-') ? '' : ' ') + step, '');
	return `M${pair(start)}l${tail}${close ? 'z' : ''}`;
}

/** Differences between the rounded points, without steps that go nowhere; the first is the start itself. */
function wholeSteps(line: Line): (readonly [number, number])[] {
	const steps: (readonly [number, number])[] = [];
	let [x, y] = [0, 0];
	for (const [i, point] of line.entries()) {
		const step = [Math.round(point.x) - x, Math.round(point.y) - y] as const;
		if (i > 0 && step[0] === 0 && step[1] === 0) continue;
		steps.push(step);
		x += step[0];
		y += step[1];
	}
	return steps;
}
