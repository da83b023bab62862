import type { CardState } from '$lib/domain/card';
import type { LearningEvent } from '$lib/domain/event';
import type { ParameterHistory } from '$lib/domain/parameter-history';

type Unstamped<E> = E extends LearningEvent ? Omit<E, 'device' | 'seq'> : never;

/** An event before it is stored: the store adds the device and its running number, so that two tabs never share one. */
export type NewEvent = Unstamped<LearningEvent>;

/** Folds all events of one card, in the order of `compareEvents`; null when they leave the card without a state. */
export type Fold = (events: readonly LearningEvent[]) => CardState | null;

/** A fold that is told which parameters held when, by whoever has just read it. */
export type HistoryFold = (events: readonly LearningEvent[], history: ParameterHistory) => CardState | null;
