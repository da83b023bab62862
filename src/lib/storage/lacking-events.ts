import type { LearningEvent } from '$lib/domain/event';
import { decodeBlock } from '$lib/domain/log/block';
import { heldEventsOf, rowsNotIn, type HeldEvents } from '$lib/domain/log/held-events';
import { isPackable } from '$lib/domain/log/is-packable';
import { LogBuilder } from '$lib/domain/log/log-builder';
import { eventAt, type LogColumns } from '$lib/domain/log/log-columns';
import type { LogParts } from './rows';

/** @returns what this log holds, in short */
export function heldEventsIn(parts: LogParts): HeldEvents[] {
	return heldEventsOf(columnsOf(parts));
}

/** @returns the events that whoever holds `held` may lack, each once. Those no column gives back as they are always count among them. */
export function lackingEvents(parts: LogParts, held: readonly HeldEvents[]): LearningEvent[] {
	const log = columnsOf({ ...parts, events: parts.events.filter(isPackable) });
	const odd = parts.events.filter((event) => !isPackable(event));
	return [...rowsNotIn(log, held).map((row) => eventAt(log, row)), ...odd];
}

function columnsOf({ blocks, events }: LogParts): LogColumns {
	const builder = new LogBuilder();
	// The checksum comes first: a damaged block leaves nothing behind.
	for (const { bytes } of blocks) decodeBlock(bytes, builder);
	for (const event of events) builder.addEvent(event);
	return builder.finish();
}
