import type { AssignmentResult } from '../assignment-result';
import { foldName } from '../learner-names';
import { createMarker, toSitting, type GivenAssignment } from '../mark-result';
import { toAnalysedItem } from './analysed-item';
import { analyseTest, type TestAnalysis } from './analyse-test';
import type { AnalysedSitting } from './sitting';

/** A result with the device that it came from. */
export type ReceivedResult = { readonly sender: string; readonly result: AssignmentResult };

export type ClassAnalysis = TestAnalysis & {
	/** Results that are not part of it: later sittings of the same learner, and papers of another edition. */
	readonly repeats: number;
	readonly otherEdition: number;
};

/** Of the whole work, marking takes about this share. */
const MARKING_SHARE = 0.9;
/** Results between two words on how far the work is. */
const STEP = 50;

/**
 * Marks the results of an assignment and analyses its questions. Of several sittings of one learner the first counts: the
 * later ones were taken with the answers known. Devices whose latest results bear one name are one learner's, as the
 * gradebook points out; of those the sitting counts that was begun first. A paper of another edition asked something else, so it is left out.
 * @returns yields the share that is done, 0 to 1
 */
export function* analyseClass(
	given: GivenAssignment,
	results: readonly ReceivedResult[]
): Generator<number, ClassAnalysis> {
	const mark = createMarker(given);
	const first = firstSittings(results);
	const sittings: AnalysedSitting[] = [];
	for (const [index, { sender, result }] of first.entries()) {
		const marked = mark(result);
		if (!marked.isOtherEdition) sittings.push(toSitting(marked, sender));
		if (index % STEP === STEP - 1) yield (MARKING_SHARE * (index + 1)) / first.length;
	}
	const work = analyseTest(
		sittings,
		given.set.items.map((item) => toAnalysedItem(item, given.remarks))
	);
	let step = work.next();
	while (step.done !== true) {
		yield MARKING_SHARE + (1 - MARKING_SHARE) * step.value;
		step = work.next();
	}
	return { ...step.value, repeats: results.length - first.length, otherEdition: first.length - sittings.length };
}

function firstSittings(results: readonly ReceivedResult[]): ReceivedResult[] {
	const firsts = new Map<string, ReceivedResult>();
	const names = new Map<string, AssignmentResult>();
	for (const received of results) {
		const { sender, result } = received;
		const held = firsts.get(sender);
		if (held === undefined || result.sitting < held.result.sitting) firsts.set(sender, received);
		const named = names.get(sender);
		if (named === undefined || result.sitting > named.sitting) names.set(sender, result);
	}
	const learners = new Map<string, ReceivedResult>();
	for (const received of firsts.values()) {
		const { sender } = received;
		const name = foldName(names.get(sender)?.name ?? '');
		// A name begins with no space; without a name there is only the device to go by.
		const learner = name === '' ? ` ${sender}` : name;
		const held = learners.get(learner);
		if (held === undefined || isBefore(received, held)) learners.set(learner, received);
	}
	return [...learners.values()];
}

/** Two that begin in one millisecond are told apart by their devices, in whatever order they came. */
function isBefore(a: ReceivedResult, b: ReceivedResult): boolean {
	return a.result.startedAt === b.result.startedAt ? a.sender < b.sender : a.result.startedAt < b.result.startedAt;
}
