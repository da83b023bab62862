import { deletionNumbers } from '$lib/domain/cloze';
import type { Item } from '$lib/domain/item';
import type { Response } from '$lib/domain/quiz';
import * as m from '$lib/i18n/paraglide/messages';
import type { MapPlace } from '$lib/state/map-places';
import type { ReviewRow } from './review-rows';

const PLAIN = { mark: 'plain', tag: null, lead: null, text: '', kind: null, note: null, follows: false } as const;

/**
 * What was answered, for as long as the right answers may not be seen: nothing in it tells them, not even an order.
 * @param places the places that a map question can name
 * @returns no rows where nothing was answered
 */
export function answerRows(item: Item, response: Response | null, places: readonly MapPlace[]): ReviewRow[] {
	const mine = (text: string, index = 0): ReviewRow => ({
		...PLAIN,
		key: String(index),
		tag: index === 0 ? m.review_your_answer() : null,
		text
	});
	switch (response?.type) {
		case undefined:
			return [];
		case 'choice':
			return response.chosen.map((option, index) => mine(optionsOf(item)[option] ?? '', index));
		case 'boolean':
			return [mine(response.value ? m.true_answer() : m.false_answer())];
		case 'label':
			return [{ ...mine(''), kind: response.label }];
		case 'self':
			return [mine(response.knew ? m.quiz_knew() : m.quiz_did_not())];
		case 'text':
			return response.values.map((value, index) => ({ ...mine(value, index), lead: leadOf(item, index) }));
		case 'order':
			return response.order.map((entry, place) => ({
				...mine(item.type === 'ordering' ? (item.entries[entry]?.text ?? '') : '', place),
				lead: String(place + 1)
			}));
		case 'match':
			return response.right.map((side, index) => ({
				...mine(side === null ? '' : (sidesOf(item)[side] ?? ''), index),
				lead: item.type === 'matching' ? (item.pairs[index]?.left ?? null) : null
			}));
		case 'point': {
			const { lat, lon } = response;
			const name = places.find((place) => place.lat === lat && place.lon === lon)?.name;
			return [mine(name ?? m.quiz_map_place_at({ lat: lat.toFixed(2), lon: lon.toFixed(2) }))];
		}
	}
}

function optionsOf(item: Item): string[] {
	const isChoice = item.type === 'single-choice' || item.type === 'multiple-choice';
	return isChoice ? item.options.map(({ text }) => text) : [];
}

function sidesOf(item: Item): string[] {
	return item.type === 'matching' ? [...item.pairs.map(({ right }) => right), ...item.extra] : [];
}

function leadOf(item: Item, index: number): string | null {
	const count = item.type === 'cloze' ? deletionNumbers(item.stem).length : 1;
	return count > 1 ? m.quiz_gap({ number: index + 1, count }) : null;
}
