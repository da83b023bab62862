import * as m from '$lib/i18n/paraglide/messages';

/** The map's words: it draws, these speak. */
export function mapStrings() {
	return {
		zoomIn: m.map_zoom_in(),
		zoomOut: m.map_zoom_out(),
		list: m.map_list(),
		yourPin: m.map_your_pin(),
		target: m.map_target(),
		durandLine: m.map_durand_line(),
		lineOfControl: m.map_line_of_control(),
		disclaimer: m.read_map_disclaimer(),
		credit: m.read_map_credit(),
		mapLabel: m.read_map_label()
	};
}
