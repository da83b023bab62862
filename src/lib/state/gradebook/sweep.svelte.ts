import { Beep, isSilent, setSilent } from './beep';
import type { Intake } from './intake.svelte';
import type { Returned } from './open-returns';

/** Reads result codes one after another, each once, and says what became of it. */
export class Sweep {
	readonly #intake: Pick<Intake, 'takeCode' | 'missingOf'>;
	readonly #beep: Pick<Beep, 'prepare' | 'play' | 'end'>;
	readonly #seen = new Map<string, Returned>();
	#last = $state.raw<Returned | null>(null);
	#missing = $state.raw<readonly string[] | null>(null);
	#count = $state(0);
	#silent = $state(isSilent());
	#text = '';
	#busy = false;

	constructor(
		intake: Pick<Intake, 'takeCode' | 'missingOf'>,
		beep: Pick<Beep, 'prepare' | 'play' | 'end'> = new Beep()
	) {
		this.#intake = intake;
		this.#beep = beep;
	}

	get last(): Returned | null {
		return this.#last;
	}
	/** Who of the class list of the last result's assignment has not handed in; null without a list. */
	get missing(): readonly string[] | null {
		return this.#missing;
	}
	/** How many results came in. */
	get count(): number {
		return this.#count;
	}
	get silent(): boolean {
		return this.#silent;
	}

	/** Call while the person presses something. */
	start(): void {
		this.#beep.prepare();
	}

	stop(): void {
		this.#beep.end();
	}

	toggleSilent(): void {
		this.#silent = !this.#silent;
		setSilent(this.#silent);
	}

	/** Takes in what the camera sees; it sees one code many times. */
	async read(text: string): Promise<void> {
		if (this.#busy || text === this.#text) return;
		this.#text = text;
		this.#busy = true;
		try {
			const known = this.#seen.get(text);
			const returned = known ?? (await this.#intake.takeCode(text));
			if (returned === null) {
				// Nothing could be stored: the same code may be tried again.
				this.#text = '';
				this.#beep.play('trouble');
				return;
			}
			this.#show(returned, known !== undefined);
			this.#seen.set(text, returned);
			if (returned.kind === 'taken') this.#missing = await this.#intake.missingOf(returned.assignment);
		} finally {
			this.#busy = false;
		}
	}

	#show(returned: Returned, isAgain: boolean): void {
		if (returned.kind === 'problem') {
			this.#last = returned;
			this.#beep.play('trouble');
			return;
		}
		const outcome = isAgain ? 'same' : returned.outcome;
		const isNew = outcome === 'added' || outcome === 'replaced';
		if (isNew) this.#count += 1;
		this.#last = { ...returned, outcome };
		this.#beep.play(isNew ? 'taken' : 'known');
	}
}
