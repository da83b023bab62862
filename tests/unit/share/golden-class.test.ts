import { describe, expect, it } from 'vitest';
import { parseStudySet } from '$lib/content/item-schema';
import type { Assignment, KeyPair } from '$lib/domain/assignment';
import { assignmentId } from '$lib/share/assignment-link';
import { openFeedback } from '$lib/share/feedback-link';
import { decodeLink } from '$lib/share/link';
import { openResult } from '$lib/share/result-link';
import golden from '../../fixtures/golden-class.json';

/** Bytes stand in the file as `{ "hex": "…" }`. */
function withBytes(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withBytes);
	if (typeof value !== 'object' || value === null) return value;
	if ('hex' in value && typeof value.hex === 'string') return new Uint8Array(Buffer.from(value.hex, 'hex'));
	return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withBytes(entry)]));
}

const set = parseStudySet({ ...golden.set, origin: 'own', addedAt: 0 });
const items = set.ok ? set.value.items : [];

function assignmentNamed(name: string): Assignment {
	const entry = golden.assignments.find((one) => one.name === name);
	return withBytes(entry?.assignment) as Assignment;
}

// These links are in other people's hands. An entry is never changed or removed; a new shape of content adds one.
describe('assignments given by earlier versions', () => {
	it.each(golden.assignments)('still open, under the same id: $name', async ({ link, assignment: written }) => {
		const assignment = withBytes(written) as Assignment;
		expect(await decodeLink(link, parseStudySet)).toEqual({ ok: true, value: { kind: 'assignment', assignment } });
		expect(await assignmentId(assignment)).toBe(assignment.id);
	});
});

describe('results sealed by earlier versions', () => {
	it.each(golden.results)('still open: $name', async ({ link, assignment, keyPair, opened }) => {
		const given = { assignment: assignmentNamed(assignment), items, keyPairs: [withBytes(keyPair) as KeyPair] };
		expect(await openResult(link, [given])).toEqual({ ok: true, value: withBytes(opened) });
	});

	it('hold an answer to each item type, under both curves, with keys and without', () => {
		expect(new Set(items.map(({ type }) => type)).size).toBe(10);
		expect(golden.results.map(({ keyPair }) => keyPair.publicKey.curve)).toContain('P-256');
		expect(golden.results.map(({ assignment }) => assignmentNamed(assignment).keyPolicy)).toContain('withheld');
	});
});

describe('feedback sealed by earlier versions', () => {
	it.each(golden.feedback)('still opens: $name', async ({ link, assignment, keyPair, feedback }) => {
		const taken = { assignment: assignmentNamed(assignment), keyPair: withBytes(keyPair) as KeyPair };
		expect(await openFeedback(link, [taken], parseStudySet)).toEqual({ ok: true, value: feedback });
	});
});
