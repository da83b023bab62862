import { PAPER_FORMS } from '$lib/domain/blueprint';
import { isCount, isFields, isOneOf, isText, isWhole, parseCount, parseList } from '$lib/storage/shape';
import { parseRules, parseSections, parseTime } from '$lib/storage/quiz-spec-parser';
import type { AssignmentChoices } from './assignment-draft.svelte';
import type { ComposeStart } from './composer.svelte';

/** An assignment that was begun and not made, with the set that it asks from. */
export type KeptAssignment = {
	/** What the address asked for when it was begun. */
	readonly asked: string;
	readonly setId: string;
	readonly choices: AssignmentChoices;
	readonly compose: ComposeStart;
};

const MOST = 10_000;

/** Reads an assignment as it was kept. @returns null when anything about it is missing or wrong */
export function parseKeptAssignment(value: unknown): KeptAssignment | null {
	if (!isFields(value)) return null;
	const { asked, setId } = value;
	const [choices, compose] = [parseChoices(value['choices']), parseCompose(value['compose'])];
	if (typeof asked !== 'string' || !isText(setId, 100) || choices === null || compose === null) return null;
	return { asked, setId, choices, compose };
}

function parseChoices(value: unknown): AssignmentChoices | null {
	if (!isFields(value)) return null;
	const { title, teacher, sittings, forms, keyPolicy } = value;
	if (typeof title !== 'string' || typeof teacher !== 'string' || !isCount(sittings)) return null;
	if (!isOneOf(forms, PAPER_FORMS) || !isOneOf(keyPolicy, ['open', 'withheld'] as const)) return null;
	return { title, teacher, sittings, forms, keyPolicy };
}

function parseCompose(value: unknown): ComposeStart | null {
	if (!isFields(value)) return null;
	const { way, count, seed } = value;
	const topics = parseList(value['topics'], MOST, (one) => (typeof one === 'string' ? one : null));
	const picked = parseList(value['picked'], MOST, parseCount);
	const blueprint = parseSections(value['blueprint']);
	const time = parseTime(value['time']);
	const rules = parseRules(value['rules']);
	if (!isOneOf(way, ['topic', 'blueprint', 'hand'] as const) || !isWhole(seed)) return null;
	if (count !== 'all' && !isCount(count)) return null;
	if (topics === null || picked === null || blueprint === null || time === null || rules === null) return null;
	return { way, topics, count, blueprint, picked, time, rules, seed };
}
