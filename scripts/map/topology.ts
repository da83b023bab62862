import { feature, mesh, type Feature, type Position, type Topology, type TopologyGeometry } from 'topojson-client';
import { simplifyLine } from './simplify';

/**
 * Reads a file of the world-atlas package.
 * @throws when it is not a topology with countries and land: the dependency is not the one this was written for
 */
export function parseTopology(json: unknown): Topology {
	const file = json as { type?: unknown; arcs?: unknown; objects?: { countries?: unknown; land?: unknown } } | null;
	const isWhole = Array.isArray(file?.arcs) && file.objects?.countries !== undefined && file.objects.land !== undefined;
	if (file?.type !== 'Topology' || !isWhole) throw new Error('The atlas is not a topology with countries and land');
	return file as Topology;
}

/**
 * The same topology in degrees, with each arc thinned out. Arcs keep their ends and are shared by their neighbours, so
 * that a border still meets the coast and two countries still fit together.
 * @param tolerance degrees of latitude a line may move by
 */
export function simplifyTopology(topology: Topology, tolerance: number): Topology {
	const { transform, ...rest } = topology;
	return { ...rest, arcs: topology.arcs.map((arc) => simplifyLine(toDegrees(arc, transform), tolerance)) };
}

/** The boundary that two countries share, as one or more lines. */
export function sharedBoundary(topology: Topology, one: string, other: string): readonly (readonly Position[])[] {
	const named = (geometry: TopologyGeometry, name: string) => geometry.properties?.name === name;
	return mesh(
		topology,
		topology.objects.countries,
		(a, b) => (named(a, one) && named(b, other)) || (named(a, other) && named(b, one))
	).coordinates;
}

/** The outlines of a country, or of all land when no name is given. */
export function outlines(topology: Topology, country?: string): readonly (readonly Position[])[] {
	const { countries, land } = topology.objects;
	const object = country === undefined ? land : countries.geometries?.find((g) => g.properties?.name === country);
	if (object === undefined) throw new Error(`The atlas has no country named ${country ?? ''}`);
	return rings(feature(topology, object));
}

function rings(shape: Feature): readonly (readonly Position[])[] {
	if (shape.type === 'FeatureCollection') return shape.features.flatMap(rings);
	return shape.geometry.type === 'MultiPolygon' ? shape.geometry.coordinates.flat() : shape.geometry.coordinates;
}

/** Undoes the file's delta coding: each pair is a step from the one before, on a grid. */
function toDegrees(arc: readonly Position[], transform: Topology['transform']): readonly Position[] {
	if (transform === undefined) return arc;
	const { scale, translate } = transform;
	let [x, y] = [0, 0];
	return arc.map(([dx, dy]) => {
		x += dx;
		y += dy;
		return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
	});
}
