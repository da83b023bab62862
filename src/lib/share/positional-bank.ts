import { err, ok } from '$lib/domain/result';
import type { Result } from '$lib/domain/result';
import type { SharedBankItems } from '$lib/domain/share-model';
import { fromDeltas, isWhole, readColumn, toDeltas } from './head';
import type { Head } from './head';
import { MAX_ITEMS, MAX_NUMBER, MAX_TITLE } from './limits';
import type { Written } from './positional-set';
import { invalidAt } from './shape-error';
import type { ShapeError } from './shape-error';
import type { TextCursor } from './text-cursor';

/** Takes a selection from a bank apart: `[revision, item numbers as differences]`, then the bank's id and the title. */
export function writeBankItems(content: SharedBankItems): Written {
	return {
		head: [content.bankRevision, content.items.length === 0 ? 0 : toDeltas(content.items)],
		texts: [content.bank, content.title]
	};
}

/** Puts a selection together again, fully checked: there is no other parser for it. */
export function readBankItems(head: Head, texts: TextCursor): Result<SharedBankItems, ShapeError> {
	const [bankRevision, deltas = 0, ...surplus] = head;
	if (surplus.length > 0) return err(invalidAt('head'));
	if (!isWhole(bankRevision ?? 0, 0, Number.MAX_SAFE_INTEGER)) return err(invalidAt('bankRevision'));
	const items = readNumbers(deltas === 0 ? [] : deltas);
	if (!items.ok) return items;
	const bank = texts.take();
	if (!/^[A-Za-z0-9_-]{1,40}$/.test(bank)) return err(invalidAt('bank'));
	const title = texts.take().replaceAll('\n', ' ');
	if (title.length > MAX_TITLE) return err(invalidAt('title'));
	return ok({ kind: 'bank-items', bank, bankRevision: Number(bankRevision ?? 0), title, items: items.value });
}

function readNumbers(deltas: number | Head): Result<readonly number[], ShapeError> {
	if (typeof deltas === 'number') return err(invalidAt('items'));
	if (deltas.length > MAX_ITEMS) return err({ kind: 'too-large' });
	const column = readColumn(deltas, deltas.length, -MAX_NUMBER, MAX_NUMBER);
	if (column === null) return err(invalidAt('items'));
	const items = fromDeltas(column);
	const wrong = items.findIndex((item, place) => !isWhole(item, 1, MAX_NUMBER) || items.indexOf(item) !== place);
	return wrong < 0 ? ok(items) : err(invalidAt(`items.${String(wrong)}`));
}
