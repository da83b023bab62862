import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Position, Topology } from 'topojson-client';
import { MAP_AREAS, type DisputedLine, type MapAreaId, type MapData } from '../../src/lib/components/map-data';
import { encodePath } from '../../src/lib/components/map-path';
import {
	EXTENT_BOUNDS,
	frameOf,
	project,
	WIDE_BOUNDS,
	type GeoBounds,
	type MapPoint
} from '../../src/lib/domain/map-projection';
import { clipLine, clipRing } from './clip';
import { outlines, parseTopology, sharedBoundary, simplifyTopology } from './topology';

/**
 * How far simplifying may move a line, in degrees of latitude: 0.33 km, half a map unit, so that nothing is lost that the
 * whole units of the path data could hold.
 */
const TOLERANCE = 0.003;

/** The land runs this much past the edges, in degrees, so that the cut is never seen as a coast. */
const OVERLAP = 0.5;

/*
 * Natural Earth draws who holds what (de facto). In its 1:10m file the whole boundary from the Arabian Sea to the Siachen
 * glacier is one arc between Pakistan and India, and Siachen itself is an area of its own (from 76.8 E, off this map).
 * The arc is cut where its character changes:
 *   south of 32.3 N   Punjab on both sides: an agreed boundary, plain
 *   32.3 to 32.8 N    one side is Jammu (Pakistan calls it the working boundary): disputed, unnamed
 *   north of 32.8 N   from the Manawar Tawi on, the line of 1949 and 1972: the Line of Control
 * The boundary with China east of the Hindu Kush borders Kashmir too, settled by Pakistan and China in 1963 "provisionally"
 * and not accepted by India: disputed, unnamed.
 */
const JAMMU_STARTS = 32.3;
const CONTROL_LINE_STARTS = 32.8;

/** Countries whose common boundaries are drawn as agreed; both must have land on the map. */
const PLAIN_PAIRS = [
	['Afghanistan', 'Iran'],
	['Afghanistan', 'Turkmenistan'],
	['Afghanistan', 'Uzbekistan'],
	['Afghanistan', 'Tajikistan'],
	['Afghanistan', 'China'],
	['Pakistan', 'Iran'],
	['Iran', 'Turkmenistan'],
	['Turkmenistan', 'Uzbekistan'],
	['Uzbekistan', 'Tajikistan'],
	['Tajikistan', 'China'],
	['Iran', 'Azerbaijan'],
	['Iran', 'Iraq'],
	['Iraq', 'Kuwait'],
	['Iraq', 'Saudi Arabia'],
	['Kuwait', 'Saudi Arabia'],
	['Saudi Arabia', 'Qatar'],
	['Saudi Arabia', 'United Arab Emirates'],
	['Saudi Arabia', 'Oman'],
	['United Arab Emirates', 'Oman']
] as const;

/**
 * Latitude and longitude where each name may stand, the best first; the others serve a closer view that does not show it.
 * None in Kashmir; none on the Gulf, whose name is disputed.
 */
const AREA_NAMES: Readonly<Record<MapAreaId, readonly (readonly [number, number])[]>> = {
	afghanistan: [
		[33.75, 65.6],
		[34.9, 69.8],
		[32.6, 68.0],
		[31.3, 64.8],
		[33.4, 68.6],
		[35.7, 70.6],
		[35.8, 67.2],
		[32.3, 62.6],
		[35.2, 63.4],
		[30.2, 63.2]
	],
	pakistan: [
		[28.7, 69.6],
		[33.2, 71.6],
		[35.0, 72.4],
		[31.4, 70.4],
		[30.5, 68.2],
		[28.4, 65.2],
		[31.2, 72.6],
		[26.4, 65.6],
		[25.6, 69.2]
	],
	iran: [
		[32.4, 54.6],
		[27.7, 61.7],
		[33.6, 60.4]
	],
	turkmenistan: [[37.6, 62.3]],
	tajikistan: [[38.35, 69.7]],
	india: [
		[27.2, 73.9],
		[30.4, 75.3],
		[24.6, 73.4]
	],
	'saudi-arabia': [
		[23.4, 47.6],
		[26.6, 46.6]
	],
	oman: [[22.3, 57.4]],
	'arabian-sea': [
		[23.0, 63.0],
		[24.3, 63.6],
		[24.6, 66.2]
	]
};

