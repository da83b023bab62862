import { compareEvents, type EventPlace, type ParametersEvent } from './event';
import { DEFAULT_PARAMETERS, type SchedulerParameters } from './scheduler-parameters';

/** The parameters one after another. Each holds for the events after its place in the log; the first holds from the start. */
export type ParameterHistory = readonly {
	readonly after: EventPlace | null;
	readonly parameters: SchedulerParameters;
}[];

/** What holds for a learner who never changed anything. */
export const DEFAULT_HISTORY: ParameterHistory = [{ after: null, parameters: DEFAULT_PARAMETERS }];

/** @param events the changes of parameters in any order, with any duplicates */
export function toParameterHistory(events: readonly ParametersEvent[]): ParameterHistory {
	const distinct = [...new Map(events.map((event) => [event.id, event])).values()].sort(compareEvents);
	return [...DEFAULT_HISTORY, ...distinct.map((event) => ({ after: event, parameters: event.parameters }))];
}

/** @returns the parameters that hold now */
export function currentParameters(history: ParameterHistory): SchedulerParameters {
	return history.at(-1)?.parameters ?? DEFAULT_PARAMETERS;
}
