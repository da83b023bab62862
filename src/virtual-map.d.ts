declare module 'virtual:map' {
	const map: import('$lib/components/map-data').MapData;
	export default map;
}
