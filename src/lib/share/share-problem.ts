import type { SharedContent } from '$lib/domain/share-model';
import { hasCryptography } from './has-cryptography';
import { MAX_ITEMS, MAX_PLAIN_BYTES } from './limits';
import { toPlainText } from './positional';

/**
 * Why content cannot travel at all, not even as a file. `insecure`: a page that came without encryption has no cryptography
 * at all, and so nothing to make a checksum with.
 */
export type ShareProblem = 'empty' | 'too-many-items' | 'too-large' | 'insecure';

/** @returns what stands against sharing `content`, or null; to be asked before `encodeLink` and `encodeFile` */
export function findShareProblem(content: SharedContent): ShareProblem | null {
	if (content.kind === 'set' && content.set.items.length === 0) return 'empty';
	const items = content.kind === 'set' ? content.set.items : content.items;
	if (items.length > MAX_ITEMS) return 'too-many-items';
	if (new TextEncoder().encode(toPlainText(content)).length > MAX_PLAIN_BYTES) return 'too-large';
	return hasCryptography() ? null : 'insecure';
}
