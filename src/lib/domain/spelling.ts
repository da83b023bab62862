/**
 * One sound, one spelling. Names from Arabic, Persian, Pashto and Urdu reach Latin letters in many ways, and English words
 * have two spellings; each line makes those of one kind alike. Applied from top to bottom. What comes out need be no word,
 * only the same for all spellings of one.
 */
const FOLDS: readonly (readonly [variants: RegExp, spelling: string])[] = [
	// Words whose spellings differ by more than a sound.
	[/^p[au](?:kh|sh)t(?=[ou])/, 'pasht'], // Pashtun, Pakhtun, Pushtun
	[/^khaib[ae]r/, 'khyber'],
	[/^m[ou]ham+[ae]d/, 'muhammad'],
	[/^[ae]hm[ae]d/, 'ahmad'],
	[/^emir/, 'amir'],
	[/^ulem/, 'ulam'],
	[/^devband/, 'deoband'],
	// Consonants.
	[/q/g, 'k'], // Quran, Koran
	[/z/g, 's'], // organize, organise
	[/c(?=[eiy])/g, 's'], // defence, defense
	[/nds/g, 'ns'], // Akhundzada, Akhunzada
	[/ah$/, 'a'], // jirgah, jirga
	// Vowels.
	[/[ae]h(?=[^aeiouhy])/g, 'ih'], // Tehrik, Tahrik
	[/ou|o/g, 'u'], // Torkham, Turkham; neighbour, neighbor
	[/a[eiy]|e[iy]|ie|e|y/g, 'i'], // Seraj, Siraj; Qaeda, Qaida
	// Last, for the vowels too: Haqqani, Haqani; Tehreek, Tehrik; Noor, Nur.
	[/([a-z])\1+/g, '$1']
];

/**
 * Makes the spellings of one word alike, such as Tehrik and Tehreek. For searching only: it also makes some different words
 * alike, and a typed answer must not be marked right by it.
 * @param word as `foldAnswer` folds it
 */
export function foldSpelling(word: string): string {
	return FOLDS.reduce((folded, [variants, spelling]) => folded.replace(variants, spelling), word);
}
