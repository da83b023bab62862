import type { BankPlace } from '$lib/content/bank';
import { isWithinTolerance } from '$lib/domain/distance';
import type { ItemOf, MapTarget } from '$lib/domain/item';
import { isOnMap } from '$lib/domain/map-projection';
import { plainText } from '$lib/domain/text';
import * as m from '$lib/i18n/paraglide/messages';

/** A place as the map draws it and its list names it. */
export type QuizPlace = {
	readonly id: string;
	readonly name: string;
	readonly lat: number;
	readonly lon: number;
	readonly kind: 'capital' | 'city' | 'crossing';
	readonly shown: boolean;
	readonly clue?: string;
};

const CAPITALS: readonly string[] = ['kabul', 'islamabad'];
const CROSSINGS: readonly string[] = ['torkham', 'chaman-spin-boldak'];
/** Provinces: their coordinates are where a label stands, not a place to find. */
const AREAS: readonly string[] = ['khyber-pakhtunkhwa', 'balochistan'];

/**
 * The places a map question offers in its list: those on the map, or all when the answer lies outside it. No other place
 * counts as right, and where the question names its place the list gives positions, as a name would be the answer.
 */
export function placesToOffer(item: ItemOf<'map'>, places: readonly BankPlace[]): QuizPlace[] {
	const { target } = item;
	const crossings = places.filter(({ id }) => CROSSINGS.includes(id));
	const isPartOfCrossing = (place: BankPlace) =>
		crossings.some((crossing) => crossing.id !== place.id && isWithinTolerance(place, toTarget(crossing)));
	const isOffered = (place: BankPlace) =>
		place.id === target.place ||
		(!AREAS.includes(place.id) &&
			!isWithinTolerance(place, target) &&
			!isPartOfCrossing(place) &&
			(isOnMap(place) || !isOnMap(target)));
	const name = places.find(({ id }) => id === target.place)?.name;
	const isNamed = name !== undefined && plainText(item.stem).includes(name);
	return places
		.filter(isOffered)
		.sort((a, b) => a.name.localeCompare(b.name))
		.map((place) => ({ ...toQuizPlace(place, false), ...(isNamed ? { clue: positionOf(place) } : {}) }));
}

/** The places a reviewed map shows by name: the one asked for, and the capitals to find one's way. */
export function placesToShow(item: ItemOf<'map'>, places: readonly BankPlace[]): QuizPlace[] {
	return places.map((place) => toQuizPlace(place, place.id === item.target.place || CAPITALS.includes(place.id)));
}

function toQuizPlace({ id, name, lat, lon }: BankPlace, shown: boolean): QuizPlace {
	const kind = CAPITALS.includes(id) ? 'capital' : CROSSINGS.includes(id) ? 'crossing' : 'city';
	return { id, name, lat, lon, kind, shown };
}

function toTarget({ id, lat, lon, toleranceKm }: BankPlace): MapTarget {
	return { place: id, lat, lon, toleranceKm };
}

function positionOf({ lat, lon }: BankPlace): string {
	return m.quiz_map_place_at({ lat: lat.toFixed(1), lon: lon.toFixed(1) });
}
