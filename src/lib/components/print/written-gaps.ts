import type { TextBlock } from '$lib/domain/text';
import type { TextSpan } from '$lib/domain/text-spans';

/** Characters of a gap on a question sheet: about 4 cm. */
const USUAL_LENGTH = 20;

/**
 * Draws covered words as a line of underscores: unlike a box, such a line never parts from the full stop or comma after it.
 * @param length in characters
 */
export function writtenGaps(block: TextBlock, length: number = USUAL_LENGTH): TextBlock {
	const gap = { kind: 'text', text: '_'.repeat(length) } as const;
	const draw = (spans: readonly TextSpan[]): TextSpan[] =>
		spans.map((span) => {
			if (span.kind === 'gap') return gap;
			return span.kind === 'strong' || span.kind === 'em' ? { ...span, spans: draw(span.spans) } : span;
		});
	return block.kind === 'list'
		? { kind: 'list', items: block.items.map(draw) }
		: { kind: 'paragraph', spans: draw(block.spans) };
}
