import { parseCloze, type ClozePart } from './cloze';
import { parseSpans, type TextSpan } from './text-spans';

/** A block of a text. Whatever is no mark of the format, HTML and addresses included, is plain text. */
export type TextBlock =
	| { readonly kind: 'paragraph'; readonly spans: readonly TextSpan[] }
	| { readonly kind: 'list'; readonly items: readonly (readonly TextSpan[])[] };

/**
 * Parses the text format of items: paragraphs parted by a blank line, line breaks, `**strong**`, `*em*`, `` `code` ``
 * and list lines `- `. Every string is a text; takes time linear in its length.
 */
export function parseText(source: string): TextBlock[] {
	return parseBlocks(source, (text) => [{ text, deletion: null }]);
}

/** Like `parseText`, for a cloze stem: its deletions become spans of kind `deletion`. */
export function parseClozeText(stem: string): TextBlock[] {
	return parseBlocks(stem, parseCloze);
}

/** @returns the words of a text without its marks; lines, list entries and blocks each on a line of their own */
export function plainText(source: string): string {
	return textOfBlocks(parseText(source));
}

/** @returns the words of parsed blocks; a covered deletion reads `[…]` */
export function textOfBlocks(blocks: readonly TextBlock[]): string {
	return blocks
		.flatMap((block) => (block.kind === 'list' ? block.items.map(textOfSpans) : [textOfSpans(block.spans)]))
		.join('\n');
}

function textOfSpans(spans: readonly TextSpan[]): string {
	return spans.map(textOfSpan).join('');
}

function textOfSpan(span: TextSpan): string {
	switch (span.kind) {
		case 'text':
		case 'code':
			return span.text;
		case 'break':
			return '\n';
		case 'gap':
			return '[…]';
		case 'strong':
		case 'em':
		case 'deletion':
			return textOfSpans(span.spans);
	}
}

function parseBlocks(source: string, runsOf: (text: string) => readonly ClozePart[]): TextBlock[] {
	const blocks: TextBlock[] = [];
	let lines: string[] = [];
	let items: (readonly TextSpan[])[] = [];
	const endBlock = (): void => {
		if (lines.length > 0) blocks.push({ kind: 'paragraph', spans: parseSpans(runsOf(lines.join('\n'))) });
		if (items.length > 0) blocks.push({ kind: 'list', items });
		lines = [];
		items = [];
	};
	for (const raw of source.split(/\r\n|\r|\n/)) {
		const line = raw.trim();
		const isListLine = line.startsWith('- ');
		if (line === '' || (isListLine ? lines.length > 0 : items.length > 0)) endBlock();
		if (isListLine) items.push(parseSpans(runsOf(line.slice(2).trimStart())));
		else if (line !== '') lines.push(line);
	}
	endBlock();
	return blocks;
}
