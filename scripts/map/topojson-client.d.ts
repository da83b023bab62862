// The package ships no types; these are the two functions the map uses.
declare module 'topojson-client' {
	import type { Feature, MultiLineString, Topology, TopologyGeometry } from './topology';
	export function feature(topology: Topology, object: TopologyGeometry): Feature;
	export function mesh(
		topology: Topology,
		object: TopologyGeometry,
		filter: (a: TopologyGeometry, b: TopologyGeometry) => boolean
	): MultiLineString;
}
