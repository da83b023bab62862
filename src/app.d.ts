/// <reference types="@vite-pwa/sveltekit" />

declare global {
	/** True in the right-to-left pseudo-localised build that the tests use. */
	const __BACKSTORY_PSEUDO__: boolean;
}

export {};
