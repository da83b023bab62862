import { createContext } from 'svelte';
import { now } from './clock';
import { DatabaseAccess } from './database.svelte';
import { Home } from './home.svelte';
import { Library } from './library.svelte';
import { Preferences } from './preferences.svelte';
import { Pwa } from './pwa.svelte';

/** What all screens share. Created once, in the root layout. */
export class App {
	readonly database = new DatabaseAccess((db) => this.preferences.takeUp(db));
	readonly preferences: Preferences = new Preferences(this.database);
	readonly library = new Library(this.database);
	readonly home = new Home(this.database, this.preferences, async (at, before) => {
		const { planForHome } = await import('./plan-for-home');
		return planForHome(this, at, before);
	});
	readonly pwa: Pwa;
	/** Whether the page's controls answer: a prerendered page is on the screen a moment earlier. */
	isAlive = $state(false);

	/** @param isAtWork whether the screen is one that no update may interrupt */
	constructor(isAtWork: () => boolean) {
		this.pwa = new Pwa(isAtWork);
	}

	/** Asks the browser, once, not to clear the learner's data by itself. Called after the first session: there is something to keep. */
	async keepStorage(): Promise<void> {
		if (this.preferences.current.persistAskedAt !== null) return;
		const { askToPersist } = await import('$lib/storage/persistence');
		await askToPersist();
		await this.preferences.change({ persistAskedAt: now() });
	}
}

export const [getApp, setApp] = createContext<App>();
