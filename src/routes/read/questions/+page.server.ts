import { flashcardWords } from '$lib/i18n/flashcard-words';
import { toFlashcards } from '$lib/interop/flashcards';
import bank from 'virtual:bank/collision-course';
import type { PageServerLoad } from './$types';

// A long list to look things up in: plain HTML, no script, so that nothing is sent twice.
export const csr = false;

export const load: PageServerLoad = () => ({
	hasNoScript: true,
	title: bank.title,
	lang: bank.lang,
	count: bank.items.length,
	topics: toFlashcards(bank, flashcardWords())
});
