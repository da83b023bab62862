import { PRACTICE_RULES, type QuizRules, type ReviewRules, type ReviewStage } from './quiz-rules';

/** Ways to give a quiz to a class, each a choice of rules made in one tap. */
export const RULE_PRESETS = ['practice', 'quiz', 'homework', 'test'] as const;
export type RulePreset = (typeof RULE_PRESETS)[number];

const AFTERWARDS: readonly ReviewStage[] = ['after', 'later', 'closed'];
const ONCE_CLOSED: readonly ReviewStage[] = ['closed'];
const ALWAYS: readonly ReviewStage[] = ['during', ...AFTERWARDS];

/** Marks and what was right at once, the answers once nobody can hand in any more. */
const KEY_ONCE_CLOSED: ReviewRules = {
	correctness: AFTERWARDS,
	marks: AFTERWARDS,
	explanation: ONCE_CLOSED,
	key: ONCE_CLOSED
};

/** The part of the rules that a preset decides: instants are each quiz's own. */
type Preset = Omit<QuizRules, 'opensAt' | 'closesAt'>;

const PRESETS: Readonly<Record<RulePreset, Preset>> = {
	practice: {
		feedback: { kind: 'each' },
		oneWay: false,
		confidence: true,
		penalty: 0,
		ending: { kind: 'late' },
		review: { correctness: ALWAYS, marks: ALWAYS, explanation: ALWAYS, key: ALWAYS }
	},
	quiz: PRACTICE_RULES,
	homework: {
		feedback: { kind: 'end' },
		oneWay: false,
		confidence: false,
		penalty: 0,
		ending: { kind: 'late' },
		review: KEY_ONCE_CLOSED
	},
	test: {
		feedback: { kind: 'end' },
		oneWay: false,
		confidence: false,
		penalty: 0,
		ending: { kind: 'submit' },
		review: { correctness: ONCE_CLOSED, marks: ONCE_CLOSED, explanation: ONCE_CLOSED, key: ONCE_CLOSED }
	}
};

/** @returns the rules with everything as the preset has it; opening and closing stay as they are */
export function withPreset({ opensAt, closesAt }: QuizRules, preset: RulePreset): QuizRules {
	return { ...PRESETS[preset], opensAt, closesAt };
}

/** @returns the preset that rules follow in everything but their instants, or null */
export function presetOf(rules: QuizRules): RulePreset | null {
	return RULE_PRESETS.find((preset) => isSame(withPreset(rules, preset), rules)) ?? null;
}

/** @returns whether rules are those of a quiz taken for oneself, so that nothing needs saying */
export function isPractice(rules: QuizRules): boolean {
	return isSame(rules, PRACTICE_RULES);
}

function isSame(a: QuizRules, b: QuizRules): boolean {
	return canonical(a) === canonical(b);
}

/** Stages and fields in one order, whoever wrote them. */
function canonical({ feedback, ending, review, ...rest }: QuizRules): string {
	return JSON.stringify([
		rest.oneWay,
		rest.confidence,
		rest.penalty,
		rest.opensAt,
		rest.closesAt,
		feedback.kind,
		feedback.kind === 'tries' ? feedback.tries : 0,
		ending.kind,
		ending.kind === 'grace' ? ending.graceMs : 0,
		...[review.correctness, review.marks, review.explanation, review.key].map((stages) => stages.toSorted())
	]);
}
