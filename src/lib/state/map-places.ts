import type { BankPlace, PlaceKind } from '$lib/content/bank';
import { isWithinTolerance } from '$lib/domain/distance';
import type { ItemOf, MapTarget } from '$lib/domain/item';
import { extentOf, isOnMap } from '$lib/domain/map-projection';
import { plainText } from '$lib/domain/text';
import * as m from '$lib/i18n/paraglide/messages';

/** A place as a map draws it and a list names it. */
export type MapPlace = {
	readonly id: string;
	readonly name: string;
	readonly lat: number;
	readonly lon: number;
	readonly kind: Exclude<PlaceKind, 'province'>;
	/** Whether the map shows it with its name. The list of a map question offers every place, shown or not. */
	readonly shown: boolean;
	/** What is special about it, for the list of a map that is read. */
	readonly role?: string;
	/** What the list says instead of the name, where the name would give the answer away. */
	readonly clue?: string;
};

/** The places of the map that is read: all it shows, a crossing instead of the towns on either side of it. */
export function placesToRead(places: readonly BankPlace[]): MapPlace[] {
	return findable(places)
		.filter((place) => isOnMap(place) && !isPartOfCrossing(place, places))
		.map((place) => ({ ...toMapPlace(place, true), role: place.role }));
}

/**
 * The places a map question offers in its list: those on its map. No other place counts as right, the wide map leaves
 * the towns out, and where the question names its place the list gives positions, as a name would be the answer.
 */
export function placesToOffer(item: ItemOf<'map'>, places: readonly BankPlace[]): MapPlace[] {
	const { target } = item;
	const extent = extentOf(target);
	const isOffered = (place: BankPlace) =>
		place.id === target.place ||
		(!isWithinTolerance(place, target) &&
			!isPartOfCrossing(place, places) &&
			(extent === null || isOnMap(place, extent)) &&
			(extent === 'region' || place.kind === 'capital' || place.kind === 'city'));
	const asked = places.find(({ id }) => id === target.place);
	// An end of the line has no name but a description, and so does the question about it.
	const isNamed = asked !== undefined && (asked.kind === 'line-end' || plainText(item.stem).includes(asked.name));
	return findable(places)
		.filter(isOffered)
		.map((place) => ({ ...toMapPlace(place, false), ...(isNamed ? { clue: positionOf(place) } : {}) }));
}

/** The places a reviewed map shows by name: the one asked for, and the capitals to find one's way. */
export function placesToReview(target: MapTarget, places: readonly BankPlace[]): MapPlace[] {
	return findable(places).map((place) => toMapPlace(place, place.id === target.place || place.kind === 'capital'));
}

type Findable = BankPlace & { readonly kind: MapPlace['kind'] };

/** By name, without the provinces: their coordinates are where a label stands, not a place to find. */
function findable(places: readonly BankPlace[]): Findable[] {
	return places
		.flatMap(({ kind = 'town', ...place }) => (kind === 'province' ? [] : [{ ...place, kind }]))
		.sort((a, b) => a.name.localeCompare(b.name));
}

function toMapPlace({ id, name, lat, lon, kind }: Findable, shown: boolean): MapPlace {
	return { id, name, lat, lon, kind, shown };
}

function isPartOfCrossing(place: BankPlace, places: readonly BankPlace[]): boolean {
	const isAt = (crossing: BankPlace) => crossing.kind === 'crossing' && isWithinTolerance(place, toTarget(crossing));
	return place.kind !== 'crossing' && places.some(isAt);
}

function toTarget({ id, lat, lon, toleranceKm }: BankPlace): MapTarget {
	return { place: id, lat, lon, toleranceKm };
}

function positionOf({ lat, lon }: { lat: number; lon: number }): string {
	return m.quiz_map_place_at({ lat: lat.toFixed(1), lon: lon.toFixed(1) });
}
