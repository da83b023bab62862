import { createContext } from 'svelte';
import { Home } from './home.svelte';
import { Pwa } from './pwa.svelte';

/** What all screens share. Created once, in the root layout. */
export class App {
	readonly home = new Home();
	readonly pwa = new Pwa();
}

export const [getApp, setApp] = createContext<App>();
