import { brotliCompressSync } from 'node:zlib';
import type { Topology } from 'topojson-client';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildMap, readAtlas } from '../../../scripts/map/build-map';
import { clipLine, clipRing } from '../../../scripts/map/clip';
import { simplifyLine } from '../../../scripts/map/simplify';
import { outlines, parseTopology, simplifyTopology } from '../../../scripts/map/topology';
import { backstoryMap } from '../../../scripts/map/vite-plugin';
import type { MapAreaId, MapData } from '../../../src/lib/components/map-data';
import { contains } from '../../../src/lib/components/map-view';
import { decodePath, nearestOn, pointsAlong, type Line } from '../../../src/lib/components/map-path';
import { project, unproject, type MapPoint } from '../../../src/lib/domain/map-projection';

const KM_PER_UNIT = 0.737;

/** Latitude, longitude and country of every place a map item may ask for. */
const PLACES = {
	Kabul: [34.528, 69.172, 'Afghanistan'],
	Kandahar: [31.613, 65.71, 'Afghanistan'],
	Jalalabad: [34.426, 70.452, 'Afghanistan'],
	Khost: [33.34, 69.92, 'Afghanistan'],
	'Spin Boldak': [31.006, 66.4, 'Afghanistan'],
	Islamabad: [33.721, 73.043, 'Pakistan'],
	Peshawar: [34.008, 71.578, 'Pakistan'],
	Quetta: [30.184, 67.001, 'Pakistan'],
	Chaman: [30.918, 66.453, 'Pakistan'],
	Sharana: [33.13, 68.78, 'Afghanistan'],
	'Miran Shah': [33.001, 70.071, 'Pakistan'],
	Wana: [32.299, 69.573, 'Pakistan']
} as const;

let atlas: unknown;
let topology: Topology;
let map: MapData;
beforeAll(() => {
	atlas = readAtlas();
	topology = simplifyTopology(parseTopology(atlas), 0);
	map = buildMap(atlas);
});

const disputed = (id: string): Line[] =>
	map.disputed.filter((line) => line.id === id).flatMap(({ d }) => decodePath(d));
const plain = (): Line[] => map.borders.flatMap(({ d }) => decodePath(d));
const distanceTo = (lines: readonly Line[], point: MapPoint) => {
	const nearest = nearestOn(lines, point);
	return Math.hypot(nearest.x - point.x, nearest.y - point.y) * KM_PER_UNIT;
};

/** Even-odd rule: a ray to the east crosses the outline an odd number of times from inside. */
function isInside(rings: readonly Line[], { x, y }: MapPoint): boolean {
	let inside = false;
	for (const ring of rings) {
		for (const [i, a] of ring.entries()) {
			const b = ring.at(i - 1) ?? a;
			if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
		}
	}
	return inside;
}

function countryRings(country: string): Line[] {
	return outlines(topology, country).map((ring) => ring.map(([lon, lat]) => project(lat, lon)));
}

