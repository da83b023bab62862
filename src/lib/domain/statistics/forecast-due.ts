import type { CardColumns } from '../card-columns';
import type { Days, StudyDay } from '../units';

/**
 * The cards that fall due on each of the days ahead as things stand; the first day includes what is overdue. Cards that
 * were set aside do not count.
 * @param days how many days from today on
 */
export function forecastDue({ dueDay, suspended }: CardColumns, today: StudyDay, days: Days): Uint32Array {
	const counts = new Uint32Array(days);
	for (let i = 0; i < dueDay.length; i += 1) {
		const place = Math.max(0, (dueDay[i] ?? 0) - today);
		if (suspended[i] === 1 || place >= days) continue;
		counts[place] = (counts[place] ?? 0) + 1;
	}
	return counts;
}
