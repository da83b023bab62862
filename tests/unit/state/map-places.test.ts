import { describe, expect, it } from 'vitest';
import type { ItemOf } from '../../../src/lib/domain/item';
import { placesToOffer, placesToRead, placesToReview } from '../../../src/lib/state/map-places';
import { placeOf, PLACES } from '../../fixtures/places';

function ask(place: string, stem = 'Find it.'): ItemOf<'map'> {
	const { lat, lon, toleranceKm } = placeOf(place);
	return { number: 1, id: 'a', revision: 1, type: 'map', stem, target: { place, lat, lon, toleranceKm } };
}
const offered = (item: ItemOf<'map'>) => placesToOffer(item, PLACES).map(({ id }) => id);

describe('the places of a map that is read', () => {
	it('are those on it, by name, each with its role; no province, and a crossing instead of its two towns', () => {
		const places = placesToRead(PLACES);
		const ids = places.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['kabul', 'torkham', 'sharana', 'durand-west-end']));
		for (const id of ['doha', 'balochistan', 'chaman', 'spin-boldak']) expect(ids).not.toContain(id);
		expect(places.every(({ shown, role = '' }) => shown && role !== '')).toBe(true);
		expect(places.map(({ name }) => name)).toEqual(places.map(({ name }) => name).sort((a, b) => a.localeCompare(b)));
	});
});

describe('the places a map question offers', () => {
	it('hold the one that is asked for and no second one that would be right', () => {
		expect(offered(ask('miran-shah'))).toContain('miran-shah');
		expect(offered(ask('miran-shah'))).not.toContain('khost');
	});

	it('are far ones, without the towns of the region, when a far one is asked for', () => {
		const far = offered(ask('doha'));
		expect(far).toEqual(expect.arrayContaining(['doha', 'riyadh', 'kabul', 'quetta']));
		for (const id of ['wana', 'torkham', 'new-delhi', 'istanbul']) expect(far).not.toContain(id);
		expect(offered(ask('kabul'))).not.toContain('riyadh');
	});

	it('are all cities when no map shows the place', () => {
		expect(offered(ask('istanbul'))).toEqual(expect.arrayContaining(['istanbul', 'guwahati', 'doha', 'kabul']));
	});

	it('show none by name on the map, and positions instead of names where the question says the name', () => {
		const named = placesToOffer(ask('quetta', 'Find Quetta.'), PLACES);
		expect(named.some(({ shown }) => shown)).toBe(false);
		expect(named.every(({ clue }) => clue !== undefined)).toBe(true);
		expect(placesToOffer(ask('quetta'), PLACES).some(({ clue }) => clue !== undefined)).toBe(false);
	});

	it('say the end of the line by its position, as its name is what the question says', () => {
		const asked = placesToOffer(ask('durand-west-end', 'Where does the line meet Iran?'), PLACES);
		expect(asked.find(({ id }) => id === 'durand-west-end')?.clue).toContain('29.9');
	});
});

describe('the places of a review', () => {
	it('show the one asked for and the capitals', () => {
		const shown = placesToReview(ask('sharana').target, PLACES).filter((place) => place.shown);
		expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining(['sharana', 'kabul', 'islamabad']));
		expect(shown.map(({ id }) => id)).not.toContain('quetta');
	});
});