describe('the drawn map', () => {
	it('shows every place of the map items, on land and in its country', () => {
		const countries = { Afghanistan: countryRings('Afghanistan'), Pakistan: countryRings('Pakistan') };
		const other = { Afghanistan: 'Pakistan', Pakistan: 'Afghanistan' } as const;
		const land = decodePath(map.land);
		for (const [name, [lat, lon, country]] of Object.entries(PLACES)) {
			const at = project(lat, lon);
			expect(contains(map.frames.region, at), name).toBe(true);
			expect(isInside(land, at), `${name} is on land`).toBe(true);
			// The two border towns may lie on either side of a line drawn to half a kilometre, but never far from it.
			if (name === 'Chaman' || name === 'Spin Boldak') continue;
			expect(isInside(countries[country], at), `${name} is in ${country}`).toBe(true);
			expect(isInside(countries[other[country]], at), `${name} is not across the line`).toBe(false);
		}
	});

	it('draws the Durand Line within a few kilometres of the crossings', () => {
		const durand = disputed('durand-line');
		expect(distanceTo(durand, project(34.115, 71.085))).toBeLessThan(2);
		expect(distanceTo(durand, project(30.918, 66.453))).toBeLessThan(5);
		expect(distanceTo(durand, project(31.006, 66.4))).toBeLessThan(7);
	});

	it('reaches as far as the cities on the Gulf, and draws the boundaries there', () => {
		const land = decodePath(map.land);
		for (const [lat, lon] of [
			[25.285, 51.531],
			[24.688, 46.722]
		] as const) {
			expect(contains(map.frames.wide, project(lat, lon))).toBe(true);
			expect(isInside(land, project(lat, lon))).toBe(true);
		}
		expect(isInside(land, project(26.5, 52.2)), 'the sea off Qatar').toBe(false);
		expect(isInside(land, project(37.9, 51)), 'the Caspian Sea').toBe(false);
		// A point of the boundary of 1975 on the Shatt al-Arab, and one between Qatar and Saudi Arabia.
		expect(distanceTo(plain(), project(30.45, 48.1))).toBeLessThan(15);
		expect(distanceTo(plain(), project(24.6, 51))).toBeLessThan(15);
	});

	it('draws the Durand Line as one line from the meeting point with Iran to that with China', () => {
		const durand = disputed('durand-line');
		expect(durand).toHaveLength(1);
		const ends = [durand[0]?.[0], durand[0]?.at(-1)].map((end) => unproject(end?.x ?? 0, end?.y ?? 0));
		expect(ends[0]?.lat).toBeCloseTo(29.86, 1);
		expect(ends[0]?.lon).toBeCloseTo(60.84, 1);
		expect(ends[1]?.lat).toBeCloseTo(37.02, 1);
		expect(ends[1]?.lon).toBeCloseTo(74.54, 1);
	});

	it('starts the Line of Control where it leaves Jammu, at 32.8 N, and follows it to the edge of the map', () => {
		const [line] = disputed('line-of-control');
		const start = unproject(line?.[0]?.x ?? 0, line?.[0]?.y ?? 0);
		expect(start.lat).toBeCloseTo(32.8, 1);
		expect(start.lon).toBeGreaterThan(74);
		expect(start.lon).toBeLessThan(74.6);
		expect(line?.at(-1)?.x).toBe(map.frames.region.width);
	});

	it('leaves no stretch of the boundary around Kashmir solid', () => {
		const solidNorth = pointsAlong(plain(), 10)
			.map(({ x, y }) => unproject(x, y))
			.filter(({ lat, lon }) => lat > 32.35 && lat < 36.9 && lon > 73);
		expect(solidNorth).toEqual([]);
	});

	it('draws no disputed line as a solid border too', () => {
		const dashed = map.disputed.flatMap(({ d }) => decodePath(d));
		const ends = dashed.flatMap((line) => [line[0], line.at(-1)].filter((end) => end !== undefined));
		const doubled = pointsAlong(plain(), 10).filter(
			(point) => distanceTo(dashed, point) < 1 && !ends.some((end) => Math.hypot(end.x - point.x, end.y - point.y) < 25)
		);
		expect(doubled).toEqual([]);
	});

	it('leaves no gap where a dashed line goes on as a solid one', () => {
		const edge = disputed('kashmir-edge');
		const south = edge[0]?.[0] ?? { x: 0, y: 0 };
		expect(distanceTo(plain(), south)).toBeLessThan(1);
		const control = disputed('line-of-control')[0]?.[0] ?? { x: 0, y: 0 };
		expect(distanceTo([edge[0] ?? []], control)).toBeLessThan(1);
	});

	it('names the Durand Line and the Line of Control and nothing else that is disputed', () => {
		expect(map.disputed.map(({ id, label }) => [id, label !== null])).toEqual([
			['durand-line', true],
			['line-of-control', true],
			['kashmir-edge', false]
		]);
	});

	it('writes the name of each country inside it, and none in Kashmir', () => {
		const inKashmir = ({ lat, lon }: { lat: number; lon: number }) => lat > 32.3 && lon > 73.4;
		const names: Partial<Record<MapAreaId, string>> = {
			afghanistan: 'Afghanistan',
			pakistan: 'Pakistan',
			iran: 'Iran',
			turkmenistan: 'Turkmenistan',
			tajikistan: 'Tajikistan',
			india: 'India',
			'saudi-arabia': 'Saudi Arabia',
			oman: 'Oman'
		};
		for (const { id, points } of map.areas) {
			const country = names[id];
			const rings = country === undefined ? decodePath(map.land) : countryRings(country);
			for (const point of points) {
				const { lat, lon } = unproject(point.x, point.y);
				expect(isInside(rings, point), `${id} ${String(lat)} ${String(lon)}`).toBe(country !== undefined);
				expect(inKashmir({ lat, lon }), id).toBe(false);
			}
		}
	});

	it('stays below 30 KB, and 10 KB compressed', () => {
		const json = JSON.stringify(map);
		expect(json.length).toBeLessThan(30_000);
		expect(brotliCompressSync(json).length).toBeLessThan(10_000);
	});

	it('is the same from the same atlas', () => {
		expect(buildMap(atlas)).toEqual(map);
	});

	it('refuses a file that is not an atlas', () => {
		expect(() => buildMap({ type: 'FeatureCollection' })).toThrow('not a topology');
		expect(() => buildMap(null)).toThrow('not a topology');
	});
});

