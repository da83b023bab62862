import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '$lib/domain/item';
import { paperOf } from '$lib/domain/assigned-paper';
import { encodeAssignment } from '$lib/share/assignment-link';
import { sealFeedback } from '$lib/share/feedback-link';
import { findReturns, returnKind } from '$lib/share/find-returns';
import { openResult, sealResult, type GivenAssignment } from '$lib/share/result-link';
import { bankAssignment, keyPair, resultOf, withId } from './class-fixtures';

const ITEMS: readonly Item[] = Array.from({ length: 12 }, (_, i) => ({
	type: 'short-answer',
	number: i + 1,
	id: String(i + 1),
	revision: 1,
	stem: `Question ${String(i + 1)}`,
	answers: ['The Durand Line of 1893']
}));
const ADDRESS = 'https://backstory.example/result#';

let given: GivenAssignment;
let links: readonly string[];
let feedback: string;

beforeAll(async () => {
	const [pair, learner] = await Promise.all([keyPair('X25519'), keyPair('X25519')]);
	const assignment = await withId(bankAssignment([], [pair.publicKey]));
	const { quiz } = assignment;
	const rows = [{ count: 12, topics: [], difficulties: [], types: [] }];
	given = {
		assignment: { ...assignment, quiz: { ...quiz, sections: [{ title: '', fixed: [], rows }] } },
		items: ITEMS,
		keyPairs: [pair]
	};
	links = await Promise.all(['Ali', 'Noor', 'Zoe'].map(sealed));
	const back = { assignment: assignment.id, sitting: 1, comment: '', credits: [] };
	const sent = await sealFeedback({ feedback: back, to: learner.publicKey, from: pair });
	feedback = sent.ok ? sent.value : '';
});

async function sealed(name: string): Promise<string> {
	const { assignment, items } = given;
	const result = resultOf(assignment, items, { name });
	const made = await sealResult({
		result,
		assignment,
		items,
		paper: paperOf(assignment, items, result.seed),
		sender: null
	});
	return made.ok ? made.value.fragment : '';
}

/** As mail programs break a long line. */
function wrap(text: string, width: number, between: string): string {
	return text.match(new RegExp(`.{1,${String(width)}}`, 'g'))?.join(between) ?? '';
}

describe('findReturns', () => {
	it('finds all, in order: one to a line, several on a line, bare, and in the middle of a message', () => {
		const [a = '', b = '', c = ''] = links;
		expect(findReturns([a, b, c].join('\n'))).toEqual(links);
		expect(findReturns(`${ADDRESS}${a} ${ADDRESS}${b}, ${c}`)).toEqual(links);
		expect(
			findReturns(`Dear Ms Khan,\r\nhere is mine: ${ADDRESS}${a}. Thank you!\r\n\r\n<${ADDRESS}${b}>\r\n"${c}"`)
		).toEqual(links);
		expect(findReturns(encodeURIComponent(`${ADDRESS}${a}\n${ADDRESS}${b}`))).toEqual([a, b]);
	});

	it.each([
		['a line break', 76, '\n'],
		['signs of quoting', 70, '\r\n> > '],
		['soft breaks', 75, '=\r\n'],
		['short lines', 20, '\n']
	])('joins links broken by %s', (_, width, between) => {
		const text = links
			.map((link, i) => `${String(i)}. From ${wrap(ADDRESS + link, width, between)}\nBest wishes\n`)
			.join('\n');
		// A break within the address itself leaves the fragment whole.
		expect(findReturns(text)).toEqual(links);
	});

	it('finds those that were cut off, without taking in the words after them', async () => {
		const [a = '', b = ''] = links;
		const found = findReturns(`${ADDRESS}${a.slice(0, 120)}\nSent from my phone\n${ADDRESS}${b}`);
		expect(found).toEqual([a.slice(0, 120), b]);
		expect(await openResult(found[0] ?? '', [given])).toEqual({ ok: false, error: { kind: 'cut-off' } });
	});

	it('passes over assignments, feedback, damaged beginnings and ten thousand lines of anything else', async () => {
		const [a = '', b = ''] = links;
		const assignment = await encodeAssignment(given.assignment);
		const junk = Array.from({ length: 10_000 }, (_, i) =>
			i % 3 === 0 ? `1d.${String(i)}abcdefghij` : i % 3 === 1 ? `#1d.gIAB${String(i)}` : 'word '.repeat(9)
		);
		const text = [...junk.slice(0, 5_000), a, assignment, feedback, ...junk.slice(5_000), b].join('\n');
		expect(findReturns(text)).toEqual([a, b]);
		expect(findReturns('')).toEqual([]);
		expect(findReturns('1d. 1d.\n1d.')).toEqual([]);
	});
});

describe('returnKind', () => {
	it('tells a result from feedback and from everything else by the beginning', async () => {
		const [a = ''] = links;
		expect(returnKind(`${ADDRESS}${a}`)).toBe('result');
		expect(returnKind(a.slice(0, 40))).toBe('result');
		expect(returnKind(`My teacher sent ${ADDRESS}${feedback}`)).toBe('feedback');
		expect(returnKind(await encodeAssignment(given.assignment))).toBeNull();
		expect(
			returnKind('1d.Oh9IUMgFwcEJwCAQRcFSbOAt-KPJFiOeJAdBshBJ_5lpIiNaQUK4Y4djJXNWTBmrztV7GrHW3DMeG_G9-04_AA')
		).toBeNull();
		expect(returnKind('')).toBeNull();
	});
});
