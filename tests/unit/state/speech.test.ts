import { beforeEach, describe, expect, it } from 'vitest';
import { Speech, type Synthesis } from '$lib/state/speech.svelte';
import { chooseVoice } from '$lib/state/voices';

const voice = (lang: string, localService = true): SpeechSynthesisVoice => ({
	lang,
	localService,
	name: lang,
	voiceURI: lang,
	default: false
});

/** Says nothing, and ends an utterance when it is told to. */
class FakeSynthesis implements Synthesis {
	voices: SpeechSynthesisVoice[] = [voice('de-DE'), voice('en-GB')];
	spoken: SpeechSynthesisUtterance[] = [];
	cancelled = 0;

	speak(utterance: SpeechSynthesisUtterance) {
		this.spoken.push(utterance);
	}
	cancel() {
		this.cancelled += 1;
	}
	getVoices() {
		return this.voices;
	}
	end(index: number) {
		const utterance = this.spoken[index];
		utterance?.onend?.call(utterance, new Event('end') as SpeechSynthesisEvent);
	}
}

let synthesis: FakeSynthesis;
let speech: Speech;

beforeEach(() => {
	synthesis = new FakeSynthesis();
	speech = new Speech(synthesis, (text) => ({ text, onend: null, onerror: null }) as SpeechSynthesisUtterance);
});

describe('reading aloud', () => {
	it('is silent until it is asked', () => {
		expect(speech.state).toBe('silent');
		expect(synthesis.spoken).toEqual([]);
	});

	it('reads every piece in a voice of its language, and is silent after the last', () => {
		speech.read(['Stem', 'A. One'], 'en');
		expect(synthesis.spoken.map(({ text, lang }) => [text, lang])).toEqual([
			['Stem', 'en-GB'],
			['A. One', 'en-GB']
		]);
		synthesis.end(0);
		expect(speech.state).toBe('reading');
		synthesis.end(1);
		expect(speech.state).toBe('silent');
	});

	it('stops at once', () => {
		speech.read(['Stem'], 'en');
		speech.stop();
		expect(synthesis.cancelled).toBe(1);
		expect(speech.state).toBe('silent');
	});

	it('goes on with what is read now when something stopped before ends late', () => {
		speech.read(['Before'], 'en');
		speech.read(['Now'], 'en');
		synthesis.end(0);
		expect(speech.state).toBe('reading');
	});

	it('says when there is no voice of the language', () => {
		speech.read(['Tere'], 'et');
		expect(speech.state).toBe('no-voice');
		expect(synthesis.spoken).toEqual([]);
	});

	it('uses a voice in the network only once it may', () => {
		synthesis.voices = [voice('en-US', false)];
		speech.read(['Stem'], 'en');
		expect(speech.state).toBe('network-only');
		expect(synthesis.spoken).toEqual([]);
		speech.read(['Stem'], 'en', true);
		expect(speech.state).toBe('reading');
	});
});

describe('a voice', () => {
	it('of the same region comes before another, however it is written', () => {
		const voices = [voice('en-US'), voice('en_GB')];
		expect(chooseVoice(voices, 'en-gb')).toEqual({ kind: 'local', voice: voices[1] });
	});

	it('on the device comes before one of the same region in the network', () => {
		const voices = [voice('en-GB', false), voice('en-US')];
		expect(chooseVoice(voices, 'en-GB')).toEqual({ kind: 'local', voice: voices[1] });
	});
});
