import type { ClassAnalysis } from '$lib/domain/analysis/analyse-class';
import { toQuestions, type AnalysedQuestion } from '$lib/domain/analysis/analysed-question';
import type { Result } from '$lib/domain/result';
import { readGiven } from '$lib/storage/given-store';
import type { GivenRow } from '$lib/storage/rows';
import type { StorageError } from '$lib/storage/storage-error';
import { now } from './clock';
import type { DatabaseAccess } from './database.svelte';

/** What the analysis screen shows of one assignment. */
export class AnalysisDesk {
	readonly #database: DatabaseAccess;
	#phase = $state<'loading' | 'missing' | 'empty' | 'ready' | 'failed'>('loading');
	#share = $state(0);
	#given = $state.raw<GivenRow | null>(null);
	#analysis = $state.raw<ClassAnalysis | null>(null);
	#problem = $state.raw<StorageError | null>(null);

	readonly questions: readonly AnalysedQuestion[] = $derived.by(() =>
		this.#given === null || this.#analysis === null ? [] : toQuestions(this.#given.set, this.#analysis)
	);

	constructor(database: DatabaseAccess) {
		this.#database = database;
	}

	get phase() {
		return this.#phase;
	}
	/** How far the work is, 0 to 1. */
	get share(): number {
		return this.#share;
	}
	get given(): GivenRow | null {
		return this.#given;
	}
	get analysis(): ClassAnalysis | null {
		return this.#analysis;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}

	/** Reads an assignment and has its results analysed. */
	async load(id: string): Promise<void> {
		// The worker reads by itself what it needs, so it does not wait for the page.
		const running = import('./run-analysis').then(({ runAnalysis }) =>
			runAnalysis(id, (share) => (this.#share = share))
		);
		try {
			const [given, analysis] = await Promise.all([this.#read(id), running]);
			if (!given.ok) {
				this.#fail(given.error);
				return;
			}
			this.#given = given.value;
			if (analysis.ok) this.#show(given.value === null ? null : analysis.value);
			else this.#fail(analysis.error);
		} catch (thrown) {
			this.#phase = 'failed';
			throw thrown;
		}
	}

	/** Saves the numbers as a file for spreadsheets. @returns its name */
	async save(): Promise<string> {
		const [{ analysisToCsv }, { saveFile }] = await Promise.all([
			import('$lib/interop/analysis-csv'),
			import('./save-file')
		]);
		const name = `backstory-questions-${new Date(now()).toISOString().slice(0, 10)}.csv`;
		saveFile(new Blob([analysisToCsv(this.questions)], { type: 'text/csv' }), name);
		return name;
	}

	async #read(id: string): Promise<Result<GivenRow | null, StorageError>> {
		const db = await this.#database.open();
		return db.ok ? readGiven(db.value, id) : db;
	}

	/** @param analysis null where there is no such assignment, perhaps because another tab has just deleted it */
	#show(analysis: ClassAnalysis | null): void {
		this.#analysis = analysis;
		if (analysis === null) this.#phase = 'missing';
		else this.#phase = analysis.test.learners === 0 ? 'empty' : 'ready';
	}

	#fail(problem: StorageError): void {
		this.#problem = problem;
		this.#phase = 'failed';
	}
}
