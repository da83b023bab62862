import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverDeletions, markDeletions } from '../../../src/lib/domain/cloze-text';
import { parseClozeText, parseText, plainText, textOfBlocks, type TextBlock } from '../../../src/lib/domain/text';
import type { TextSpan } from '../../../src/lib/domain/text-spans';

const text = (value: string): TextSpan => ({ kind: 'text', text: value });
const spansOf = (source: string): readonly TextSpan[] => {
	const [block] = parseText(source);
	return block?.kind === 'paragraph' ? block.spans : [];
};

/** Strings that look like the format, where mistakes would be. */
const marked = fc
	.array(
		fc.constantFrom('*', '**', '***', '`', '- ', '\n', '\n\n', '\r\n', ' ', 'ab', 'é', '{{1::x}}', '{{', '}}', '<b>')
	)
	.map((parts) => parts.join(''));
const anyText = fc.oneof(marked, fc.string({ unit: 'binary' }), fc.string());

function depthOf(spans: readonly TextSpan[]): number {
	return 1 + Math.max(0, ...spans.map((span) => ('spans' in span ? depthOf(span.spans) : 0)));
}

const spansIn = (blocks: readonly TextBlock[]): TextSpan[] =>
	blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.spans));

describe('parseText', () => {
	it('parts paragraphs at blank lines and keeps single line breaks', () => {
		expect(parseText('one\ntwo\r\n \r\nthree')).toEqual([
			{ kind: 'paragraph', spans: [text('one'), { kind: 'break' }, text('two')] },
			{ kind: 'paragraph', spans: [text('three')] }
		]);
	});

	it('reads strong, emphasised and code spans, also in one another', () => {
		expect(spansOf('a **b *c*** `d*e*`')).toEqual([
			text('a '),
			{ kind: 'strong', spans: [text('b '), { kind: 'em', spans: [text('c')] }] },
			text(' '),
			{ kind: 'code', text: 'd*e*' }
		]);
		expect(spansOf('***x***')).toEqual([{ kind: 'strong', spans: [{ kind: 'em', spans: [text('x')] }] }]);
	});

	it('reads lines that start with a hyphen and a space as a list, right after a paragraph too', () => {
		expect(parseText('Two:\n- *a*\n- b\nend')).toEqual([
			{ kind: 'paragraph', spans: [text('Two:')] },
			{ kind: 'list', items: [[{ kind: 'em', spans: [text('a')] }], [text('b')]] },
			{ kind: 'paragraph', spans: [text('end')] }
		]);
	});

	it.each([
		'<b onclick="x()">bold</b>',
		'[text](https://example.org)',
		'https://example.org/a_b_c',
		'2 * 3 * 4',
		'a ** b ** c',
		'**open',
		'*a',
		'`open',
		'``',
		'****',
		'****a****',
		'*a * b',
		'a * b* c',
		'-no list',
		'# no heading',
		'&amp; &lt;',
		'{{1::not a cloze here}}'
	])('takes %j as it is', (source) => {
		expect(parseText(source)).toEqual([{ kind: 'paragraph', spans: [text(source)] }]);
	});

	it('gives the mark of an emphasis that never closes back as text', () => {
		expect(spansOf('**a *b** c')).toEqual([{ kind: 'strong', spans: [text('a *b')] }, text(' c')]);
	});

	it('has no blocks for nothing', () => {
		expect(parseText(' \n\t\n')).toEqual([]);
	});

	it('never nests deeper than bold, italic and their text', () => {
		fc.assert(
			fc.property(marked, (source) => {
				expect(depthOf(spansIn(parseText(source)))).toBeLessThanOrEqual(3);
				expect(depthOf(spansIn(parseClozeText(source)))).toBeLessThanOrEqual(6);
			}),
			{ seed: 42, numRuns: 500 }
		);
	});

	it.each(['*', '**a', '*a ', '`', '`a', '{{1::', '{{1::a', '- ', '\n', '* **', '***a', ' '])(
		// A parser in quadratic time would need minutes for these and run into the test's limit.
		'comes to an end however often %j is repeated',
		(unit) => {
			const source = unit.repeat(Math.ceil(200_000 / unit.length));
			expect(parseText(source)).toBeInstanceOf(Array);
			expect(parseClozeText(source)).toBeInstanceOf(Array);
		}
	);
});

describe('plainText', () => {
	it('leaves out the marks and keeps lines', () => {
		expect(plainText('**a** *b* `c`\nd\n\n- e\n- f')).toBe('a b c\nd\ne\nf');
	});

	it('never throws and keeps every letter and digit of any string in order', () => {
		const lettersOf = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '');
		fc.assert(
			fc.property(anyText, (source) => {
				expect(lettersOf(plainText(source))).toBe(lettersOf(source));
			}),
			{ seed: 42, numRuns: 1_000 }
		);
	});
});

describe('cloze text', () => {
	const stem = 'The **{{1::Durand} Line}} or {{1::*Durand* Line}}** of {{2::1893}}';

	it('covers the asked deletion and shows the others as ordinary text, inside emphasis too', () => {
		expect(coverDeletions('**The {{1::line}}** of {{2::1893}}', 1)).toEqual([
			{
				kind: 'paragraph',
				spans: [{ kind: 'strong', spans: [text('The '), { kind: 'gap', number: 1 }] }, text(' of '), text('1893')]
			}
		]);
	});

	it('takes malformed deletions as text', () => {
		expect(textOfBlocks(coverDeletions(stem, 1))).toBe('The {{1::Durand} Line}} or […] of 1893');
	});

	it('covers all deletions for a quiz', () => {
		expect(textOfBlocks(coverDeletions('{{1::a}} b {{2::c}}', 'all'))).toBe('[…] b […]');
	});

	it('marks the asked words after revealing', () => {
		expect(markDeletions('- {{1::a}} {{2::b}}', 2)).toEqual([
			{ kind: 'list', items: [[text('a'), text(' '), { kind: 'deletion', number: 2, spans: [text('b')] }]] }
		]);
	});

	it('never shows covered words, whatever marks stand around them', () => {
		fc.assert(
			fc.property(marked, marked, (before, after) => {
				fc.pre(!before.endsWith('{') && !after.startsWith('}'));
				const covered = textOfBlocks(coverDeletions(`${before}{{7::secret}}${after}`, 7));
				expect(covered).not.toContain('secret');
				expect(covered).toContain('[…]');
			}),
			{ seed: 42, numRuns: 500 }
		);
	});
});
