import type { LearningEvent, ParametersEvent } from '$lib/domain/event';
import type { BackstoryDatabase } from './database';
import { parseLearningEvent } from './event-parser';
import { parseBlockRow } from './log-reader';
import { parseParametersEvent } from './parameter-store';
import type { BlockRow } from './rows';
import { isFields, isWhole } from './shape';

/** Events kept aside until their date has come. */
export const AHEAD = 'ahead';
/** Blocks that could not be read: damaged ones, and those of a newer version, which an update may read. */
export const UNREAD = 'blocks';

/** What waits in quarantine and may come into the log one day. */
export type Aside = {
	readonly events: readonly LearningEvent[];
	readonly parameters: readonly ParametersEvent[];
	readonly blocks: readonly BlockRow[];
	/** The rows that hold all this, by id of what they hold. */
	readonly keys: ReadonlyMap<string, number>;
};

/** Reads what was kept aside. Runs inside a transaction that includes the quarantine. */
export async function readAside(db: BackstoryDatabase): Promise<Aside> {
	const rows = await db.quarantine.toArray();
	const keys = new Map<string, number>();
	const take = <T extends { readonly id: string }>(source: string, parse: (row: unknown) => T | null): T[] =>
		rows.flatMap((row) => {
			if (!isFields(row) || row['source'] !== source || !isWhole(row['id'])) return [];
			const parsed = parse(row['row']);
			if (parsed === null) return [];
			keys.set(parsed.id, row['id']);
			return [parsed];
		});
	const [events, parameters] = [take(AHEAD, parseLearningEvent), take(AHEAD, parseParametersEvent)];
	return { events, parameters, blocks: take(UNREAD, parseBlockRow), keys };
}
