import fc from 'fast-check';
import { ACCOMMODATION_KEYS, NO_ACCOMMODATIONS } from '$lib/domain/accommodations';
import type { PersonalTerms, PublicKey } from '$lib/domain/assignment';
import { PAPER_FORMS, UNTITLED, type Section } from '$lib/domain/blueprint';
import { cleanName } from '$lib/domain/clean-text';
import { DIFFICULTIES, ITEM_TYPES } from '$lib/domain/item';
import { TIME_FACTORS } from '$lib/domain/quiz';
import { REVIEW_STAGES, type QuizRules } from '$lib/domain/quiz-rules';
import { MAX_SEED } from '$lib/domain/share-model';
import { withholdKeys } from '$lib/domain/withhold-keys';
import type { AssignmentBody } from '$lib/share/positional-assignment';
import { arbitraryBankItems, arbitrarySet } from './arbitrary-content';

const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map(cleanName);
const instant = fc.option(fc.integer({ min: 0, max: 4_102_444_800_000 }));
const stages = fc.subarray([...REVIEW_STAGES]);

const rules: fc.Arbitrary<QuizRules> = fc.record({
	feedback: fc.constantFrom(
		{ kind: 'end' as const },
		{ kind: 'each' as const },
		{ kind: 'tries' as const, tries: 2 as const },
		{ kind: 'tries' as const, tries: 3 as const }
	),
	oneWay: fc.boolean(),
	confidence: fc.boolean(),
	penalty: fc.constantFrom(0, 0.25, 0.5, 0.33333, 1),
	opensAt: instant,
	closesAt: instant,
	ending: fc.oneof(
		fc.constantFrom({ kind: 'submit' as const }, { kind: 'late' as const }),
		fc.record({ kind: fc.constant('grace' as const), graceMs: fc.integer({ min: 0, max: 600_000 }) })
	),
	review: fc.record({ correctness: stages, marks: stages, explanation: stages, key: stages })
});

const section: fc.Arbitrary<Section> = fc.record({
	title: fc.oneof(line, fc.constant(UNTITLED)),
	fixed: fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 4 }),
	rows: fc.array(
		fc.record({
			count: fc.integer({ min: 1, max: 500 }),
			topics: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { maxLength: 3 }),
			difficulties: fc.subarray([...DIFFICULTIES]),
			types: fc.subarray([...ITEM_TYPES])
		}),
		{ maxLength: 3 }
	)
});

const personal: fc.Arbitrary<PersonalTerms> = fc
	.record({ name: line, factor: fc.constantFrom(...TIME_FACTORS), needs: fc.subarray([...ACCOMMODATION_KEYS]) })
	.map(({ name, factor, needs }) => ({
		name,
		factor,
		accommodations: { ...NO_ACCOMMODATIONS, ...Object.fromEntries(needs.map((key) => [key, true])) }
	}));

const content: fc.Arbitrary<Pick<AssignmentBody, 'content' | 'keyPolicy'>> = fc.oneof(
	arbitraryBankItems.map((items) => ({ keyPolicy: 'open' as const, content: items })),
	fc
		.tuple(arbitrarySet, fc.boolean())
		.map(([set, isWithheld]) =>
			isWithheld
				? { keyPolicy: 'withheld' as const, content: { kind: 'set' as const, set: withholdKeys(set) } }
				: { keyPolicy: 'open' as const, content: { kind: 'set' as const, set } }
		)
);

/** Any assignment with these keys. */
export function arbitraryAssignment(keys: readonly PublicKey[]): fc.Arbitrary<AssignmentBody> {
	return fc
		.record({
			title: line,
			teacher: line,
			content,
			quiz: fc.record({
				sections: fc.array(section, { minLength: 1, maxLength: 3 }),
				time: fc.oneof(
					fc.constant({ kind: 'none' as const }),
					fc.record({
						kind: fc.constantFrom('quiz' as const, 'question' as const),
						limitMs: fc.integer({ min: 1, max: 86_400_000 })
					})
				),
				rules,
				seed: fc.integer({ min: 0, max: MAX_SEED }),
				forms: fc.constantFrom(...PAPER_FORMS),
				sittings: fc.integer({ min: 0, max: 9 })
			}),
			personal: fc.option(personal, { nil: undefined })
		})
		.map(({ content: about, personal: terms, ...rest }) => ({
			...rest,
			...about,
			keys,
			...(terms === undefined ? {} : { personal: terms })
		}));
}
