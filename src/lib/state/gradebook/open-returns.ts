import { ok, type Result } from '$lib/domain/result';
import { openResult, type OpenResultError } from '$lib/share/result-link';
import type { BackstoryDatabase } from '$lib/storage/database';
import { listGiven } from '$lib/storage/given-store';
import { resultId } from '$lib/storage/result-parser';
import { addResults, type IncomingResult, type IntakeOutcome } from '$lib/storage/results-store';
import type { StorageError } from '$lib/storage/storage-error';
import { now } from '../clock';
import { createBreather } from './breathe';

/** Why a text that came back is of no use: what the link itself lacks, or that what it holds can't be kept. */
export type ReturnProblem = OpenResultError['kind'];

/** What became of one text. */
export type Returned =
	| {
			readonly kind: 'taken';
			readonly outcome: Exclude<IntakeOutcome, 'unreadable'>;
			readonly assignment: string;
			/** Of the assignment. */
			readonly title: string;
			readonly name: string;
			readonly id: string;
	  }
	| { readonly kind: 'problem'; readonly problem: ReturnProblem; readonly text: string };

/**
 * Opens results and stores those that are for an assignment given here. Nothing is kept of the others.
 * @param texts each a fragment, an address or a message with one
 * @param onopened told after each one how many are done
 * @returns what became of each, in their order; any storage error
 */
export async function openReturns(
	db: BackstoryDatabase,
	texts: readonly string[],
	onopened: (done: number) => void = () => undefined
): Promise<Result<Returned[], StorageError>> {
	const listed = await listGiven(db);
	if (!listed.ok) return listed;
	const given = listed.value.map(({ assignment, set, keyPairs }) => ({ assignment, items: set.items, keyPairs }));
	const titles = new Map(listed.value.map(({ id, assignment }) => [id, assignment.title]));
	const breathe = createBreather();
	const opened: (IncomingResult | { readonly problem: ReturnProblem })[] = [];
	for (const text of texts) {
		const one = await openResult(text, given);
		if (one.ok) {
			const { assignment, sender, result } = one.value;
			opened.push({ assignment, sender, receivedAt: now(), result });
		} else opened.push({ problem: one.error.kind });
		onopened(opened.length);
		await breathe();
	}
	const incoming = opened.filter((one) => 'result' in one);
	const stored = await addResults(db, incoming);
	if (!stored.ok) return stored;
	const outcomes = stored.value[Symbol.iterator]();
	return ok(
		opened.map((one, index): Returned => {
			const text = texts[index] ?? '';
			if ('problem' in one) return { kind: 'problem', problem: one.problem, text };
			const outcome = outcomes.next().value ?? 'unreadable';
			if (outcome === 'unreadable') return { kind: 'problem', problem: 'invalid', text };
			const { assignment, result } = one;
			return {
				kind: 'taken',
				outcome,
				assignment,
				title: titles.get(assignment) ?? '',
				name: result.name,
				id: resultId(one)
			};
		})
	);
}
