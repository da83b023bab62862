import type { QuizSpec } from '$lib/domain/quiz';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { isPractice } from '$lib/domain/rule-presets';
import type { ComposeStart } from './composer.svelte';
import type { StudyScope } from './study-scope';

/** @returns what a quiz of the same kind asks about */
export function scopeOfSpec({ setId, topics, items }: QuizSpec): StudyScope {
	return { setId, paragraph: null, topics, items };
}

/**
 * What a composer starts from for another paper of the same kind: the same parts and rules, with another seed. When the
 * quiz opened and closed was another time.
 * @returns null when topics, number and time say it all
 */
export function composeLike(spec: QuizSpec): ComposeStart | null {
	const { sections, topics, items, count, time } = spec;
	const rules = { ...(spec.rules ?? PRACTICE_RULES), opensAt: null, closesAt: null };
	if (sections === undefined && isPractice(rules)) return null;
	const given = { count, time, rules };
	if (sections !== undefined) {
		const isByHand =
			sections.length === 1 && sections.every(({ title, rows }) => title.trim() === '' && rows.length === 0);
		if (isByHand) return { ...given, way: 'hand', picked: sections.flatMap(({ fixed }) => fixed) };
		return { ...given, way: 'blueprint', blueprint: sections };
	}
	if (items.length > 0) return { ...given, way: 'hand', picked: items };
	return topics.length > 0 ? { ...given, topics } : given;
}
