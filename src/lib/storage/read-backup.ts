import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { StudySet } from '$lib/domain/set';
import { parseAttempt } from './attempt-parser';
import { fromBase64 } from './base64';
import { BACKUP_APP, BACKUP_FORMAT } from './backup';
import type { Backup } from './backup';
import { toBlockRow } from './block-row';
import { checksumOf } from './checksum';
import { parseLearningEvent } from './event-parser';
import { parseGivenRow } from './given-parser';
import { parseParametersEvent } from './parameter-store';
import { parseResultRow } from './result-parser';
import type { BlockRow, GivenRow, TakenRow } from './rows';
import { parseSettings, toPortable } from './settings';
import { hasOnly, isCount, isFields, isText, isWhole } from './shape';
import type { Fields } from './shape';
import { parseTakenRow } from './taken-parser';

/** Why a file is no backup that can be restored. */
export type BackupError =
	| { readonly kind: 'empty' }
	| { readonly kind: 'not-json' }
	| { readonly kind: 'other-app' }
	| { readonly kind: 'newer-version'; readonly format: number }
	/** It begins as a backup does and then ends too soon. */
	| { readonly kind: 'truncated' }
	/** It was changed since it was made. `count` is the number of entries that make no sense, 0 when all still do. */
	| { readonly kind: 'damaged'; readonly count: number };

/** Reads a set strictly; given by the content layer, which this layer may not import. */
export type SetParser = (value: unknown) => Result<StudySet, unknown>;

const FIRST_NAMES = ['app', 'format', 'exportedAt', 'device', 'events', 'sets', 'attempts', 'settings', 'checksum'];
const SECOND_NAMES = [...FIRST_NAMES, 'blocks', 'parameters'];
/** What a file of each format holds. The first had no packed events, the second nothing of assignments. */
const NAMES: ReadonlyMap<unknown, readonly string[]> = new Map([
	[1, FIRST_NAMES],
	[2, SECOND_NAMES],
	[BACKUP_FORMAT, [...SECOND_NAMES, 'given', 'results', 'taken']]
]);
const OPENING = /^\s*\{\s*"app"\s*:\s*"backstory"/;

/** Reads the text of a backup file, all of it or nothing. Touches no database. */
export async function readBackup(text: string, parseSet: SetParser): Promise<Result<Backup, BackupError>> {
	// A byte order mark is what some editors put in front of a text.
	const json = text.replace(/^\uFEFF/, '');
	if (json.trim() === '') return err({ kind: 'empty' });
	const file = parseJson(json);
	if (file === undefined) return err({ kind: OPENING.test(json) ? 'truncated' : 'not-json' });
	if (!isFields(file) || file['app'] !== BACKUP_APP) return err({ kind: 'other-app' });
	const { format } = file;
	if (isCount(format) && format > BACKUP_FORMAT) return err({ kind: 'newer-version', format });
	return readBody(file, parseSet);
}

async function readBody(file: Fields, parseSet: SetParser): Promise<Result<Backup, BackupError>> {
	const { checksum, ...body } = file;
	const { format, exportedAt, device } = body;
	const events = parseEntries(body['events'], parseLearningEvent);
	const sets = parseEntries(body['sets'], (value) => unwrap(parseSet(value)));
	const attempts = parseEntries(body['attempts'], parseAttempt);
	const parameters = parseEntries(body['parameters'] ?? [], parseParametersEvent);
	const blocks = await readBlocks(body['blocks'] ?? []);
	const given = parseEntries(body['given'] ?? [], (value) => checked(parseGivenRow(value), parseSet));
	const results = parseEntries(body['results'] ?? [], parseResultRow);
	const taken = parseEntries(body['taken'] ?? [], (value) => checked(parseTakenRow(value), parseSet));
	const parts = [events, sets, attempts, parameters, blocks, given, results, taken];
	const count = parts.reduce((sum, { unreadable }) => sum + unreadable, 0);
	const names = NAMES.get(format);
	const isWholeFile = count === 0 && names !== undefined && hasOnly(file, names) && isFields(body['settings']);
	if (!isWholeFile || !isWhole(exportedAt) || !isText(device, 64)) return err({ kind: 'damaged', count });
	if (checksum !== (await checksumOf(body))) return err({ kind: 'damaged', count });
	const settings = toPortable(parseSettings(body['settings'] as Fields));
	return ok({
		exportedAt,
		device,
		events: events.read,
		blocks: blocks.read,
		parameters: parameters.read,
		sets: sets.read,
		attempts: attempts.read,
		given: given.read,
		results: results.read,
		taken: taken.read,
		settings
	});
}

function parseEntries<T>(value: unknown, parse: (entry: unknown) => T | null): { read: T[]; unreadable: number } {
	if (!Array.isArray(value)) return { read: [], unreadable: 1 };
	const read = (value as readonly unknown[]).map(parse).filter((entry) => entry !== null);
	return { read, unreadable: value.length - read.length };
}

async function readBlocks(value: unknown): Promise<{ read: BlockRow[]; unreadable: number }> {
	const texts = parseEntries(value, fromBase64);
	const rows = await Promise.all(texts.read.map(toBlockRow));
	const read = rows.filter((row) => row !== null);
	return { read, unreadable: texts.unreadable + rows.length - read.length };
}

/**
 * A row's questions must be a set by the one parser, as those of `sets`. Of a withheld assignment the learner has questions
 * without answers, which that parser would refuse; their shape was looked at with the row.
 */
function checked<T extends GivenRow | TakenRow>(row: T | null, parseSet: SetParser): T | null {
	if (row === null) return null;
	const isWithoutKeys = 'feedback' in row && row.assignment.keyPolicy === 'withheld';
	return isWithoutKeys || parseSet(row.set).ok ? row : null;
}

function unwrap<T>(result: Result<T, unknown>): T | null {
	return result.ok ? result.value : null;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
