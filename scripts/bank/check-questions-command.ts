import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseBlueprint } from './blueprint';
import { checkBank } from './check-bank';
import { compileItems } from './compile-bank';
import { formatItemTables } from './item-table';
import { itemFileJsonSchema } from './json-schema';
import { formatLock, parseLock, updateLock } from './lock';
import { parseBank } from './parse-bank';
import { listBanks, readBankFolder } from './read-bank';
import type { BankFolder } from './read-bank';
import { formatViolation } from './violation';
import type { Violation } from './violation';

const SCHEMA_FILE = 'questions/item.schema.json';

export type CheckOptions = {
	/** The folder that holds `questions/`. */
	readonly root: string;
	/** Bring `lock.json` up to date as far as its rules allow, then check. */
	readonly updateLock: boolean;
	/** Write the JSON Schema for editors, then check. */
	readonly writeSchema: boolean;
};

/**
 * Checks every bank below `questions/`.
 * @returns the lines to print and whether all is well
 */
export function checkQuestions(options: CheckOptions): { readonly lines: readonly string[]; readonly ok: boolean } {
	const { root } = options;
	if (options.writeSchema) {
		writeFileSync(join(root, SCHEMA_FILE), `${JSON.stringify(itemFileJsonSchema(), null, '\t')}\n`);
	}
	const banks = listBanks(root);
	const notes = options.updateLock ? banks.flatMap((id) => writeLock(root, id)) : [];
	const violations = [...checkSchemaFile(root), ...banks.flatMap((id) => checkBank(readBankFolder(root, id)))];
	const tables = banks.flatMap((id) => ['', id, tablesOf(readBankFolder(root, id))]);
	const many = violations.length === 1 ? 'violation' : 'violations';
	const sum = banks.length === 0 ? 'There is no bank below questions/.' : `${String(violations.length)} ${many}`;
	return {
		lines: [...notes, ...violations.map(formatViolation), ...tables, '', sum],
		ok: violations.length === 0 && banks.length > 0
	};
}

function tablesOf(folder: BankFolder): string {
	const blueprint = parseBlueprint(folder.blueprint?.value);
	return formatItemTables(parseBank(folder), blueprint.ok ? blueprint.value : null);
}

function checkSchemaFile(root: string): Violation[] {
	const path = join(root, SCHEMA_FILE);
	const expected: unknown = JSON.parse(JSON.stringify(itemFileJsonSchema()));
	if (existsSync(path) && isDeepStrictEqual(readJson(path), expected)) return [];
	const message = 'This file is not what the schema makes. Write it: npm run check:questions -- --schema';
	return [{ file: SCHEMA_FILE, line: 1, message }];
}

function readJson(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch {
		// Not JSON at all: as stale as any other content.
		return undefined;
	}
}

/** A bank with entries that cannot be read keeps its lock: what does not parse would look as if it had been removed. */
function writeLock(root: string, id: string): string[] {
	const folder = readBankFolder(root, id);
	const source = parseBank(folder);
	const lock = parseLock(folder.lock.value);
	const { items, violations } = compileItems(source, lock.ok ? lock.value : {});
	if (!lock.ok || source.violations.length + violations.length > 0) {
		return [`${folder.lock.path} is left as it was: the bank has entries that cannot be read.`];
	}
	const compiled = items.map(({ item }) => item);
	writeFileSync(join(root, folder.lock.path), formatLock(updateLock(compiled, lock.value)));
	return [`${folder.lock.path} written.`];
}
