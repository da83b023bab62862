import fc from 'fast-check';
import { effectiveEvents, type AppliedEvent } from '$lib/domain/effective-events';
import { compareEvents, type LearningEvent, type Rating } from '$lib/domain/event';
import { DAY_MS } from '$lib/domain/units';

const START = 20_000;

/** A UUIDv7 of the moment, told apart by its last digits. */
export function uuidAt(at: number, chance: number): string {
	const time = at.toString(16).padStart(12, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${chance.toString(16).padStart(12, '0')}`;
}

type Draft = {
	readonly kind: number;
	readonly card: number;
	readonly device: number;
	readonly minutes: number;
	readonly rating: number;
	readonly pick: number;
};

const draft: fc.Arbitrary<Draft> = fc.record({
	kind: fc.integer({ min: 0, max: 11 }),
	card: fc.integer({ min: 1, max: 6 }),
	device: fc.integer({ min: 0, max: 2 }),
	minutes: fc.integer({ min: 0, max: 60 * 24 * 90 }),
	rating: fc.integer({ min: 1, max: 4 }),
	pick: fc.nat(1000)
});

/** Logs of a few cards on up to three devices: all kinds of events, voids of events and of voids, mostly reviews. */
export const arbitraryLog: fc.Arbitrary<LearningEvent[]> = fc.array(draft, { maxLength: 60 }).map((drafts) => {
	const events: LearningEvent[] = [];
	for (const [seq, { kind, card: number, device, minutes, rating, pick }] of drafts.entries()) {
		const at = START * DAY_MS + minutes * 60_000;
		const day = Math.floor(at / DAY_MS);
		const target = events[pick % Math.max(1, events.length)];
		const card = kind === 11 && target !== undefined ? target.card : `set-${(number % 2) + 1}.${number}.1`;
		const base = { id: uuidAt(kind === 5 ? at + 1 : at, seq), device: `device-${device}`, seq, at, day, card };
		events.push(toEvent(base, kind, rating as Rating, pick, target));
	}
	return events;
});

function toEvent(
	base: Pick<LearningEvent, 'id' | 'device' | 'seq' | 'at' | 'day' | 'card'>,
	kind: number,
	rating: Rating,
	pick: number,
	target: LearningEvent | undefined
): LearningEvent {
	switch (kind) {
		case 6:
			return { ...base, kind: 'suspend', suspended: pick % 2 === 0 };
		case 7:
			return pick % 2 === 0 ? { ...base, kind: 'reset' } : { ...base, kind: 'reset', history: 'uncounted' };
		case 8:
			return { ...base, kind: 'bury', until: base.day + (pick % 5) };
		case 9:
			return { ...base, kind: 'set-due', dueDay: base.day + (pick % 50) };
		case 10:
			return {
				...base,
				kind: 'quiz-answer',
				attempt: `attempt-${pick % 3}`,
				correct: pick % 2 === 0,
				answered: pick % 7 !== 0,
				guess: [0, 0.25, 1 / 3][pick % 3] ?? 0,
				tookMs: 300 + pick
			};
		case 11:
			if (target !== undefined) return { ...base, kind: 'void', voids: target.id };
			return { ...base, kind: 'review', rating, tookMs: pick };
		case 4:
			return { ...base, kind: 'review', rating, tookMs: pick, interval: 1 + (pick % 40) };
		default:
			return { ...base, kind: 'review', rating, tookMs: pick };
	}
}

/** The events that count in statistics, in order: none from before a card was reset with all its history. */
export function countedEvents(events: readonly LearningEvent[]): AppliedEvent[] {
	const effective = effectiveEvents(events);
	return effective.filter(({ card }, place) => !effective.slice(place + 1).some((later) => isFullReset(later, card)));
}

function isFullReset(event: LearningEvent, card: string): boolean {
	return event.kind === 'reset' && event.history === 'uncounted' && event.card === card;
}

/** The log in its total order. */
export function inOrder(events: readonly LearningEvent[]): LearningEvent[] {
	return [...events].sort(compareEvents);
}
