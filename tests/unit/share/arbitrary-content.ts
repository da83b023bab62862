import fc from 'fast-check';
import { cleanText } from '$lib/domain/clean-text';
import { CLASSIFY_LABELS } from '$lib/domain/item';
import type { Item, Question } from '$lib/domain/item';
import { MAX_SEED } from '$lib/domain/share-model';
import type { SharedBankItems, SharedContent, SharedQuiz, SharedSet, SharedSetContent } from '$lib/domain/share-model';

/** Texts as a parsed set has them: any script, marks, emoji and line breaks, already clean, never blank. */
const text = fc
	.string({ unit: 'binary', minLength: 1, maxLength: 40 })
	.map((raw) => cleanText(raw))
	.filter((clean) => clean.trim() !== '');
const title = text.map((clean) => clean.replaceAll('\n', ' '));
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
const number = fc.integer({ min: 1, max: 1_000_000 });
const note = fc.option(text, { nil: undefined });
const degrees = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((value) => value / 1000 + 0);

const option = fc.record({ text, correct: fc.boolean(), rationale: note }).map(({ rationale, ...rest }) => ({
	...rest,
	...(rationale === undefined ? {} : { rationale })
}));
const options = fc.array(option, { minLength: 2, maxLength: 10 });
const spellings = fc.array(text, { minLength: 1, maxLength: 3 });

const question: fc.Arbitrary<Question> = fc.oneof(
	fc.record({ type: fc.constant('basic' as const), stem: text, answer: text }),
	fc.record({ type: fc.constant('short-answer' as const), stem: text, answers: spellings }),
	fc.record({ type: fc.constant('true-false' as const), stem: text, answer: fc.boolean() }),
	fc.record({ type: fc.constant('classify' as const), stem: text, answer: fc.constantFrom(...CLASSIFY_LABELS) }),
	fc.record({ stem: text, deletions: fc.integer({ min: 1, max: 12 }), accept: fc.option(spellings) }).map(toCloze),
	fc.record({ stem: text, options, right: fc.nat() }).map(({ stem, options: all, right }) => ({
		type: 'single-choice' as const,
		stem,
		options: all.map((one, place) => ({ ...one, correct: place === right % all.length }))
	})),
	fc
		.record({ type: fc.constant('multiple-choice' as const), stem: text, options })
		.filter((item) => item.options.some((one) => one.correct)),
	fc.record({
		type: fc.constant('ordering' as const),
		stem: text,
		entries: fc.array(
			fc.oneof(fc.record({ text }), fc.record({ text, date: fc.constantFrom('1893', '1947-08', '2021-08-15') })),
			{
				minLength: 2,
				maxLength: 10
			}
		)
	}),
	fc.record({
		type: fc.constant('matching' as const),
		stem: text,
		pairs: fc.array(fc.record({ left: text, right: text }), { minLength: 2, maxLength: 6 }),
		extra: fc.array(text, { maxLength: 3 })
	}),
	fc.record({
		type: fc.constant('map' as const),
		stem: text,
		target: fc.record({
			place: title,
			lat: degrees(90),
			lon: degrees(180),
			toleranceKm: fc.integer({ min: 1, max: 5000 })
		})
	})
);

function toCloze({ stem, deletions, accept }: { stem: string; deletions: number; accept: string[] | null }): Question {
	const hidden = Array.from({ length: deletions }, (_, place) => `{{${String(place + 1)}::word}}`).join(' ');
	const cloze = { type: 'cloze' as const, stem: `${stem.replace(/[{}]/g, '')} ${hidden}` };
	return accept === null ? cloze : { ...cloze, accept: { '1': accept, [String(deletions)]: accept } };
}

const extras = fc.record({
	named: fc.boolean(),
	revision: fc.constantFrom(1, 1, 2, 7),
	topic: fc.nat(),
	explanation: note,
	supersedes: fc.option(fc.stringMatching(/^[a-z-]{1,12}$/), { nil: undefined })
});

const items = (topics: readonly string[]) =>
	fc
		.uniqueArray(fc.tuple(number, question, extras), { minLength: 1, maxLength: 12, selector: ([own]) => own })
		.map((all) => all.map(([own, asked, more]) => toItem(own, asked, more, topics)));

type Extras = {
	named: boolean;
	revision: number;
	topic: number;
	explanation: string | undefined;
	supersedes: string | undefined;
};

function toItem(own: number, asked: Question, more: Extras, topics: readonly string[]): Item {
	const topic = topics[more.topic % (topics.length + 1)];
	return {
		...asked,
		number: own,
		id: more.named ? `item-${String(own)}` : String(own),
		revision: more.revision,
		...(topic === undefined ? {} : { topic }),
		...(more.explanation === undefined ? {} : { explanation: more.explanation }),
		...(more.supersedes === undefined ? {} : { supersedes: more.supersedes })
	};
}

const topics = fc.uniqueArray(fc.record({ id, title }), { maxLength: 4, selector: (topic) => topic.id });

/** Any set that the parser accepts, with every item type. */
export const arbitrarySet: fc.Arbitrary<SharedSet> = topics.chain((all) =>
	fc.record({
		id,
		revision: fc.nat(),
		title,
		lang: fc.constantFrom('en', 'ur', 'zh-Hant'),
		topics: fc.constant(all),
		items: items(all.map((topic) => topic.id))
	})
);

const arbitraryQuiz: fc.Arbitrary<SharedQuiz> = fc.record({
	count: fc.integer({ min: 1, max: 500 }),
	seed: fc.integer({ min: 0, max: MAX_SEED }),
	time: fc.oneof(
		fc.constant({ kind: 'none' as const }),
		fc.record({
			kind: fc.constantFrom('quiz' as const, 'question' as const),
			limitMs: fc.integer({ min: 1, max: 86_400_000 })
		})
	)
});

/** Any selection from a bank. */
export const arbitraryBankItems: fc.Arbitrary<SharedBankItems> = fc.record({
	kind: fc.constant('bank-items' as const),
	bank: id,
	bankRevision: fc.nat(),
	title: fc.oneof(fc.constant(''), title),
	items: fc.uniqueArray(number, { maxLength: 60 })
});

const arbitrarySetContent: fc.Arbitrary<SharedSetContent> = arbitrarySet.map((set) => ({ kind: 'set', set }));

/** Anything a link may carry, with or without a quiz. */
export const arbitraryContent: fc.Arbitrary<SharedContent> = fc
	.tuple(fc.oneof(arbitrarySetContent, arbitraryBankItems), fc.option(arbitraryQuiz))
	.map(([content, quiz]) => (quiz === null ? content : { ...content, quiz }));
