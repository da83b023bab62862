import { toCardAddress } from '$lib/domain/card';
import { toCardFace, type CardFace } from '$lib/domain/card-face';
import type { StatementKind } from '$lib/domain/item';
import { isLeechWarningDue } from '$lib/domain/leech';
import type { QueuedCard } from '$lib/domain/queue';
import type { IsoDate } from '$lib/domain/units';
import type { SourceName } from './library.svelte';
import type { SessionMaterial } from './study-material';

/** One card as the screen shows it, with what its note says after revealing. */
export type ShownCard = {
	readonly face: CardFace;
	readonly lang: string;
	readonly topic: string | null;
	readonly explanation: string | null;
	readonly note: {
		readonly kind: StatementKind;
		readonly asOf: IsoDate;
		readonly paragraphs: readonly number[];
		/** Those whose names are read by now: to be asked for where it is shown. */
		readonly sources: readonly SourceName[];
	} | null;
	/** How often the card was forgotten, when that is often enough to try something else. */
	readonly leechLapses: number | null;
};

/**
 * Lays out a card of the session.
 * @param leechThreshold lapses from which a card counts as a leech
 * @throws when its item is gone: the queue is built from the same sets
 */
export function showCard(material: SessionMaterial, { card, state }: QueuedCard, leechThreshold: number): ShownCard {
	const { setId, item: number, part } = toCardAddress(card);
	const set = material.sets.get(setId);
	const item = set?.items.get(number);
	if (set === undefined || item === undefined) throw new Error(`No item for card ${card}`);
	const { provenance } = item;
	const lapses = state?.lapses ?? 0;
	return {
		face: toCardFace(item, part),
		lang: set.lang,
		topic: set.topics.find(({ id }) => id === item.topic)?.title ?? null,
		explanation: item.explanation ?? null,
		note:
			provenance === undefined
				? null
				: {
						kind: provenance.kind,
						asOf: provenance.asOf,
						paragraphs: provenance.paragraphs,
						get sources() {
							return set.sources.of(provenance.sources);
						}
					},
		leechLapses: isLeechWarningDue(lapses, leechThreshold) ? lapses : null
	};
}