describe('clipping', () => {
	const window = { west: 0, south: 0, east: 10, north: 10 };

	it('cuts a line that leaves and returns into two pieces that end on the edge', () => {
		const pieces = clipLine(
			[
				[5, 5],
				[15, 5],
				[15, 8],
				[5, 8]
			],
			window
		);
		expect(pieces).toEqual([
			[
				[5, 5],
				[10, 5]
			],
			[
				[10, 8],
				[5, 8]
			]
		]);
	});

	it('drops a line outside and keeps one inside', () => {
		expect(
			clipLine(
				[
					[11, 1],
					[12, 2]
				],
				window
			)
		).toEqual([]);
		const inside = [
			[1, 1],
			[2, 2]
		] as const;
		expect(clipLine(inside, window)).toEqual([inside]);
	});

	it('cuts an area down to the window it covers', () => {
		const ring = clipRing(
			[
				[-5, -5],
				[20, -5],
				[20, 20],
				[-5, 20],
				[-5, -5]
			],
			window
		);
		expect(new Set(ring.map(([x, y]) => `${String(x)},${String(y)}`))).toEqual(
			new Set(['0,0', '10,0', '10,10', '0,10'])
		);
	});
});

describe('simplifying', () => {
	it('drops points that lie on the way and keeps the corner', () => {
		expect(
			simplifyLine(
				[
					[0, 0],
					[0, 1],
					[0, 2],
					[5, 2]
				],
				0.01
			)
		).toEqual([
			[0, 0],
			[0, 2],
			[5, 2]
		]);
	});

	it('keeps both ends of a line that closes on itself', () => {
		const ring = [
			[0, 0],
			[4, 0],
			[4, 4],
			[0, 0]
		] as const;
		expect(simplifyLine(ring, 0.01)).toEqual(ring);
	});
});

describe('the map module', () => {
	it('answers to virtual:map only, with the drawn map', () => {
		const plugin = backstoryMap() as unknown as {
			resolveId: (id: string) => string | undefined;
			load: (id: string) => string | undefined;
		};
		const resolved = plugin.resolveId('virtual:map');
		expect(plugin.resolveId('./map')).toBeUndefined();
		expect(plugin.load('virtual:map')).toBeUndefined();
		const code = plugin.load(resolved ?? '') ?? '';
		const literal = /^export default JSON\.parse\((.*)\);$/.exec(code)?.[1] ?? '""';
		expect(JSON.parse(JSON.parse(literal) as string)).toEqual(map);
	});
});
