import { toReadingView } from '$lib/content/reading-view';
import { dateInWords } from '$lib/i18n/format';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// Everything on this page is content: it is laid out at build time and stands in the HTML.
export const load: PageServerLoad = () => {
	const reading = toReadingView(bank);
	// A browser's first date in words takes a phone a tenth of a second.
	return { reading, published: dateInWords(reading.article.published) };
};
