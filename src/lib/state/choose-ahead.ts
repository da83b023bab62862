import { buildQueue } from '$lib/domain/build-queue';
import { toCardAddress, type CardId } from '$lib/domain/card';
import { withPlan } from '$lib/domain/plan/with-plan';
import { nextCard, type Queue } from '$lib/domain/queue';
import type { EpochMs } from '$lib/domain/units';
import type { App } from './app.svelte';
import { nextDayStart } from './clock';
import { showCard, type ShownCard } from './shown-card';
import { loadMaterial, type SessionMaterial } from './study-material';
import type { StudyScope } from './study-scope';
import type { StudyStorage } from './study-storage';

/** What a session will begin with, and from when on. */
type Beginning = { readonly from: EpochMs; readonly card: CardId; readonly shown: ShownCard };

/**
 * Finds the card that comes first once a session is finished: a learning card of the same day, or one of the next day.
 * @param left what is left of the day, of which nothing is to be had yet
 * @returns null when the next day has no card either, or when it comes below a word about its set, which is new
 */
export async function chooseAhead(
	app: App,
	scope: StudyScope,
	storage: StudyStorage,
	left: { readonly queue: Queue; readonly material: SessionMaterial },
	at: EpochMs
): Promise<Beginning | null> {
	const { learnAhead, current } = app.preferences;
	const later = nextCard(left.queue, at, learnAhead);
	const isLaterToday = later !== null && 'wait' in later;
	const from = isLaterToday ? later.wait : nextDayStart(at);
	const material = isLaterToday ? left.material : await loadMaterial(app, scope, storage, from);
	if (material === null || material.problem !== null) return null;
	const queue = isLaterToday ? left.queue : withPlan(buildQueue({ ...material.due, last: null }), material.planned);
	const next = nextCard(queue, from, learnAhead);
	if (next === null || !('card' in next)) return null;
	const isOfNewSet = next.state === null && material.unbegun.has(toCardAddress(next.card).setId);
	return isOfNewSet ? null : { from, card: next.card, shown: showCard(material, next, current.leechThreshold) };
}
