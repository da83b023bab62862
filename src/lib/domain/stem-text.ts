import { coverDeletions } from './cloze-text';
import type { Item } from './item';
import { plainText, textOfBlocks } from './text';

/** @returns what an item asks as plain text, its gaps left empty */
export function stemText(item: Item): string {
	return item.type === 'cloze' ? textOfBlocks(coverDeletions(item.stem, 'all')) : plainText(item.stem);
}