/** The atlas this map is drawn from: Natural Earth 1:10m, public domain, as packed by world-atlas. */
export function readAtlas(): unknown {
	const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
	return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Draws the map: lines thinned out, cut to the wide bounds, projected and written as path data.
 * @param atlas a parsed file of world-atlas; 1:10m is the one whose Durand Line passes within 5 km of the crossings
 * @throws when the atlas is not such a file
 */
export function buildMap(atlas: unknown): MapData {
	const topology = simplifyTopology(parseTopology(atlas), TOLERANCE);
	const east = sharedBoundary(topology, 'Pakistan', 'India').map(northwards);
	return {
		frames: { region: frameOf(EXTENT_BOUNDS.region), wide: frameOf(EXTENT_BOUNDS.wide) },
		land: drawLand(topology),
		borders: [
			{
				kind: 'plain',
				d: drawLines([
					...PLAIN_PAIRS.flatMap(([one, other]) => sharedBoundary(topology, one, other)),
					...east.map((line) => between(line, -90, JAMMU_STARTS))
				])
			}
		],
		disputed: disputedLines(topology, east),
		areas: MAP_AREAS.map((id) => ({ id, points: AREA_NAMES[id].map(([lat, lon]) => rounded(lat, lon)) }))
	};
}

function disputedLines(topology: Topology, east: readonly (readonly Position[])[]): readonly DisputedLine[] {
	return [
		{
			id: 'durand-line',
			d: drawLines(sharedBoundary(topology, 'Afghanistan', 'Pakistan')),
			label: rounded(29.4, 63.7)
		},
		{
			id: 'line-of-control',
			d: drawLines(east.map((line) => between(line, CONTROL_LINE_STARTS, 90))),
			label: rounded(34.75, 74.7)
		},
		{
			id: 'kashmir-edge',
			d: drawLines([
				...east.map((line) => between(line, JAMMU_STARTS, CONTROL_LINE_STARTS)),
				...sharedBoundary(topology, 'Pakistan', 'China')
			]),
			label: null
		}
	];
}

function drawLand(topology: Topology): string {
	const { west, south, east, north } = WIDE_BOUNDS;
	const window: GeoBounds = {
		west: west - OVERLAP,
		south: south - OVERLAP,
		east: east + OVERLAP,
		north: north + OVERLAP
	};
	const rings = outlines(topology).map((ring) => clipRing(ring, window));
	return encodePath(rings.filter((ring) => ring.length > 3).map(onMap), true);
}

function drawLines(lines: readonly (readonly Position[])[]): string {
	return encodePath(lines.flatMap((line) => clipLine(line, WIDE_BOUNDS)).map(onMap), false);
}

const onMap = (line: readonly Position[]) => line.map(([lon, lat]) => project(lat, lon));

function rounded(lat: number, lon: number): MapPoint {
	const { x, y } = project(lat, lon);
	return { x: Math.round(x), y: Math.round(y) };
}

function northwards(line: readonly Position[]): readonly Position[] {
	const rises = (line.at(-1)?.[1] ?? 0) >= (line[0]?.[1] ?? 0);
	return rises ? line : line.toReversed();
}

/**
 * The part of a northward line from where it last passes one latitude to where it last passes another: a winding line
 * passes most of them more than once, and beyond its last passage it stays north of it. Neighbouring parts share the
 * position between them.
 */
function between(line: readonly Position[], from: number, to: number): readonly Position[] {
	const lastBelow = (lat: number) => line.findLastIndex((position) => position[1] < lat);
	return line.slice(Math.max(0, lastBelow(from)), lastBelow(to) + 1);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const json = JSON.stringify(buildMap(readAtlas()));
	console.log(`Map: ${String(json.length)} bytes, ${String(brotliCompressSync(json).length)} compressed`);
}
