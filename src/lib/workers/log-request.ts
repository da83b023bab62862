import type { AnswerColumns } from '$lib/domain/answer-columns';
import type { ParametersEvent } from '$lib/domain/event';
import type { TimedReviews } from '$lib/domain/log/histories-of-log';
import type { Result } from '$lib/domain/result';
import type { SchedulerParameters } from '$lib/domain/scheduler-parameters';
import type { StudySet } from '$lib/domain/set';
import type { LookAlikes } from '$lib/domain/statistics/look-alikes';
import type { Statistics } from '$lib/domain/statistics/statistics';
import type { TopicIndex } from '$lib/domain/statistics/topic-index';
import type { EpochMs } from '$lib/domain/units';
import type { ParametersMoment } from '$lib/storage/commit-parameters';
import type { Merged } from '$lib/storage/merge-log';
import type { BackupError } from '$lib/storage/read-backup';
import type { Refolded } from '$lib/storage/refold';
import type { Restored } from '$lib/storage/restore-backup';
import type { ArrivedLog } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import type { Moment } from '$lib/storage/sum-up';
import type { TestedForecasts } from './test-forecasts';

/** Work on the whole log. It is long once the log is, and belongs beside the page. */
export type LogTask =
	| { readonly kind: 'seal'; readonly now: EpochMs }
	| { readonly kind: 'refold' }
	| { readonly kind: 'repack' }
	/** Has cards scheduled with other parameters from now on. */
	| { readonly kind: 'parameters'; readonly parameters: SchedulerParameters; readonly moment: ParametersMoment }
	| { readonly kind: 'answers' }
	| { readonly kind: 'sum-up'; readonly moment: Moment }
	| {
			readonly kind: 'statistics';
			readonly moment: Moment;
			readonly topics: TopicIndex;
			readonly setIds: readonly string[];
	  }
	| { readonly kind: 'reviews' }
	/** Holds past forecasts against what came of them. */
	| { readonly kind: 'back-test' }
	/** Finds the cards that were taken for each other in quizzes. `bundled`: the sets that are not stored. */
	| { readonly kind: 'look-alikes'; readonly bundled: readonly StudySet[]; readonly since: EpochMs }
	| { readonly kind: 'merge'; readonly parts: ArrivedLog; readonly now: EpochMs }
	/** Reads a backup file. The worker keeps what is in it, for `restore`. */
	| { readonly kind: 'read-backup'; readonly file: Blob }
	| { readonly kind: 'restore'; readonly now: EpochMs };

/** What each task comes to. */
export type LogResults = {
	readonly seal: number;
	readonly refold: Refolded;
	readonly repack: number;
	readonly parameters: ParametersEvent;
	readonly answers: AnswerColumns;
	readonly 'sum-up': null;
	/** Null when nothing was ever answered. */
	readonly statistics: Statistics | null;
	readonly reviews: TimedReviews;
	readonly 'back-test': TestedForecasts;
	readonly 'look-alikes': readonly LookAlikes[];
	readonly merge: Merged;
	readonly 'read-backup': Result<BackupContents, BackupFileError>;
	readonly restore: Restored;
};

/** Why nothing came of a file. `unreachable`: it is where the browser cannot read it. */
export type BackupFileError = BackupError | { readonly kind: 'unreachable' };

/** What is in a backup file, in short. */
export type BackupContents = {
	readonly exportedAt: EpochMs;
	readonly answers: number;
	readonly setIds: readonly string[];
};

export type LogRequest = { readonly id: number; readonly device: string; readonly task: LogTask };

export type LogReply =
	| { readonly kind: 'progress'; readonly id: number; readonly share: number }
	| { readonly kind: 'done'; readonly id: number; readonly value: LogResults[LogTask['kind']] }
	| { readonly kind: 'failed'; readonly id: number; readonly error: StorageError };
