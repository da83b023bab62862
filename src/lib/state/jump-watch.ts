import { MINUTE_MS, type DurationMs, type EpochMs } from '$lib/domain/units';
import { now } from './clock';

/** Less is a correction of the clock, or a tab that slept for a moment. */
const SHORTEST_JUMP_MS: DurationMs = MINUTE_MS;

/**
 * Tells a clock that was set forward from time that passed, by the browser's steady clock, which nobody can set. The steady
 * clock stands still while most devices sleep, so only a page that was on the screen all the while disproves a jump. It
 * starts anew with every load: what the clock did while the page was gone cannot be known and counts as time.
 */
export class JumpWatch {
	#wall: EpochMs = now();
	#steady = performance.now();
	#wasHidden = isHidden();

	/** To be called when the page is hidden or shown. */
	noteVisibility(): void {
		this.#wasHidden ||= isHidden();
	}

	/**
	 * @param at what the clock reads
	 * @returns by how much, in whole milliseconds, it was set forward since the last call; 0 when it was not
	 */
	jumpUntil(at: EpochMs): DurationMs {
		const steady = performance.now();
		const jump = Math.round(at - this.#wall - (steady - this.#steady));
		const isDisproved = jump >= SHORTEST_JUMP_MS && !this.#wasHidden;
		this.#wall = at;
		this.#steady = steady;
		this.#wasHidden = isHidden();
		return isDisproved ? jump : 0;
	}
}

function isHidden(): boolean {
	return document.visibilityState === 'hidden';
}
