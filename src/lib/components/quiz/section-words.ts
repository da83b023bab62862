import type { PaperSection } from '$lib/domain/paper-sections';
import * as m from '$lib/i18n/paraglide/messages';

/** @returns where in a quiz of several sections a question stands; the title alone where there is but one section */
export function sectionInWords({ number, count, title }: PaperSection): string {
	if (count === 1) return title;
	return title === '' ? m.run_section({ number, count }) : m.run_section_titled({ number, count, title });
}
