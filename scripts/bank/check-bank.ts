import type { ContentError } from '../../src/lib/content/content-error';
import type { Result } from '../../src/lib/domain/result';
import { parseBlueprint } from './blueprint';
import { checkBlueprint } from './check-blueprint';
import { checkItems } from './check-items';
import { checkReaders } from './check-readers';
import { checkReferences } from './check-references';
import { checkSides } from './check-sides';
import { checkText } from './check-text';
import { checkTimeline } from './check-timeline';
import { checkWriting } from './check-writing';
import { compileItems } from './compile-bank';
import { checkLock, parseLock } from './lock';
import type { Lock } from './lock';
import { parseBank, violationAt } from './parse-bank';
import type { SourceBank } from './parse-bank';
import type { BankFolder } from './read-bank';
import { parseShingles } from './shingles';
import { parseStyle } from './style';
import type { Violation } from './violation';
import { issueAt } from './yaml-file';
import type { YamlFile } from './yaml-file';

const NO_STYLE = { avoid: [], avoidInOptions: [], absolutes: [], negatives: [] };

/**
 * Checks one bank's source in full.
 * @returns every violation, by file and line, none twice; items without a second reader come last, as reading is the last step
 */
export function checkBank(folder: BankFolder): Violation[] {
	const source = parseBank(folder);
	const lock = parseLock(folder.lock.value);
	const style = parseStyle(folder.style.value);
	const shingles = parseShingles(folder.shingles.value);
	const rules = style.ok ? style.value : NO_STYLE;
	const found = [
		...source.violations,
		...failures(folder.lock, lock),
		...failures(folder.style, style),
		...failures(folder.shingles, shingles),
		...checkFolder(folder, source),
		...checkReferences(source),
		...checkTimeline(source),
		...checkItems(source, rules),
		...checkWriting(source, rules),
		...checkPlan(folder, source),
		...(shingles.ok ? checkText(folder, rules, shingles.value) : []),
		...(lock.ok ? checkLocked(folder, source, lock.value) : compileItems(source, {}).violations)
	];
	const unique = new Map(found.map((violation) => [JSON.stringify(violation), violation]));
	const sorted = [...unique.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
	return [...sorted, ...checkReaders(source)];
}

function checkPlan({ blueprint: file }: BankFolder, source: SourceBank): Violation[] {
	if (file === null) return checkSides(source, null);
	const parsed = parseBlueprint(file.value);
	if (!parsed.ok) return [...file.violations, ...failures(file, parsed)];
	return [...checkBlueprint(source, parsed.value, file), ...checkSides(source, parsed.value)];
}

function checkFolder(folder: BankFolder, { bank }: SourceBank): Violation[] {
	if (bank === null || bank.value.id === folder.id) return [];
	return [violationAt(bank, ['id'], `The id of a bank is the name of its folder, "${folder.id}".`)];
}

function checkLocked(folder: BankFolder, source: SourceBank, lock: Lock): Violation[] {
	const { items: all, violations } = compileItems(source, lock);
	// An id given twice is reported as that; held against the lock it would only look like a changed question.
	const items = all.filter(({ item }, i) => all.findIndex((other) => other.item.id === item.id) === i);
	// An item that does not parse is not gone: only a bank that parses in full can tell what was removed.
	const complete = source.violations.length === 0 && violations.length === 0;
	if (Object.keys(lock).length === 0) {
		const message = 'There is no lock yet. Make it: npm run check:questions -- --update-lock';
		return [...violations, { file: folder.lock.path, line: 1, message }];
	}
	const issues = checkLock(
		items.map(({ item }) => item),
		lock
	).filter((issue) => complete || !issue.inLock);
	return [
		...violations,
		...issues.map(({ id, inLock, message }) => {
			const at = items.find(({ item }) => item.id === id);
			if (inLock || at === undefined) return { file: folder.lock.path, line: folder.lock.lineOf([id]), message };
			return violationAt(at.source, ['id'], message);
		})
	];
}

function failures(file: YamlFile, parsed: Result<unknown, ContentError>): Violation[] {
	if (parsed.ok || file.violations.length > 0) return [];
	return parsed.error.issues.map((issue) => issueAt(file, [], issue));
}
