/** What is needed to know of a voice. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>;

/** `network`: it sends what it reads over the network, so nobody uses it unasked. */
export type VoiceChoice<V extends Voice> =
	| { readonly kind: 'local'; readonly voice: V }
	| { readonly kind: 'network'; readonly voice: V }
	| { readonly kind: 'none' };

/**
 * Chooses a voice of a language: one on the device before one in the network, the same region before another.
 * @param lang a BCP 47 tag
 */
export function chooseVoice<V extends Voice>(voices: readonly V[], lang: string): VoiceChoice<V> {
	const wanted = tagOf(lang);
	const language = languageOf(lang);
	const able = voices.filter((voice) => languageOf(voice.lang) === language);
	const best = (some: readonly V[]) => some.find((voice) => tagOf(voice.lang) === wanted) ?? some[0];
	const local = best(able.filter(({ localService }) => localService));
	if (local !== undefined) return { kind: 'local', voice: local };
	const remote = best(able);
	return remote === undefined ? { kind: 'none' } : { kind: 'network', voice: remote };
}

/** Android writes `en_GB`. */
function tagOf(lang: string): string {
	return lang.toLowerCase().replaceAll('_', '-');
}

function languageOf(lang: string): string {
	return tagOf(lang).split('-')[0] ?? '';
}
