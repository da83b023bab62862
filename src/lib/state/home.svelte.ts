import type { EpochMs, StudyDay } from '$lib/domain/units';
import { NO_PLAN, readHomeSummary, type HomeDue, type HomePlan, type HomeSummary } from '$lib/storage/home-summary';
import banks from 'virtual:banks';
import { now, studyDayOf } from './clock';
import { dueAt } from './due-at';
import type { DatabaseAccess } from './database.svelte';
import type { Preferences } from './preferences.svelte';

/** Works out what the plan in force asks, unless what was worked out before still holds. */
type Planning = (at: EpochMs, before: HomePlan) => Promise<HomePlan>;

/**
 * What the home screen shows. It starts from a small copy in localStorage, so that it is there at once, and is brought
 * up to date from the database when there is time.
 */
export class Home {
	readonly #database: DatabaseAccess;
	readonly #preferences: Preferences;
	readonly #planning: Planning;
	#summary = $state.raw<HomeSummary | null>(null);
	#at = $state.raw<EpochMs>(0);
	#hasOpenQuiz = $state(false);

	constructor(database: DatabaseAccess, preferences: Preferences, planning: Planning) {
		this.#database = database;
		this.#preferences = preferences;
		this.#planning = planning;
	}

	/** Null on a first visit, and until `start`. */
	get summary(): HomeSummary | null {
		return this.#summary;
	}
	/** Whether there is a copy to start from; false while prerendering. */
	get isReturning(): boolean {
		return readStoredSummary() !== null;
	}
	get hasOpenQuiz(): boolean {
		return this.#hasOpenQuiz;
	}
	/** What waits today. */
	readonly due = $derived.by((): HomeDue => {
		const nothing = { learning: 0, reviews: 0, fresh: 0 };
		return this.#summary === null ? nothing : dueAt(this.#summary, this.#at, this.#preferences);
	});
	/** Whether more waits than a day's limit holds, as after a break, and nothing was planned about it yet. */
	readonly isBehind = $derived.by(() => {
		if (this.#preferences.current.plan?.kind === 'backlog') return false;
		const today = studyDayOf(this.#at);
		const due = (this.#summary?.dueByDay ?? []).filter(([day]) => day <= today);
		return due.reduce((sum, [, count]) => sum + count, 0) > this.#preferences.current.reviewsPerDay;
	});
	/** Due reviews of the three days after today. */
	readonly ahead = $derived.by((): readonly { readonly day: StudyDay; readonly count: number }[] => {
		const today = studyDayOf(this.#at);
		const counts = new Map(this.#summary?.dueByDay);
		return [1, 2, 3].map((days) => ({ day: today + days, count: counts.get(today + days) ?? 0 }));
	});

	/** Shows what is known at once; the rest follows when the browser is idle. A first visit loads nothing more. */
	start(): void {
		const begun = performance.now();
		this.#at = now();
		this.#summary = readStoredSummary();
		if (this.#summary !== null) performance.measure('backstory-counters', { start: begun });
		if (this.#summary === null) void this.#startWithoutCopy();
		else whenIdle(() => void this.refresh().then(() => this.#keepInOrder()));
	}

	/** Reads from the database what home shows, and keeps the copy. */
	async refresh(): Promise<void> {
		const { keepSummary, readHome } = await import('./home-reader');
		const opened = await this.#database.open();
		if (!opened.ok) return;
		const at = now();
		const isPlanned = this.#preferences.current.plan !== null;
		const plan = isPlanned ? await this.#planning(at, readStoredSummary() ?? NO_PLAN) : NO_PLAN;
		const read = await readHome(opened.value, {
			day: studyDayOf(at),
			bundled: banks.map(({ id, title, cards }) => ({ id, title, cards })),
			limits: this.#preferences.limits.sets,
			plan
		});
		if (!read.ok) return;
		this.#hasOpenQuiz = read.value.hasOpenQuiz;
		// Whoever took the only answer back has still been here.
		if (!read.value.begun && this.#summary === null && !this.isReturning) return;
		this.#summary = read.value.summary;
		this.#at = at;
		keepSummary(this.#summary, this.#preferences, at);
	}

	async #keepInOrder(): Promise<void> {
		const { keepLogInOrder } = await import('./upkeep.svelte');
		await keepLogInOrder(this.#database);
	}

	/** The copy may be gone while the database is not, and a teacher who never studied has none. */
	async #startWithoutCopy(): Promise<void> {
		if (!(await this.#database.mayHoldData())) return;
		await this.refresh();
		whenIdle(() => void this.#keepInOrder());
	}
}

function readStoredSummary(): HomeSummary | null {
	try {
		return readHomeSummary(localStorage);
	} catch {
		return null;
	}
}

function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 });
	else setTimeout(work, 300);
}
