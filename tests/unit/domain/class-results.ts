import fc from 'fast-check';
import type { Assignment } from '../../../src/lib/domain/assignment';
import { checkOfAssigned, paperOf } from '../../../src/lib/domain/assigned-paper';
import type { AssignmentResult } from '../../../src/lib/domain/assignment-result';
import { CLASSIFY_LABELS } from '../../../src/lib/domain/item';
import type { GivenAssignment } from '../../../src/lib/domain/mark-result';
import { CONFIDENCES, type AnsweredQuestion, type Response } from '../../../src/lib/domain/quiz';
import { PRACTICE_RULES } from '../../../src/lib/domain/quiz-rules';
import type { Remark } from '../../../src/lib/domain/remark';
import type { StudySet } from '../../../src/lib/domain/set';
import { toSharedSet } from '../../../src/lib/domain/share-model';
import { ALL_ITEMS } from './quiz-items';

export const SET: StudySet = {
	id: 'demo',
	title: 'Demo',
	lang: 'en',
	origin: 'own',
	revision: 1,
	addedAt: 0,
	topics: [{ id: 'places', title: 'Places' }],
	items: ALL_ITEMS
};

export const ASSIGNMENT: Assignment = {
	id: 'abcdefgh-_1',
	title: 'For Monday',
	teacher: 'Ms Khan',
	keyPolicy: 'open',
	content: { kind: 'set', set: toSharedSet(SET) },
	quiz: {
		sections: [{ title: '', fixed: ALL_ITEMS.map(({ number }) => number), rows: [] }],
		time: { kind: 'none' },
		rules: PRACTICE_RULES,
		seed: 7,
		forms: 'same',
		sittings: 0
	},
	keys: []
};

export const GIVEN: GivenAssignment = { assignment: ASSIGNMENT, set: SET, remarks: [] };

const NOTHING = { count: 0, ms: 0 };

/** A result with one response for each item it names; the others are left open. */
export function resultWith(
	responses: Readonly<Record<number, Response | AnsweredQuestion>>,
	changes: Partial<AssignmentResult> = {}
): AssignmentResult {
	const seed = changes.seed ?? 7;
	const paper = paperOf(ASSIGNMENT, SET.items, seed);
	return {
		assignment: ASSIGNMENT.id,
		seed,
		paperCheck: checkOfAssigned(ASSIGNMENT, SET.items, seed),
		sitting: 1,
		name: 'Amina Gul',
		startedAt: 1_000_000,
		tookMs: 600_000,
		timedOut: false,
		lateMs: 0,
		away: NOTHING,
		clockBack: NOTHING,
		paused: NOTHING,
		accommodations: null,
		answers: paper.map(({ item }) => {
			const said = responses[item];
			if (said === undefined) return null;
			return 'type' in said ? { response: said, tookMs: 5000 } : said;
		}),
		...changes
	};
}

const index = fc.integer({ min: -2, max: 12 });

/** Any response of any type, fitting its item or not. */
export const anyResponse: fc.Arbitrary<Response> = fc.oneof(
	fc.record({ type: fc.constant('choice' as const), chosen: fc.array(index, { maxLength: 6 }) }),
	fc.record({ type: fc.constant('boolean' as const), value: fc.boolean() }),
	fc.record({
		type: fc.constant('text' as const),
		values: fc.array(fc.oneof(fc.string(), fc.constantFrom('Kabul', 'Pakistan', '1893', 'Durand', 'kabull')), {
			maxLength: 4
		})
	}),
	fc.record({ type: fc.constant('order' as const), order: fc.array(index, { maxLength: 8 }) }),
	fc.record({ type: fc.constant('match' as const), right: fc.array(fc.option(index), { maxLength: 8 }) }),
	fc.record({ type: fc.constant('point' as const), lat: fc.double(), lon: fc.double() }),
	fc.record({ type: fc.constant('label' as const), label: fc.constantFrom(...CLASSIFY_LABELS) }),
	fc.record({ type: fc.constant('self' as const), knew: fc.boolean() })
);

const anyAnswer: fc.Arbitrary<AnsweredQuestion | null> = fc.option(
	fc.record(
		{
			response: fc.option(anyResponse),
			tookMs: fc.nat(),
			confidence: fc.constantFrom(...CONFIDENCES),
			misses: fc.nat({ max: 5 }),
			overruled: fc.constant(true as const)
		},
		{ requiredKeys: ['response', 'tookMs'] }
	)
);

export const anyAnswers = fc.array(anyAnswer, { maxLength: 12 });

const item = fc.integer({ min: 1, max: 11 });
export const anyRemarks: fc.Arbitrary<Remark[]> = fc.array(
	fc.oneof(
		fc.record({ item, kind: fc.constantFrom('left-out' as const, 'all-right' as const) }),
		fc.record({ item, kind: fc.constant('option' as const), option: fc.integer({ min: 0, max: 5 }) }),
		fc.record({
			item,
			kind: fc.constant('words' as const),
			words: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('kabull', '1893'))
		})
	),
	{ maxLength: 6 }
);
