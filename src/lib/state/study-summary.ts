import { toCardAddress } from '$lib/domain/card';
import { toCardFace } from '$lib/domain/card-face';
import type { Rating } from '$lib/domain/event';
import type { Queue, QueuedCard } from '$lib/domain/queue';
import { textOfBlocks } from '$lib/domain/text';
import { DAY_MS, type EpochMs } from '$lib/domain/units';
import { nextDayStart } from './clock';
import type { SessionMaterial } from './study-material';

/** What a session came to, and when the next cards are due. */
export type SessionSummary = {
	readonly answered: number;
	readonly fresh: number;
	/** The cards that slipped, with the paragraph to read again. */
	readonly missed: readonly { readonly card: string; readonly stem: string; readonly paragraph: number | null }[];
	/** When the next learning card is ready today, if one waits. */
	readonly nextLearningAt: EpochMs | null;
	/** The next day with due cards, and how many. */
	readonly nextDay: { readonly at: EpochMs; readonly count: number } | null;
	/** New cards are left for another day. */
	readonly newTomorrow: boolean;
};

/** A card answered; null for one that was put off, suspended or forgotten instead. */
type Answer = { readonly queued: QueuedCard; readonly rating: Rating | null };

/**
 * Sums a session up.
 * @param ahead due reviews by day, today first, once they have been read
 */
export function summarise(
	material: SessionMaterial,
	acts: readonly Answer[],
	queue: Queue,
	at: EpochMs,
	ahead: readonly number[] = []
): SessionSummary {
	const history = acts.filter(({ rating }) => rating !== null);
	const cards = new Map(history.map((answer) => [answer.queued.card, answer.queued]));
	const fresh = new Set(history.filter(({ queued }) => queued.kind === 'new').map(({ queued }) => queued.card)).size;
	const missed = new Set(history.filter(({ rating }) => rating === 1).map(({ queued }) => queued.card));
	const inDays = ahead.findIndex((count, index) => index > 0 && count > 0);
	return {
		answered: cards.size,
		fresh,
		missed: [...missed].slice(0, 10).map((card) => missedCard(material, card)),
		nextLearningAt: queue.learning[0]?.dueAt ?? null,
		nextDay: inDays > 0 ? { at: nextDayStart(at) + (inDays - 1) * DAY_MS, count: ahead[inDays] ?? 0 } : null,
		newTomorrow: material.freshLeft > fresh
	};
}

function missedCard(material: SessionMaterial, card: string): SessionSummary['missed'][number] {
	const { setId, item: number, part } = toCardAddress(card);
	const item = material.sets.get(setId)?.items.get(number);
	if (item === undefined) return { card, stem: card, paragraph: null };
	return {
		card,
		stem: textOfBlocks(toCardFace(item, part).stem),
		paragraph: item.provenance?.paragraphs[0] ?? null
	};
}
