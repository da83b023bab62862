import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type {
	AttemptRow,
	BlockRow,
	CardPageRow,
	CardRow,
	CounterRow,
	DuePageRow,
	EventRow,
	GivenRow,
	GoneRow,
	ItemRow,
	ParametersRow,
	QuarantineRow,
	ResultRow,
	SetRow,
	SettingRow,
	ShelfRow,
	SummaryRow,
	TakenRow
} from './rows';
import { NewerSchemaError } from './storage-error';
import type { StorageError } from './storage-error';

export const DATABASE_NAME = 'backstory';

/** The schema this code writes. Raised by every migration; the browser stores it times ten. */
export const APP_SCHEMA = 3;

/** Where IndexedDB comes from: the browser, or a test. */
export type Dependencies = { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange };

/**
 * This device's name and the counters after a write. Another tab may have written since, or a backup been restored: the
 * stored counters tell.
 */
export type LogTail = { readonly device: string; readonly counters: ReadonlyMap<string, number> };

/**
 * The tables. What is read is `unknown` and passes a parser; what is written has its row type. Each index costs 15 to
 * 25 % of the write rate, so there is one only where a screen looks something up by it.
 *
 * Durability is the browser's default: an answered card survives a killed browser (measured), and only a power cut may
 * take the last moments, which strict durability would buy at about twice the time of each rating.
 */
export class BackstoryDatabase extends Dexie {
	declare readonly sets: Table<unknown, string, SetRow>;
	declare readonly items: Table<unknown, [string, number], ItemRow>;
	declare readonly events: Table<unknown, string, EventRow>;
	declare readonly cards: Table<unknown, string, CardRow | GoneRow>;
	declare readonly cardPages: Table<unknown, string, CardPageRow>;
	declare readonly duePages: Table<unknown, [number, number], DuePageRow>;
	declare readonly attempts: Table<unknown, string, AttemptRow>;
	declare readonly counters: Table<unknown, string, CounterRow>;
	declare readonly settings: Table<unknown, string, SettingRow>;
	declare readonly blocks: Table<unknown, string, BlockRow>;
	declare readonly parameters: Table<unknown, string, ParametersRow>;
	declare readonly quarantine: Table<unknown, number, QuarantineRow>;
	declare readonly given: Table<unknown, string, GivenRow>;
	declare readonly results: Table<unknown, string, ResultRow>;
	declare readonly taken: Table<unknown, string, TakenRow>;
	declare readonly summaries: Table<unknown, string, SummaryRow | ShelfRow>;

	/** Why this connection must never open again, once another tab has taken over. */
	refusal: StorageError | null = null;
	/** The end of the log as this connection last wrote it; null when it does not know. */
	tail: LogTail | null = null;

	/**
	 * @param newDevice the name this device gets in the log if it has none yet
	 * @param onSuperseded called when another tab has taken over; the screen must be loaded anew
	 */
	constructor(
		readonly newDevice: string,
		onSuperseded: (reason: StorageError) => void,
		readonly dependencies?: Dependencies
	) {
		// A tab whose connection was closed by an upgrade would otherwise reopen it at its next write, unasked.
		super(DATABASE_NAME, { autoOpen: false, cache: 'disabled', ...dependencies });
		this.version(1).stores({
			sets: 'id',
			items: '[setId+number]',
			events: 'id, card',
			cards: 'card, [setId+readyDay], readyAt',
			attempts: 'id, finishedAt, openSince',
			counters: 'key',
			settings: 'key',
			quarantine: '++id'
		});
		// Old events packed, parameters as events of their own, and the due cards of all sets by one index.
		this.version(2).stores({ blocks: 'id', parameters: 'id', cards: 'card, [setId+readyDay], readyDay, readyAt' });
		// Assignments given and taken, and the results of those given. What log and sets come to, in short.
		this.version(3).stores({
			cardPages: 'id',
			duePages: '[to+n]',
			given: 'id',
			results: 'id, assignment',
			taken: 'id',
			summaries: 'id',
			attempts: 'id, finishedAt, openSince, assignment.id'
		});
		this.on('versionchange', (change) => {
			const reason: StorageError = { kind: change.newVersion === null ? 'erased' : 'newer-version' };
			this.refusal = reason;
			this.close();
			onSuperseded(reason);
			// Keeps Dexie's own handler, which closes in a way that permits reopening, from running after this one.
			return false;
		});
		// Sticky: runs at every opening, also when Dexie replaces a dead connection by itself.
		this.on('ready', () => this.assertSchema(), true);
	}

	/** Dexie opens a database of a newer version as if it were its own. This does not. */
	private assertSchema(): void {
		if (this.backendDB().version / 10 >= APP_SCHEMA + 1) throw new NewerSchemaError();
	}
}
