import { writeFileSync } from 'node:fs';
import type { CardState } from '../src/lib/domain/card';
import type { ReviewEvent } from '../src/lib/domain/event';
import { encodeBlock } from '../src/lib/domain/log/block';
import { LogBuilder } from '../src/lib/domain/log/log-builder';
import { hashText } from '../src/lib/domain/hash';
import { createRng, type Rng } from '../src/lib/domain/rng';
import { scheduleReview } from '../src/lib/domain/schedule-card';
import { DEFAULT_PARAMETERS } from '../src/lib/domain/scheduler-parameters';
import { DAY_MS } from '../src/lib/domain/units';
import { toBase64 } from '../src/lib/storage/base64';
import { BACKUP_APP, BACKUP_FORMAT } from '../src/lib/storage/backup';
import { checksumOf } from '../src/lib/storage/checksum';
import { BLOCK_EVENTS } from '../src/lib/storage/seal-log';

/** A set holds at most this many items. */
const PER_SET = 500;
/** How often an answer is right: about what people manage at a desired retention of 0.9. */
const RECALL = 0.88;
const BENCH_DEVICE = 'benchmark';

/**
 * Writes a backup file with sets of `cards` cards in all. Each was reviewed `reviews` times when it was due, the last
 * answers lying so far back that some of the cards are due by now.
 * Usage: tsx scripts/bench-seed.ts <cards> <file> [reviews of each card] [device]
 */
async function writeSeed(cards: number, file: string, reviews: number, device: string, now: number): Promise<void> {
	const sets = Array.from({ length: Math.ceil(cards / PER_SET) }, (_, index) => ({
		id: `benchmark${index + 1}`,
		title: `Benchmark ${index + 1}`,
		lang: 'en',
		origin: 'received',
		revision: 1,
		addedAt: now - 30 * DAY_MS,
		topics: [],
		items: Array.from({ length: Math.min(PER_SET, cards - index * PER_SET) }, (_, item) => toItem(index + 1, item + 1))
	}));
	const ids = sets.flatMap((set) => set.items.map(({ number }) => `${set.id}.${number}.1`));
	const events = device === BENCH_DEVICE ? logOf(ids, reviews, device, now) : sharedLog(ids, reviews, device, now);
	const packed = Math.floor(events.length / BLOCK_EVENTS) * BLOCK_EVENTS;
	const blocks = [];
	for (let from = 0; from < packed; from += BLOCK_EVENTS) blocks.push(pack(events.slice(from, from + BLOCK_EVENTS)));
	const body = {
		app: BACKUP_APP,
		format: BACKUP_FORMAT,
		exportedAt: now,
		device,
		events: events.slice(packed),
		blocks,
		parameters: [],
		sets,
		attempts: [],
		settings: {}
	};
	writeFileSync(file, JSON.stringify({ ...body, checksum: await checksumOf(body) }));
}

/** The log of one device, in order. */
function logOf(cards: readonly string[], reviews: number, device: string, now: number): ReviewEvent[] {
	return goOn([], cards, reviews, device, now);
}

/**
 * The log of a second device that held the first one's answers up to the middle, block for block, and has studied by itself
 * since then.
 */
function sharedLog(cards: readonly string[], reviews: number, device: string, now: number): ReviewEvent[] {
	const theirs = logOf(cards, reviews, BENCH_DEVICE, now);
	const blocks = Math.floor(theirs.length / 2 / BLOCK_EVENTS);
	return goOn(theirs.slice(0, blocks * BLOCK_EVENTS), cards, reviews, device, now);
}

/** A log with what one device adds to it, in order. */
function goOn(
	past: readonly ReviewEvent[],
	cards: readonly string[],
	reviews: number,
	device: string,
	now: number
): ReviewEvent[] {
	const rng = createRng(hashText(device));
	const begun = new Map<string, ReviewEvent[]>(cards.map((card) => [card, []]));
	for (const event of past) begun.get(event.card)?.push(event);
	const since = past.at(-1)?.at ?? 0;
	const log = [...begun]
		.flatMap(([card, events]) => historyOf(card, events, since, reviews, device, now, rng))
		.sort((a, b) => a.at - b.at);
	return [...past, ...log.map((event, seq) => ({ ...event, seq, id: uuidAt(event.at, rng) }))];
}

/**
 * What is added to a card's reviews: each on the day it was due, learning steps finished the same day, the last of them days
 * before now, none before `since`.
 */
function historyOf(
	card: string,
	past: readonly ReviewEvent[],
	since: number,
	reviews: number,
	device: string,
	now: number,
	rng: Rng
): ReviewEvent[] {
	const events: ReviewEvent[] = [];
	let state = past.reduce<CardState | null>((before, event) => scheduleReview(before, event, DEFAULT_PARAMETERS), null);
	const last = Math.floor(now / DAY_MS) - 4;
	const dueAt = state === null ? null : (state.dueAt ?? (state.dueDay + 0.3 + 0.4 * rng()) * DAY_MS);
	const first = (last - 20 - Math.floor(rng() * 60 * reviews) + 0.3 + 0.4 * rng()) * DAY_MS;
	let at = Math.max(dueAt ?? first, since + 1);
	while ((past.length + events.length < reviews || state?.dueAt !== null) && at / DAY_MS < last) {
		const isStep: boolean = state !== null && state.dueAt !== null;
		const rating = isStep || rng() < RECALL ? 3 : 1;
		const day = Math.floor(at / DAY_MS);
		const tookMs = 2000 + Math.floor(rng() * 9000);
		const event: ReviewEvent = {
			kind: 'review',
			id: '',
			device,
			seq: 0,
			at: Math.floor(at),
			day,
			card,
			rating,
			tookMs
		};
		events.push(event);
		state = scheduleReview(state, event, DEFAULT_PARAMETERS);
		at = state.dueAt ?? (Math.max(day + 1, state.dueDay) + 0.3 + 0.4 * rng()) * DAY_MS;
	}
	return events;
}

function pack(events: readonly ReviewEvent[]): string {
	const builder = new LogBuilder();
	for (const event of events) builder.addEvent(event);
	return toBase64(encodeBlock(builder.finish()));
}

function uuidAt(at: number, rng: Rng): string {
	const time = at.toString(16).padStart(12, '0');
	const chance = Array.from({ length: 5 }, () =>
		Math.floor(rng() * 0x10000)
			.toString(16)
			.padStart(4, '0')
	);
	const [a = '', b = '', ...rest] = chance;
	return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(1)}-8${b.slice(1)}-${rest.join('')}`;
}

function toItem(volume: number, number: number) {
	return {
		number,
		id: String(number),
		revision: 1,
		type: 'basic',
		stem: `Volume ${volume}, question ${number}: what does entry ${number} of the register say about its neighbours?`,
		answer: `That it stands between ${number - 1} and ${number + 1}.`,
		explanation: 'The register is numbered without gaps, so each entry has exactly two neighbours.'
	};
}

// Whole days: a second log of the same day shares its answers with the first.
const [cards = '1000', file = 'seed.json', reviews = '2', device = BENCH_DEVICE] = process.argv.slice(2);
await writeSeed(Number(cards), file, Number(reviews), device, Math.floor(Date.now() / DAY_MS) * DAY_MS);
