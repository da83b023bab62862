import type { OptimiseReply } from './optimise-message';

const KINDS: readonly unknown[] = ['progress', 'finished', 'cancelled', 'refused'] satisfies OptimiseReply['kind'][];

/**
 * Reads what the optimiser's worker posts. It is the same build, so its results are taken as they are.
 * @returns null for what is no reply
 */
export function parseOptimiseReply(data: unknown): OptimiseReply | null {
	if (typeof data !== 'object' || data === null) return null;
	const { kind } = data as Record<string, unknown>;
	return KINDS.includes(kind) ? (data as OptimiseReply) : null;
}
