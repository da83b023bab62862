import { toCardAddress, type CardId, type CardState } from '$lib/domain/card';
import { isLeechWarningDue } from '$lib/domain/leech';
import type { QueuedCard } from '$lib/domain/queue';
import { textOfBlocks } from '$lib/domain/text';
import type { Settings } from '$lib/storage/settings';
import { isBundled } from './library.svelte';
import type { ShownCard } from './shown-card';

/** A card that was forgotten so often that another repetition will hardly help. */
export type LeechWarning = {
	readonly card: CardId;
	readonly stem: string;
	readonly lang: string;
	readonly lapses: number;
	/** The set in which it can be rewritten; null for a bundled one. */
	readonly ownSetId: string | null;
	/** Whether it is suspended at once. */
	readonly suspends: boolean;
};

/** @returns null unless this answer made a leech of the card, or brought a leech to the next warning */
export function leechWarning(
	{ leechThreshold, suspendLeeches }: Pick<Settings, 'leechThreshold' | 'suspendLeeches'>,
	before: QueuedCard,
	after: CardState,
	shown: ShownCard | null
): LeechWarning | null {
	const isLapse = after.lapses > (before.state?.lapses ?? 0);
	if (shown === null || !isLapse || !isLeechWarningDue(after.lapses, leechThreshold)) return null;
	const { setId } = toCardAddress(after.card);
	return {
		card: after.card,
		stem: textOfBlocks(shown.face.stem),
		lang: shown.lang,
		lapses: after.lapses,
		ownSetId: isBundled(setId) ? null : setId,
		suspends: suspendLeeches
	};
}
