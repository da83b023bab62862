import type { AnalysedItem } from './analysed-item';
import type { ConfidentErrors } from './confident-errors';
import { LEAST } from './least';
import type { ItemNumbers } from './item-numbers';
import { toProportion } from '../statistics/proportion';
import type { OptionCount } from './option-counts';

/** `check`: the question itself may be wrong. `look`: it says something about the learners. `note`: good to know. */
export const ALARM_LEVELS = ['check', 'look', 'note'] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];

/** Something about an item in plain words, with the numbers behind it. */
export type Alarm = { readonly level: AlarmLevel } & AlarmCause;

type AlarmCause =
	/** Most of the best third chose a wrong option, and more of them than the right one. */
	| { readonly kind: 'key-doubt'; readonly option: number; readonly chose: number; readonly top: number }
	/** None of those who answered chose a right option. */
	| { readonly kind: 'key-untaken'; readonly n: number }
	/** Learners who know the rest miss it more often than others; surely so where the interval ends below 0. */
	| {
			readonly kind: 'negative';
			readonly value: number;
			readonly low: number;
			readonly high: number;
			readonly n: number;
	  }
	/** Sure and wrong: a misconception. `option` is what most of them chose. */
	| { readonly kind: 'confident-errors'; readonly wrong: number; readonly sure: number; readonly option: number | null }
	/** As many are right as would be by choosing blindly. */
	| { readonly kind: 'guessing'; readonly right: number; readonly n: number; readonly chance: number }
	| { readonly kind: 'too-hard'; readonly value: number; readonly n: number }
	| { readonly kind: 'left-open'; readonly open: number; readonly n: number }
	| { readonly kind: 'too-easy'; readonly value: number; readonly n: number }
	/** Wrong options that nobody chose. */
	| { readonly kind: 'untaken'; readonly options: readonly number[]; readonly n: number };

/** An item that nine of ten know, or one of five, tells learners apart no longer. @see Ebel and Frisbie (1991), Essentials of educational measurement */
const TOO_EASY = 0.9;
const TOO_HARD = 0.2;
/** Below 0.2 an item is usually called weak; below 0 it works against the test. Only the latter is an alarm. */
const NEGATIVE = 0;
/** A wrong answer given as sure by a few may be a slip; by three, and by a third of the sure, it is a belief. */
const CONFIDENT_LEAST = 3;
const CONFIDENT_SHARE = 1 / 3;
const OPEN_SHARE = 0.2;

/** Says what about an item deserves a teacher's eye, the gravest first. Nothing where the teacher has settled it. */
export function alarmsOf(item: AnalysedItem, numbers: ItemNumbers): Alarm[] {
	if (item.settled) return [];
	const key = [...keyDoubt(item, numbers), ...keyUntaken(numbers)].slice(0, 1);
	// With a wrong key it is no wonder that few are right, the sure among them.
	const ofLearners = key.length > 0 ? [] : [...confident(numbers.confident), ...known(item, numbers)];
	const found = [...key, ...negative(numbers), ...ofLearners, ...leftOpen(numbers), ...untaken(numbers)];
	return found.sort((a, b) => ALARM_LEVELS.indexOf(a.level) - ALARM_LEVELS.indexOf(b.level));
}

function keyDoubt({ single }: AnalysedItem, { options, thirds }: ItemNumbers): Alarm[] {
	if (!single || thirds === null) return [];
	const rightOnes = options.filter(({ right }) => right).reduce((sum, { top }) => sum + top, 0);
	const favourite = options.filter(({ right }) => !right).reduce<OptionCount | null>(more, null);
	if (favourite === null || favourite.top * 2 <= thirds.top || favourite.top <= rightOnes) return [];
	return [{ level: 'check', kind: 'key-doubt', option: favourite.option, chose: favourite.top, top: thirds.top }];
}

function more(best: OptionCount | null, count: OptionCount): OptionCount {
	return best === null || count.top > best.top ? count : best;
}

function keyUntaken({ n: asked, open, options }: ItemNumbers): Alarm[] {
	const n = asked - open;
	const right = options.filter((option) => option.right);
	if (n < LEAST.alarm || right.length === 0 || right.some(({ all }) => all > 0)) return [];
	return [{ level: 'check', kind: 'key-untaken', n }];
}

function negative({ discrimination }: ItemNumbers): Alarm[] {
	if (discrimination === null || discrimination.value >= NEGATIVE) return [];
	const { value, low, high, n } = discrimination;
	return [{ level: high < 0 ? 'check' : 'look', kind: 'negative', value, low, high, n }];
}

function confident(errors: ConfidentErrors | null): Alarm[] {
	if (errors === null || errors.asked < LEAST.alarm) return [];
	const { wrong, sure, option } = errors;
	if (wrong < CONFIDENT_LEAST || wrong < sure * CONFIDENT_SHARE) return [];
	return [{ level: 'look', kind: 'confident-errors', wrong, sure, option }];
}

/** How many know it. Where guessing explains that, it is no measure of how hard the question is. */
function known({ guess }: AnalysedItem, { n, right, facility }: ItemNumbers): Alarm[] {
	const share = toProportion(right, n, LEAST.discrimination);
	// Fewer than by chance are not guessing: they believe something else.
	if (guess > 0 && share !== null && share.low <= guess && guess <= share.high) {
		return [{ level: 'look', kind: 'guessing', right, n, chance: guess }];
	}
	if (facility === null || facility.n < LEAST.alarm) return [];
	const { value } = facility;
	if (value <= TOO_HARD) return [{ level: 'look', kind: 'too-hard', value, n }];
	return value >= TOO_EASY ? [{ level: 'note', kind: 'too-easy', value, n }] : [];
}

function leftOpen({ n, open }: ItemNumbers): Alarm[] {
	if (n < LEAST.alarm || open < n * OPEN_SHARE) return [];
	return [{ level: 'note', kind: 'left-open', open, n }];
}

function untaken({ n, open, options, facility }: ItemNumbers): Alarm[] {
	const answered = n - open;
	const unchosen = options.filter(({ right, all }) => !right && all === 0).map(({ option }) => option);
	// With fewer an option may stay untaken by chance alone; where nearly everyone is right there is nobody to take it.
	if (answered < LEAST.discrimination || unchosen.length === 0 || (facility?.value ?? 1) >= TOO_EASY) return [];
	return [{ level: 'note', kind: 'untaken', options: unchosen, n: answered }];
}
