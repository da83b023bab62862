// The package ships no types; these describe the two functions the map uses and what they take and give.
declare module 'topojson-client' {
	/** Longitude, latitude. */
	export type Position = readonly [number, number];

	export type TopologyGeometry = {
		readonly type: string;
		readonly properties?: { readonly name: string };
		readonly geometries?: readonly TopologyGeometry[];
	};

	export type Topology = {
		readonly type: 'Topology';
		readonly transform?: { readonly scale: Position; readonly translate: Position };
		readonly arcs: readonly (readonly Position[])[];
		readonly objects: { readonly countries: TopologyGeometry; readonly land: TopologyGeometry };
	};

	type Ring = readonly Position[];
	export type Feature =
		| {
				readonly type: 'Feature';
				readonly geometry: { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] };
		  }
		| {
				readonly type: 'Feature';
				readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
		  }
		| { readonly type: 'FeatureCollection'; readonly features: readonly Feature[] };

	export function feature(topology: Topology, object: TopologyGeometry): Feature;
	export function mesh(
		topology: Topology,
		object: TopologyGeometry,
		filter: (a: TopologyGeometry, b: TopologyGeometry) => boolean
	): { readonly coordinates: readonly (readonly Position[])[] };
}
