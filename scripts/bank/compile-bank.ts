import { BANK_FORMAT } from '../../src/lib/content/bank';
import type { Bank, BankSummary } from '../../src/lib/content/bank';
import { parseItem } from '../../src/lib/content/item-schema';
import { cardsOfItem } from '../../src/lib/domain/card';
import type { Item } from '../../src/lib/domain/item';
import { err, ok } from '../../src/lib/domain/result';
import type { Result } from '../../src/lib/domain/result';
import { checkReferences } from './check-references';
import { compileItem } from './compile-item';
import { parseLock } from './lock';
import type { Lock } from './lock';
import { parseBank, violationAt } from './parse-bank';
import type { LocatedItem, SourceBank } from './parse-bank';
import type { BankFolder } from './read-bank';
import type { Violation } from './violation';
import { issueAt } from './yaml-file';

/** Items that compiled, each with its source, and what is wrong with the rest. */
export type CompiledItems = {
	readonly items: readonly { readonly item: Item; readonly source: LocatedItem }[];
	readonly violations: readonly Violation[];
};

/**
 * Compiles every item that can be. Each passes through the one item schema, which holds the rules of a sound question.
 * @param lock gives the numbers; an item that is not locked gets a free one for the time being, above all locked ones
 */
export function compileItems(source: SourceBank, lock: Lock): CompiledItems {
	const places = new Map(source.places.map(({ value }) => [value.id, value]));
	const defaultAsOf = source.bank?.value.defaultAsOf ?? '';
	const violations: Violation[] = [];
	let free = Math.max(0, ...Object.values(lock).map((entry) => entry.number));
	const items = source.items.flatMap((located) => {
		const number = lock[located.value.id]?.number ?? ++free;
		const item = compileItem(located.value, { number, topic: located.topic, defaultAsOf, places });
		if (item === null) {
			violations.push(violationAt(located, ['place'], 'This place is not in places.yaml.'));
			return [];
		}
		const parsed = parseItem(item);
		if (parsed.ok) return [{ item: parsed.value, source: located }];
		// Without its bank file an item has no date to fall back on; that file's own violations say so.
		if (source.bank === null) return [];
		violations.push(
			...parsed.error.issues.map((issue) =>
				issueAt(located.file, located.keys, { ...issue, path: issue.path.replace(/^provenance\./, '') })
			)
		);
		return [];
	});
	return { items, violations };
}

/**
 * Compiles a bank's folder into the object that ships.
 * @returns what keeps it from compiling: what cannot be read, names nothing or is not in the lock
 */
export function compileBank(folder: BankFolder): Result<Bank, readonly Violation[]> {
	const source = parseBank(folder);
	const lock = parseLock(folder.lock.value);
	const compiled = compileItems(source, lock.ok ? lock.value : {});
	const violations = [
		...source.violations,
		...checkReferences(source),
		...(lock.ok ? [] : lock.error.issues.map((issue) => issueAt(folder.lock, [], issue))),
		...compiled.violations,
		...compiled.items.flatMap(({ item, source: at }) =>
			lock.ok && lock.value[item.id] === undefined ? [violationAt(at, ['id'], 'This item is not in the lock.')] : []
		)
	];
	if (source.bank === null || violations.length > 0) return err(violations);
	const { sources, glossary, timeline, actors, relations, places, companion, weaknesses } = source;
	const values = <T>(entries: readonly { readonly value: T }[]): T[] => entries.map(({ value }) => value);
	return ok({
		format: BANK_FORMAT,
		...source.bank.value,
		items: compiled.items.map(({ item }) => item),
		sources: values(sources),
		glossary: values(glossary),
		timeline: values(timeline),
		actors: values(actors),
		relations: values(relations),
		places: values(places),
		companion: values(companion),
		weaknesses: values(weaknesses)
	});
}

/** @returns the little that the home screen needs to know of a bank */
export function summariseBank(bank: Bank): BankSummary {
	const { id, title, lang, revision, article, items } = bank;
	return {
		id,
		title,
		lang,
		revision,
		count: items.length,
		cards: items.flatMap((item) => cardsOfItem(id, item)).length,
		topics: bank.topics.map((topic) => ({ ...topic, count: items.filter((item) => item.topic === topic.id).length })),
		article
	};
}
