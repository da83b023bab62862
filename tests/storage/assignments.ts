import type { Assignment, KeyPair } from '$lib/domain/assignment';
import type { AssignmentResult } from '$lib/domain/assignment-result';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { toSharedSet } from '$lib/domain/share-model';
import type { GivenRow, ResultRow, TakenRow } from '$lib/storage/rows';
import { NOON, studySet } from './support';

/** Bytes of a length, so that two keys of one seed are the same. */
const bytes = (length: number, seed: number) => Uint8Array.from({ length }, (_, index) => (index * 7 + seed) % 256);

export function keyPair(seed = 1, curve: 'X25519' | 'P-256' = 'X25519'): KeyPair {
	return {
		publicKey: { curve, bytes: bytes(curve === 'X25519' ? 32 : 65, seed) },
		pkcs8: bytes(curve === 'X25519' ? 48 : 138, seed)
	};
}

export function assignment(changes: Partial<Assignment> = {}): Assignment {
	return {
		id: 'abcdefgh-_1',
		title: 'For Monday',
		teacher: 'Ms Khan',
		keyPolicy: 'open',
		content: { kind: 'set', set: toSharedSet(studySet()) },
		quiz: {
			sections: [{ title: '', fixed: [1], rows: [{ count: 1, topics: ['places'], difficulties: [], types: [] }] }],
			time: { kind: 'quiz', limitMs: 600_000 },
			rules: { ...PRACTICE_RULES, closesAt: NOON + 1000 },
			seed: 7,
			forms: 'same',
			sittings: 2
		},
		keys: [keyPair().publicKey, keyPair(1, 'P-256').publicKey],
		...changes
	};
}

export function given(changes: Partial<GivenRow> = {}): GivenRow {
	return {
		id: 'abcdefgh-_1',
		assignment: assignment(),
		givenAt: NOON,
		keyPairs: [keyPair(), keyPair(1, 'P-256')],
		set: studySet(),
		classList: ['Amina Gul', 'Bilal Shah'],
		remarks: [
			{ item: 1, kind: 'left-out' },
			{ item: 2, kind: 'words', words: 'Durand Line' },
			{ item: 3, kind: 'option', option: 2 },
			{ item: 4, kind: 'all-right' }
		],
		...changes
	};
}

export function taken(changes: Partial<TakenRow> = {}): TakenRow {
	return {
		id: 'abcdefgh-_1',
		assignment: assignment(),
		openedAt: NOON,
		set: studySet({ origin: 'received' }),
		keyPair: null,
		feedback: [],
		sent: [],
		...changes
	};
}

export function resultRow(changes: Partial<AssignmentResult> = {}): ResultRow {
	const none = { count: 0, ms: 0 };
	const result: AssignmentResult = {
		assignment: 'abcdefgh-_1',
		seed: 7,
		paperCheck: 99,
		sitting: 1,
		name: 'Amina Gul',
		startedAt: NOON,
		tookMs: 60_000,
		timedOut: false,
		lateMs: 0,
		away: { count: 1, ms: 5000 },
		clockBack: none,
		paused: none,
		accommodations: null,
		answers: [{ response: { type: 'choice', chosen: [0] }, tookMs: 4000 }, null],
		...changes
	};
	const { assignment, sitting } = result;
	const sender = 'c2VuZGVy';
	return {
		id: `${assignment}.${sender}.${String(sitting)}`,
		assignment,
		sender,
		receivedAt: NOON,
		result,
		replaced: 0
	};
}
