/// <reference types="@vite-pwa/sveltekit" />

declare global {
	/** True in the right-to-left pseudo-localised build that the tests use. */
	const __BACKSTORY_PSEUDO__: boolean;
	/** Whether this build lets learners connect a storage of their own (docs/hosting.md). */
	const __BACKSTORY_SYNC__: boolean;
	/** The storages it offers; keys are empty for those it does not. */
	const __BACKSTORY_STORAGES__: {
		readonly remoteStorage: boolean;
		readonly dropboxKey: string;
		readonly googleKey: string;
	};
}

export {};
