import { contentWords } from './content-words';
import { violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { Violation } from './violation';

/**
 * Orderings and the timeline are the same data: an entry with a date stands on the timeline, under the same date, as an event
 * whose title or actors it shares a word with.
 */
export function checkTimeline({ items, timeline, actors }: SourceBank): Violation[] {
	const names = new Map(actors.map(({ value }) => [value.id, value.name]));
	const events = timeline.map(({ value }) => ({
		date: value.date,
		words: new Set(contentWords([value.title, ...(value.actors ?? []).map((id) => names.get(id) ?? '')].join(' ')))
	}));
	return items.flatMap((at) => {
		if (at.value.type !== 'ordering') return [];
		return at.value.entries.flatMap(({ text, date }, i) => {
			const isThere = events.some(
				(event) => event.date === date && contentWords(text).some((word) => event.words.has(word))
			);
			if (date === undefined || isThere) return [];
			return [violationAt(at, ['entries', i], `The timeline has no such event on "${date}": "${text}".`)];
		});
	});
}
