import { weekProgress, type WeekProgress } from '$lib/domain/statistics/weekly-goal';
import type { StudyDay } from '$lib/domain/units';
import type { StorageError } from '$lib/storage/storage-error';
import type { TestedForecasts } from '$lib/workers/test-forecasts';
import type { App } from './app.svelte';
import { now, studyDayOf } from './clock';
import type { LogWorker } from './log-worker';
import type { LookAlikesRead } from './look-alike-reader';
import type { StatisticsRead } from './statistics-reader';

export type CsvKind = 'answers' | 'cards';

/** How far holding past forecasts against what happened has come. */
export type ForecastTest =
	| { readonly kind: 'asleep' }
	| { readonly kind: 'running'; readonly share: number }
	| { readonly kind: 'done'; readonly tested: TestedForecasts }
	| { readonly kind: 'failed' };

/** What the statistics screen shows. */
export class StatisticsDesk {
	readonly #app: App;
	#phase = $state<'loading' | 'empty' | 'ready' | 'failed'>('loading');
	#problem = $state.raw<StorageError | null>(null);
	#read = $state.raw<StatisticsRead | null>(null);
	#today = $state.raw<StudyDay>(0);
	#saved = $state.raw<{ readonly name: string } | null>(null);
	#test = $state.raw<ForecastTest>({ kind: 'asleep' });
	#tester: LogWorker | null = null;
	#alike = $state.raw<LookAlikesRead | null>(null);

	/** This week and the ones before, measured against the goal that is set now. */
	readonly week: WeekProgress | null = $derived.by(() => {
		if (this.#read === null) return null;
		return weekProgress(this.#read.statistics.daily, this.goal, this.#today);
	});

	constructor(app: App) {
		this.#app = app;
	}

	get phase() {
		return this.#phase;
	}
	get problem(): StorageError | null {
		return this.#problem;
	}
	get read(): StatisticsRead | null {
		return this.#read;
	}
	get today(): StudyDay {
		return this.#today;
	}
	/** Days of study a week. */
	get goal(): number {
		return this.#app.preferences.current.weeklyGoal;
	}
	/** The file that was saved last. */
	get saved(): { readonly name: string } | null {
		return this.#saved;
	}
	get test(): ForecastTest {
		return this.#test;
	}
	/** Null until they were looked for. */
	get alike(): LookAlikesRead | null {
		return this.#alike;
	}

	async start(): Promise<void> {
		// For `npm run bench`, as the mark of the last picture.
		performance.mark('backstory-statistics-asked');
		const at = now();
		this.#today = studyDayOf(at);
		const reader = import('./statistics-reader');
		try {
			if (!(await this.#app.database.mayHoldData())) {
				this.#phase = 'empty';
				return;
			}
			const { readStatistics } = await reader;
			const read = await readStatistics(this.#app, { at, day: this.#today });
			this.#problem = read.ok ? null : read.error;
			this.#read = read.ok ? read.value : null;
			this.#phase = !read.ok ? 'failed' : read.value === null ? 'empty' : 'ready';
		} catch (thrown) {
			this.#phase = 'failed';
			throw thrown;
		}
	}

	/** Looks through quizzes for cards that were taken for each other: once all the rest is on the screen. */
	async findLookAlikes(): Promise<void> {
		const { readLookAlikes } = await import('./look-alike-reader');
		const read = await readLookAlikes(this.#app, now());
		this.#alike = read.ok ? read.value : null;
	}

	/** Simulates a year of study many times over: only once somebody looks at what comes of it. */
	async testForecasts(): Promise<void> {
		if (this.#test.kind !== 'asleep') return;
		this.#test = { kind: 'running', share: 0 };
		try {
			const { LogWorker } = await import('./log-worker');
			const tester = (this.#tester = new LogWorker());
			const tested = await tester.run({ kind: 'back-test' }, (share) => (this.#test = { kind: 'running', share }));
			this.#test = tested.ok ? { kind: 'done', tested: tested.value } : { kind: 'failed' };
		} catch (thrown) {
			this.#test = { kind: 'failed' };
			throw thrown;
		} finally {
			this.end();
		}
	}

	/** Leaves the screen: nobody waits for what is still being worked out. */
	end(): void {
		this.#tester?.end();
		this.#tester = null;
	}

	setGoal(days: number): Promise<boolean> {
		return this.#app.preferences.change({ weeklyGoal: days });
	}

	/** Saves all answers, or all cards with their states, as a file for spreadsheets. */
	async export(kind: CsvKind): Promise<void> {
		const { exportCsv } = await import('./export-csv');
		const saved = await exportCsv(this.#app, kind, now());
		this.#problem = saved.ok ? null : saved.error;
		this.#saved = saved.ok ? { name: saved.value } : null;
	}
}
