import * as m from '$lib/i18n/paraglide/messages';
import type { MapStrings } from './map-data';

/** The map's words: it draws, these speak. */
export function mapStrings(): MapStrings {
	return {
		zoomIn: m.map_zoom_in(),
		zoomOut: m.map_zoom_out(),
		list: m.map_list(),
		placeList: m.map_place_list(),
		setPin: m.map_set_pin(),
		twoFingers: m.map_two_fingers(),
		keys: m.map_keys(),
		crossAt: ({ lat, lon }) => m.map_cross_at({ lat: lat.toFixed(1), lon: lon.toFixed(1) }),
		pinAt: ({ lat, lon }) => m.map_pin_at({ lat: lat.toFixed(1), lon: lon.toFixed(1) }),
		yourPin: m.map_your_pin(),
		target: m.map_target(),
		durandLine: m.map_durand_line(),
		lineOfControl: m.map_line_of_control(),
		disclaimer: m.read_map_disclaimer(),
		credit: m.read_map_credit(),
		mapLabel: m.read_map_label(),
		areas: {
			afghanistan: m.map_afghanistan(),
			pakistan: m.map_pakistan(),
			iran: m.map_iran(),
			turkmenistan: m.map_turkmenistan(),
			tajikistan: m.map_tajikistan(),
			india: m.map_india(),
			'saudi-arabia': m.map_saudi_arabia(),
			oman: m.map_oman(),
			'arabian-sea': m.map_arabian_sea()
		}
	};
}
