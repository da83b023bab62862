import { chooseVoice } from './voices';

/** What is used of the browser's speech. */
export type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'getVoices'>;

/** `network-only`: the voices of the language send what they read over the network; `no-voice`: there is none. */
export type SpeechState = 'silent' | 'reading' | 'network-only' | 'no-voice';

/** @returns the browser's speech, or null where there is none */
export function findSynthesis(): Synthesis | null {
	return 'speechSynthesis' in globalThis && 'SpeechSynthesisUtterance' in globalThis ? speechSynthesis : null;
}

/** Reads pieces of text aloud, one after another, and only when asked to. */
export class Speech {
	readonly #synthesis: Synthesis;
	readonly #utter: (text: string) => SpeechSynthesisUtterance;
	#state = $state<SpeechState>('silent');
	/** What is being read. Some browsers forget utterances that nobody holds, and never end them. */
	#queue: readonly SpeechSynthesisUtterance[] = [];

	constructor(synthesis: Synthesis, utter = (text: string) => new SpeechSynthesisUtterance(text)) {
		this.#synthesis = synthesis;
		this.#utter = utter;
		// Voices are loaded once somebody asks for them.
		synthesis.getVoices();
	}

	get state(): SpeechState {
		return this.#state;
	}

	/**
	 * Reads from the start, in a voice of the language. To be called in answer to a tap: some browsers are silent otherwise.
	 * @param mayUseNetwork whether a voice may be used that sends the text over the network
	 */
	read(pieces: readonly string[], lang: string, mayUseNetwork = false): void {
		this.stop();
		const choice = chooseVoice(this.#synthesis.getVoices(), lang);
		if (choice.kind === 'none' || (choice.kind === 'network' && !mayUseNetwork)) {
			this.#state = choice.kind === 'none' ? 'no-voice' : 'network-only';
			return;
		}
		const { voice } = choice;
		this.#queue = pieces.map((piece) => Object.assign(this.#utter(piece), { voice, lang: voice.lang }));
		this.#state = this.#queue.length > 0 ? 'reading' : 'silent';
		const queue = this.#queue;
		for (const utterance of queue) {
			utterance.onerror = () => this.#endOf(queue);
			this.#synthesis.speak(utterance);
		}
		const last = queue.at(-1);
		if (last !== undefined) last.onend = () => this.#endOf(queue);
	}

	stop(): void {
		const wasReading = this.#queue.length > 0;
		this.#queue = [];
		this.#state = 'silent';
		if (wasReading) this.#synthesis.cancel();
	}

	/** What was stopped ends later, when something else may be read already. */
	#endOf(queue: readonly SpeechSynthesisUtterance[]): void {
		if (queue === this.#queue) this.stop();
	}
}
