/**
 * Keeps the screen on while somebody thinks about a question, where the browser can.
 * @returns lets the screen sleep again
 */
export function keepAwake(): () => void {
	let lock: Promise<WakeLockSentinel | null> = Promise.resolve(null);
	const hold = () => {
		// The browser lets go by itself whenever the page is hidden.
		if (document.visibilityState === 'visible') lock = request();
	};
	hold();
	document.addEventListener('visibilitychange', hold);
	return () => {
		document.removeEventListener('visibilitychange', hold);
		void lock.then((held) => held?.release());
	};
}

async function request(): Promise<WakeLockSentinel | null> {
	// Absent in older browsers, whatever the types say.
	const { wakeLock } = navigator as { readonly wakeLock?: WakeLock };
	try {
		return (await wakeLock?.request('screen')) ?? null;
	} catch {
		// Battery saver or policy: the quiz works, the screen may dim.
		return null;
	}
}
