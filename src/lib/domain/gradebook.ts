import type { AssignmentResult } from './assignment-result';
import { foldName } from './learner-names';
import type { MarkedResult } from './mark-result';
import type { Oddity } from './result-oddities';
import type { EpochMs } from './units';

/** A result as it lies on the teacher's device. */
export type ReceivedResult = {
	readonly id: string;
	readonly assignment: string;
	/** What tells one learner's device from another's. */
	readonly sender: string;
	readonly receivedAt: EpochMs;
	readonly result: AssignmentResult;
	readonly replaced: number;
};

/** One sitting of one learner in the gradebook. */
export type GradebookEntry = {
	readonly received: ReceivedResult;
	readonly marked: MarkedResult;
	readonly oddities: readonly Oddity[];
};

/** One learner's device with its sittings, the first one first. */
export type GradebookLearner = {
	readonly sender: string;
	/** As typed in the latest sitting. */
	readonly name: string;
	readonly entries: readonly GradebookEntry[];
};

/** `look`: what needs a teacher's eye first. */
export const GRADEBOOK_ORDERS = ['name', 'score', 'arrival', 'look'] as const;
export type GradebookOrder = (typeof GRADEBOOK_ORDERS)[number];

/** A learner's words on what is wrong with a question. */
export type ItemReport = { readonly name: string; readonly words: string };

/** How an item went, over all sittings that asked it. */
export type ItemTally = {
	readonly item: number;
	/** Sittings in which it counts; 0 for an item that was left out. */
	readonly asked: number;
	readonly right: number;
	readonly partly: number;
	readonly wrong: number;
	readonly unanswered: number;
	/** Sum of credits. */
	readonly credit: number;
	readonly reports: readonly ItemReport[];
};

/**
 * Puts sittings together by learner and adds what only shows beside the others: the same name from two devices, and names
 * that are not on the class list.
 * @param classList empty for none
 */
export function gatherLearners(entries: readonly GradebookEntry[], classList: readonly string[]): GradebookLearner[] {
	const learners = [...groupBy(entries, ({ received }) => received.sender)].map(([sender, own]) => {
		const sorted = [...own].sort((a, b) => a.received.result.sitting - b.received.result.sitting);
		return { sender, name: sorted.at(-1)?.received.result.name ?? '', entries: sorted };
	});
	const listed = new Set(classList.map(foldName));
	const devices = groupBy(learners, ({ name }) => foldName(name));
	return learners.map((learner) => {
		const folded = foldName(learner.name);
		const more: Oddity[] = [];
		if (folded !== '' && (devices.get(folded)?.length ?? 0) > 1) more.push({ kind: 'same-name' });
		if (listed.size > 0 && !listed.has(folded)) more.push({ kind: 'unlisted' });
		return more.length === 0 ? learner : { ...learner, entries: withMore(learner.entries, more) };
	});
}

/** Said once, of the latest sitting. */
function withMore(entries: readonly GradebookEntry[], more: readonly Oddity[]): GradebookEntry[] {
	return entries.map((entry, index) =>
		index === entries.length - 1 ? { ...entry, oddities: [...entry.oddities, ...more] } : entry
	);
}

/**
 * Sorts learners; those who are alike in what is asked for stand by name.
 * @param compareNames by the alphabet of the reader
 */
export function sortLearners(
	learners: readonly GradebookLearner[],
	order: GradebookOrder,
	compareNames: (a: string, b: string) => number
): GradebookLearner[] {
	const rank = (learner: GradebookLearner): number => {
		switch (order) {
			case 'name':
				return 0;
			case 'score':
				return -bestShare(learner);
			case 'arrival':
				return -Math.max(...learner.entries.map(({ received }) => received.receivedAt));
			case 'look':
				return -learner.entries.reduce((sum, { oddities }) => sum + oddities.length, 0);
		}
	};
	return [...learners].sort((a, b) => rank(a) - rank(b) || compareNames(a.name, b.name));
}

/** @returns the greatest share of the marks that a learner reached in any sitting, 0 to 1 */
export function bestShare({ entries }: GradebookLearner): number {
	return Math.max(0, ...entries.map(shareOf));
}

/** @returns the share of the marks, 0 to 1; 0 when no question counts */
export function shareOf({ marked }: GradebookEntry): number {
	const { points, total } = marked.score;
	return total === 0 ? 0 : points / total;
}

/**
 * What may be averaged: a result of another edition answered other questions than those it is marked against, so what it comes
 * to says nothing about the rest of the class.
 */
export function ofThisEdition(entries: readonly GradebookEntry[]): GradebookEntry[] {
	return entries.filter(({ marked }) => !marked.isOtherEdition);
}

/** Sums up each item that was asked, in the order of the set. Results of another edition did not ask it. */
export function tallyItems(entries: readonly GradebookEntry[], order: readonly number[]): ItemTally[] {
	type Open = { -readonly [K in keyof ItemTally]: ItemTally[K] } & { reports: ItemReport[] };
	const tallies = new Map<number, Open>();
	for (const { received, marked } of ofThisEdition(entries)) {
		for (const [index, question] of marked.score.questions.entries()) {
			const { item, outcome, credit } = question;
			const tally: Open = tallies.get(item) ?? {
				item,
				asked: 0,
				right: 0,
				partly: 0,
				wrong: 0,
				unanswered: 0,
				credit: 0,
				reports: []
			};
			tallies.set(item, tally);
			if (outcome !== 'missing') {
				tally.asked += 1;
				tally.credit += credit;
				tally[outcome] += 1;
			}
			const words = marked.attempt.answers[index]?.report;
			if (words !== undefined) tally.reports.push({ name: received.result.name, words });
		}
	}
	return order.flatMap((item) => tallies.get(item) ?? []);
}

/** What a change of marking did to one sitting. */
export type MarkingEffect = { readonly up: number; readonly down: number; readonly same: number };

/** Compares the shares of the marks before and after, sitting by sitting. */
export function compareMarking(before: readonly GradebookEntry[], after: readonly GradebookEntry[]): MarkingEffect {
	const shares = new Map(before.map((entry) => [entry.received.id, shareOf(entry)]));
	const changes = after.map((entry) => shareOf(entry) - (shares.get(entry.received.id) ?? shareOf(entry)));
	const up = changes.filter((change) => change > 1e-9).length;
	const down = changes.filter((change) => change < -1e-9).length;
	return { up, down, same: changes.length - up - down };
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group === undefined) groups.set(keyOf(value), [value]);
		else group.push(value);
	}
	return groups;
}
