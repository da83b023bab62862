import type { CardState } from '$lib/domain/card';
import { CARD_PHASES, type CardColumns } from '$lib/domain/card-columns';
import type { Result } from '$lib/domain/result';
import { parseCardRow } from '$lib/storage/card-row';
import { withReconnect } from '$lib/storage/connection';
import type { BackstoryDatabase } from '$lib/storage/database';
import type { StorageError } from '$lib/storage/storage-error';

/** Few enough rows that the page stays responsive between two readings. */
const ROWS = 2000;

/**
 * Reads the present states of all cards of some sets, as columns. Cards of other sets (deleted ones) and damaged rows are
 * left out.
 * @returns any storage error
 */
export function readCards(
	database: BackstoryDatabase,
	setIds: ReadonlySet<string>
): Promise<Result<CardColumns, StorageError>> {
	return withReconnect(database, async () => {
		const states: CardState[] = [];
		let last = '';
		for (;;) {
			const table = database.cards.where('card').above(last).limit(ROWS);
			const [rows, keys] = await Promise.all([table.toArray(), table.clone().primaryKeys()]);
			const read = rows.map(parseCardRow).filter((state) => state !== null);
			states.push(...read.filter(({ setId }) => setIds.has(setId)));
			last = keys.at(-1) ?? last;
			if (keys.length < ROWS) return toColumns(states);
		}
	});
}

function toColumns(states: readonly CardState[]): CardColumns {
	return {
		cards: states.map(({ card }) => card),
		stability: Float64Array.from(states, ({ stability }) => stability),
		difficulty: Float64Array.from(states, ({ difficulty }) => difficulty),
		dueDay: Int32Array.from(states, ({ dueDay }) => dueDay),
		lastDay: Int32Array.from(states, ({ lastDay }) => lastDay),
		reviews: Uint32Array.from(states, ({ reviews }) => reviews),
		lapses: Uint32Array.from(states, ({ lapses }) => lapses),
		phase: Uint8Array.from(states, ({ phase }) => CARD_PHASES.indexOf(phase)),
		suspended: Uint8Array.from(states, ({ suspended }) => (suspended ? 1 : 0))
	};
}
