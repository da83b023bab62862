import type { SchedulerParameters } from '../scheduler-parameters';

/**
 * Keeps what is worked out from a set of parameters for as long as the set is in use: a queue asks for each card.
 * @param make pure
 */
export function perParameters<T>(make: (params: SchedulerParameters) => T): (params: SchedulerParameters) => T {
	const known = new WeakMap<SchedulerParameters, T>();
	return (params) => {
		const kept = known.get(params);
		if (kept !== undefined) return kept;
		const made = make(params);
		known.set(params, made);
		return made;
	};
}
