import type { CardId } from '$lib/domain/card';
import { compareEvents } from '$lib/domain/event';
import type { LearningEvent } from '$lib/domain/event';
import { decodeBlock, mentionsCards } from '$lib/domain/log/block';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt, isAnswerCode, type LogColumns } from '$lib/domain/log/log-columns';
import { orderLog } from '$lib/domain/log/order-log';
import type { BackstoryDatabase } from './database';
import { parseLearningEvent } from './event-parser';
import { isFields, isText } from './shape';
import type { BlockRow, LogParts } from './rows';

/** The tables that hold the log. */
export function logTables(db: BackstoryDatabase) {
	return [db.events, db.blocks] as const;
}

/** Reads the whole log, blocks and rows, in no order and perhaps twice. Damaged blocks and rows are left out. Runs inside a transaction. */
export async function readWholeLog(db: BackstoryDatabase): Promise<LogColumns> {
	return (await readIntoBuilder(db)).finish();
}

/** Reads the rows that are not packed and whose ids are not below a text. Damaged ones are left out. Runs inside a transaction. */
export async function readLogSince(db: BackstoryDatabase, id: string): Promise<LogColumns> {
	const rows = await db.events.where('id').aboveOrEqual(id).toArray();
	return toLog([], rows.map(parseLearningEvent));
}

/** Like `readWholeLog`, for whoever has more to add. Runs inside a transaction. */
export async function readIntoBuilder(db: BackstoryDatabase): Promise<LogBuilder> {
	return joinIntoBuilder(await readRawLog(db));
}

/** A log as it lies in the tables, read in a transaction, to be unpacked after it. */
export type RawLog = { readonly blocks: readonly unknown[]; readonly rows: readonly unknown[] };

/** Reads the whole log for `joinLog`. Runs inside a transaction over `logTables`. */
export async function readRawLog(db: BackstoryDatabase): Promise<RawLog> {
	const [blocks, rows] = await Promise.all([db.blocks.toArray(), db.events.toArray()]);
	return { blocks, rows };
}

/** @returns the events, in no order and perhaps twice; damaged blocks and rows are left out */
export function joinLog(raw: RawLog): LogColumns {
	return joinIntoBuilder(raw).finish();
}

/** Like `joinLog`, for whoever has more to add. */
export function joinIntoBuilder({ blocks, rows }: RawLog): LogBuilder {
	return toBuilder(blocks.map(parseBlockRow), rows.map(parseLearningEvent));
}

/** The readable events of some cards, by card and in the order of the log. Runs inside a transaction over `logTables`. */
export async function readHistories(
	db: BackstoryDatabase,
	cards: readonly CardId[]
): Promise<Map<CardId, LearningEvent[]>> {
	const wanted = new Set(cards);
	const [rows, blocks] = await Promise.all([db.events.where('card').anyOf(cards).toArray(), db.blocks.toArray()]);
	const histories = new Map<CardId, Map<string, LearningEvent>>(cards.map((card) => [card, new Map()]));
	const add = (event: LearningEvent) => histories.get(event.card)?.set(event.id, event);
	for (const block of blocks.map(parseBlockRow)) {
		if (block === null || !mentionsCards(block.bytes, wanted)) continue;
		const log = toLog([block], []);
		for (let row = 0; row < log.count; row += 1) {
			if (wanted.has(log.cards[log.card[row] ?? 0] ?? '')) add(eventAt(log, row));
		}
	}
	for (const event of rows.map(parseLearningEvent)) if (event !== null) add(event);
	return new Map([...histories].map(([card, events]) => [card, [...events.values()].sort(compareEvents)]));
}

/** @returns how many answers a log holds; one that is in a block and in a row counts once */
export function countAnswers({ events, blocks }: Pick<LogParts, 'events' | 'blocks'>): number {
	const log = toLog(blocks, events);
	return orderLog(log).reduce((sum, row) => sum + Number(isAnswerCode(log.code[row] ?? 0)), 0);
}

/** @returns the row, or null when it is damaged */
export function parseBlockRow(row: unknown): BlockRow | null {
	if (!isFields(row) || !isText(row['id'], 64) || !(row['bytes'] instanceof Uint8Array)) return null;
	return { id: row['id'], bytes: row['bytes'] };
}

function toLog(blocks: readonly (BlockRow | null)[], events: readonly (LearningEvent | null)[]): LogColumns {
	return toBuilder(blocks, events).finish();
}

/** Events take a little more in a block. */
const EVENT_BYTES = 20;

function toBuilder(blocks: readonly (BlockRow | null)[], events: readonly (LearningEvent | null)[]): LogBuilder {
	const bytes = blocks.reduce((sum, block) => sum + (block?.bytes.length ?? 0), 0);
	const builder = new LogBuilder(Math.ceil(bytes / EVENT_BYTES) + events.length);
	for (const block of blocks) if (block !== null) decodeBlock(block.bytes, builder);
	for (const event of events) if (event !== null) builder.addEvent(event);
	return builder;
}
