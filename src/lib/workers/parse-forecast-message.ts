import type { ForecastMessage } from './forecast-answer';

/**
 * Reads what the forecast's worker posts. It is the same build, so its results are taken as they are.
 * @returns null for what is no such message
 */
export function parseForecastMessage(data: unknown): ForecastMessage | null {
	if (typeof data !== 'object' || data === null) return null;
	const { kind, id } = data as Record<string, unknown>;
	const isKnown = kind === 'ended' || ((kind === 'progress' || kind === 'done') && typeof id === 'number');
	return isKnown ? (data as ForecastMessage) : null;
}
