import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { TimeLimit } from '$lib/domain/quiz';
import { MAX_SEED } from '$lib/domain/share-model';
import type { SharedQuiz } from '$lib/domain/share-model';
import { DAY_MS } from '$lib/domain/units';
import { isWhole } from './head';
import type { HeadValue } from './head';
import { MAX_ITEMS } from './limits';
import { invalidAt } from './shape-error';
import type { ShapeError } from './shape-error';

const TIME_KINDS = { none: 0, quiz: 1, question: 2 } as const satisfies Record<TimeLimit['kind'], number>;

const MAX_LIMIT_MS = 31 * DAY_MS;

/**
 * @returns `[count, seed]`, with `kind of limit, milliseconds` after them when time is limited; 0 for no quiz
 * @throws when a number is out of range: whoever composes a quiz keeps to them
 */
export function writeQuiz(quiz: SharedQuiz | undefined): HeadValue {
	if (quiz === undefined) return 0;
	const { count, seed, time } = quiz;
	const written = time.kind === 'none' ? [count, seed] : [count, seed, TIME_KINDS[time.kind], time.limitMs];
	if (!readQuiz(written).ok) throw new Error(`A quiz that cannot be shared: ${JSON.stringify(quiz)}`);
	return written;
}

/** Reads what `writeQuiz` makes. An unknown kind of limit is from a newer version: a quiz without its limit is another quiz. */
export function readQuiz(value: HeadValue): Result<SharedQuiz | undefined, ShapeError> {
	if (value === 0) return ok(undefined);
	if (typeof value === 'number' || (value.length !== 2 && value.length !== 4)) return err(invalidAt('quiz'));
	const [count, seed, kind = TIME_KINDS.none, limitMs = 0] = value;
	if (!isWhole(count, 1, MAX_ITEMS)) return err(invalidAt('quiz.count'));
	if (!isWhole(seed, 0, MAX_SEED)) return err(invalidAt('quiz.seed'));
	if (value.length === 2) return ok({ count, seed, time: { kind: 'none' } });
	if (!isWhole(limitMs, 1, MAX_LIMIT_MS)) return err(invalidAt('quiz.time'));
	if (kind === TIME_KINDS.quiz) return ok({ count, seed, time: { kind: 'quiz', limitMs } });
	if (kind === TIME_KINDS.question) return ok({ count, seed, time: { kind: 'question', limitMs } });
	return err(isWhole(kind, TIME_KINDS.question + 1, 99) ? { kind: 'newer-version' } : invalidAt('quiz.time'));
}
