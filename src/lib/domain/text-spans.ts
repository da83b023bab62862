import type { ClozePart } from './cloze';

/** A piece of a line. Nesting is bounded: bold and italic each once, and once more inside a deletion. */
export type TextSpan =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'code'; readonly text: string }
	| { readonly kind: 'break' }
	| { readonly kind: 'strong' | 'em'; readonly spans: readonly TextSpan[] }
	/** Cloze words in sight. */
	| { readonly kind: 'deletion'; readonly number: number; readonly spans: readonly TextSpan[] }
	/** Cloze words covered: the place where the asked words belong. */
	| { readonly kind: 'gap'; readonly number: number };

type Emphasis = 'strong' | 'em';
type Stars = { readonly kind: 'stars'; readonly count: number; readonly canOpen: boolean; readonly canClose: boolean };
type Frame = { readonly kind: 'root' | Emphasis; readonly spans: TextSpan[] };

const MARKER = { strong: '**', em: '*' } as const satisfies Record<Emphasis, string>;

/**
 * Parses the inline part of the text format in one pass: each character is read a fixed number of times.
 * @param runs plain runs, and cloze deletions, which win over every mark inside or around them
 */
export function parseSpans(runs: readonly ClozePart[]): TextSpan[] {
	const root: Frame = { kind: 'root', spans: [] };
	const open: Frame[] = [root];
	for (const [i, run] of runs.entries()) {
		if (run.deletion === null) {
			for (const token of tokenise(run.text, i > 0, i < runs.length - 1)) {
				if (token.kind === 'stars') applyStars(open, token);
				else append(topOf(open).spans, token);
			}
		} else {
			const spans = parseSpans([{ text: run.text, deletion: null }]);
			topOf(open).spans.push({ kind: 'deletion', number: run.deletion, spans });
		}
	}
	while (open.length > 1) dissolveTop(open);
	return root.spans;
}

function* tokenise(text: string, touchesBefore: boolean, touchesAfter: boolean): Generator<TextSpan | Stars> {
	let end = 0;
	for (let at = nextMark(text, 0); at !== -1; at = nextMark(text, end)) {
		if (at > end) yield { kind: 'text', text: text.slice(end, at) };
		const close = text[at] === '`' ? text.indexOf('`', at + 1) : -1;
		if (text[at] === '\n') {
			yield { kind: 'break' };
			end = at + 1;
		} else if (close > at + 1) {
			yield { kind: 'code', text: text.slice(at + 1, close).replaceAll('\n', ' ') };
			end = close + 1;
		} else if (text[at] === '`') {
			yield { kind: 'text', text: '`' };
			end = at + 1;
		} else {
			end = at + 1;
			while (text[end] === '*') end += 1;
			const canOpen = end < text.length ? !isSpace(text[end]) : touchesAfter;
			const canClose = at > 0 ? !isSpace(text[at - 1]) : touchesBefore;
			yield { kind: 'stars', count: end - at, canOpen, canClose };
		}
	}
	if (end < text.length) yield { kind: 'text', text: text.slice(end) };
}

function nextMark(text: string, from: number): number {
	for (let at = from; at < text.length; at += 1) {
		const char = text[at];
		if (char === '*' || char === '`' || char === '\n') return at;
	}
	return -1;
}

function isSpace(char: string | undefined): boolean {
	return char === undefined || char.trim() === '';
}

function applyStars(open: Frame[], stars: Stars): void {
	// Four or more in a row are somebody's ruler or redaction, not emphasis.
	if (stars.count > 3) {
		append(topOf(open).spans, { kind: 'text', text: '*'.repeat(stars.count) });
		return;
	}
	for (let left = stars.count; left > 0;) {
		// `***` opens bold around italic, so it closes italic first.
		const kind = left === 1 || (left === 3 && topOf(open).kind === 'em') ? 'em' : 'strong';
		toggle(open, kind, stars);
		left -= MARKER[kind].length;
	}
}

function toggle(open: Frame[], kind: Emphasis, stars: Stars): void {
	const isOpen = open.some((frame) => frame.kind === kind);
	if (isOpen && stars.canClose) {
		while (topOf(open).kind !== kind) dissolveTop(open);
		const { spans } = topOf(open);
		open.pop();
		topOf(open).spans.push({ kind, spans });
	} else if (!isOpen && stars.canOpen) {
		open.push({ kind, spans: [] });
	} else {
		append(topOf(open).spans, { kind: 'text', text: MARKER[kind] });
	}
}

/** Emphasis that never closes was no emphasis: its mark becomes text again. */
function dissolveTop(open: Frame[]): void {
	const { kind, spans } = topOf(open);
	open.pop();
	const parent = topOf(open).spans;
	if (kind !== 'root') append(parent, { kind: 'text', text: MARKER[kind] });
	for (const span of spans) append(parent, span);
}

function append(spans: TextSpan[], span: TextSpan): void {
	const last = spans.at(-1);
	if (span.kind === 'text' && last?.kind === 'text') {
		spans[spans.length - 1] = { kind: 'text', text: last.text + span.text };
	} else {
		spans.push(span);
	}
}

function topOf(open: readonly Frame[]): Frame {
	const top = open.at(-1);
	if (top === undefined) throw new Error('The root frame is never closed');
	return top;
}
