import type { TextSpan } from './text-spans';
import { parseClozeText, type TextBlock } from './text';

/** How one deletion is shown: covered, in sight and marked, or as if it were ordinary text. */
type DeletionView = 'gap' | 'marked' | 'plain';

/** @returns a cloze stem with the asked deletion covered and the others in sight, or all covered as in a quiz */
export function coverDeletions(stem: string, asked: number | 'all'): TextBlock[] {
	return showDeletions(stem, (number) => (asked === 'all' || number === asked ? 'gap' : 'plain'));
}

/** @returns a cloze stem as it reads after revealing: the asked words in sight and marked */
export function markDeletions(stem: string, asked: number | 'all'): TextBlock[] {
	return showDeletions(stem, (number) => (asked === 'all' || number === asked ? 'marked' : 'plain'));
}

function showDeletions(stem: string, viewOf: (number: number) => DeletionView): TextBlock[] {
	return parseClozeText(stem).map((block) =>
		block.kind === 'list'
			? { kind: 'list', items: block.items.map((spans) => showSpans(spans, viewOf)) }
			: { kind: 'paragraph', spans: showSpans(block.spans, viewOf) }
	);
}

function showSpans(spans: readonly TextSpan[], viewOf: (number: number) => DeletionView): TextSpan[] {
	return spans.flatMap((span): readonly TextSpan[] => {
		if (span.kind === 'strong' || span.kind === 'em') return [{ ...span, spans: showSpans(span.spans, viewOf) }];
		if (span.kind !== 'deletion') return [span];
		const view = viewOf(span.number);
		if (view === 'gap') return [{ kind: 'gap', number: span.number }];
		return view === 'marked' ? [span] : span.spans;
	});
}
