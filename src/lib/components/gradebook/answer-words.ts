import { deletionNumbers, deletionWords } from '$lib/domain/cloze';
import { compassPoint, distanceKm } from '$lib/domain/distance';
import type { Item } from '$lib/domain/item';
import type { Response } from '$lib/domain/quiz';
import { asNumber } from '$lib/i18n/format';
import { kindName } from '$lib/i18n/kind-name';
import * as m from '$lib/i18n/paraglide/messages';

/**
 * What a learner answered, part by part, as texts of the item: none of them is a letter, because each learner saw an order of
 * their own.
 */
export function answerLines(item: Item, response: Response | null): string[] {
	if (response === null) return [];
	switch (response.type) {
		case 'choice':
			return item.type === 'single-choice' || item.type === 'multiple-choice'
				? response.chosen.map((index) => item.options[index]?.text ?? '?')
				: [];
		case 'boolean':
			return [response.value ? m.true_answer() : m.false_answer()];
		case 'text':
			return response.values.map((value) => (value.trim() === '' ? '–' : value));
		case 'order':
			return item.type === 'ordering' ? response.order.map((index) => item.entries[index]?.text ?? '?') : [];
		case 'match':
			return item.type === 'matching' ? matched(item, response.right) : [];
		case 'point':
			return [item.type === 'map' ? placeInWords(response, item.target) : ''];
		case 'label':
			return [kindName(response.label)];
		case 'self':
			return [response.knew ? m.gradebook_self_knew() : m.gradebook_self_did_not()];
	}
}

/**
 * @param placeName of a place by its id
 * @returns the right answer, part by part
 */
export function keyLines(item: Item, placeName: (id: string) => string): string[] {
	switch (item.type) {
		case 'single-choice':
		case 'multiple-choice':
			return item.options.filter(({ correct }) => correct).map(({ text }) => text);
		case 'true-false':
			return [item.answer ? m.true_answer() : m.false_answer()];
		case 'classify':
			return [kindName(item.answer)];
		case 'basic':
			return [item.answer];
		case 'short-answer':
			return item.answers.slice(0, 1);
		case 'cloze':
			return deletionNumbers(item.stem).map((number) => deletionWords(item.stem, number).join(', '));
		case 'ordering':
			return item.entries.map(({ text }) => text);
		case 'matching':
			return item.pairs.map(({ left, right }) => `${left}: ${right}`);
		case 'map':
			return [placeName(item.target.place)];
	}
}

type Matching = Extract<Item, { type: 'matching' }>;
type Target = Extract<Item, { type: 'map' }>['target'];

function matched({ pairs, extra }: Matching, right: readonly (number | null)[]): string[] {
	const sides = [...pairs.map((pair) => pair.right), ...extra];
	return pairs.map(({ left }, index) => `${left}: ${sides[right[index] ?? -1] ?? '–'}`);
}

function placeInWords(point: { readonly lat: number; readonly lon: number }, target: Target): string {
	const km = Math.round(distanceKm(point, target));
	if (km === 0) return m.quiz_map_exact();
	return m.quiz_map_your_pin({ km: asNumber(km), direction: compassPoint(target, point) });
}
