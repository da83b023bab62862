import type { App } from './app.svelte';

/** What a person chose on one screen for the screen that opens it: pasted text or a file. */
export type HandedOver = string | File;

const waiting = new WeakMap<App, HandedOver>();

/** Leaves something for the screen that opens links. */
export function handOver(app: App, what: HandedOver): void {
	waiting.set(app, what);
}

/** @returns what was left, once */
export function takeHandedOver(app: App): HandedOver | null {
	const what = waiting.get(app) ?? null;
	waiting.delete(app);
	return what;
}
