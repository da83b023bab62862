import type { ClassAnalysis } from '$lib/domain/analysis/analyse-class';
import type { StorageError } from '$lib/storage/storage-error';

/** `device` names this device should its database not be there yet. */
export type AnalysisRequest = { readonly assignment: string; readonly device: string };

export type AnalysisReply =
	/** `share` is the share that is done, 0 to 1. */
	| { readonly kind: 'progress'; readonly share: number }
	/** Null where no such assignment was given here. */
	| { readonly kind: 'done'; readonly analysis: ClassAnalysis | null }
	| { readonly kind: 'failed'; readonly error: StorageError };
