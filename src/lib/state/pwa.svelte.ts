import { dev } from '$app/environment';
import { asset } from '$app/paths';
import type { Workbox } from 'workbox-window';
import { trustedScript } from './trusted-script';

/** Chromium's event for a deferred install offer; not in the DOM library. */
type InstallPromptEvent = Event & { prompt: () => Promise<unknown> };

const UPDATE_CHECK_MS = 60 * 60 * 1000;

/** Offline readiness, updates and installation. An update waits until the person asks for it. */
export class Pwa {
	#updateWaiting = $state(false);
	#offlineReady = $state(false);
	#canInstall = $state(false);
	#workbox: Workbox | undefined;
	#installOffer: InstallPromptEvent | undefined;
	#reloadDue = false;
	readonly #isAtWork: () => boolean;

	/** @param isAtWork whether the screen is one that no update may interrupt */
	constructor(isAtWork: () => boolean) {
		this.#isAtWork = isAtWork;
	}

	get updateWaiting(): boolean {
		return this.#updateWaiting;
	}
	/** True once everything the app needs is on the device. */
	get offlineReady(): boolean {
		return this.#offlineReady;
	}
	/** True when the browser can install by a button; elsewhere the way is explained in words. */
	get canInstall(): boolean {
		return this.#canInstall;
	}
	get installed(): boolean {
		return matchMedia('(display-mode: standalone)').matches;
	}

	/** Registers the service worker. Called when the page is idle: nothing on the first screen needs it. */
	async start(): Promise<void> {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault();
			this.#installOffer = event as InstallPromptEvent;
			this.#canInstall = true;
		});
		if (dev || !('serviceWorker' in navigator)) return;
		this.#offlineReady = navigator.serviceWorker.controller !== null;
		const { Workbox } = await import('workbox-window');
		const workbox = new Workbox(trustedScript(asset('/service-worker.js')), { updateViaCache: 'none' });
		workbox.addEventListener('waiting', () => (this.#updateWaiting = true));
		workbox.addEventListener('activated', () => (this.#offlineReady = true));
		// Another tab may have accepted the update: every tab then moves to the new version, once it is free to.
		workbox.addEventListener('controlling', (event) => {
			if (!event.isUpdate) return;
			this.#reloadDue = true;
			this.reloadIfDue();
		});
		try {
			await workbox.register();
		} catch {
			// Private windows of some browsers refuse service workers: the app works, just not offline, and says so in Settings.
			return;
		}
		this.#workbox = workbox;
		setInterval(() => void workbox.update().catch(ignoreOffline), UPDATE_CHECK_MS);
	}

	/** Moves this tab to a version that has taken over meanwhile; called when a screen is left. */
	reloadIfDue(): void {
		if (this.#reloadDue && !this.#isAtWork()) location.reload();
	}

	/** Applies a waiting update: the new version takes over and the page reloads. */
	acceptUpdate(): void {
		this.#workbox?.messageSkipWaiting();
	}

	async install(): Promise<void> {
		await this.#installOffer?.prompt();
		this.#installOffer = undefined;
		this.#canInstall = false;
	}
}

/** Looking for an update needs a network; without one the next hour will do. */
function ignoreOffline(): void {
	return;
}
