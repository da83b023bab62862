export type StorageStatus = {
	/** Whether the browser has promised not to clear this site's data by itself; null when it does not tell. */
	readonly persisted: boolean | null;
	readonly usageBytes: number | null;
	readonly quotaBytes: number | null;
};

type Manager = Partial<Pick<StorageManager, 'persisted' | 'persist' | 'estimate'>>;

/** Asks how safe and how full this site's storage is. Whatever the browser does not tell is null. */
export async function storageStatus(manager: Manager | undefined = browserManager()): Promise<StorageStatus> {
	const [persisted, estimate] = await Promise.all([
		quietly(() => manager?.persisted?.()),
		quietly(() => manager?.estimate?.())
	]);
	return {
		persisted: persisted ?? null,
		usageBytes: estimate?.usage ?? null,
		quotaBytes: estimate?.quota ?? null
	};
}

/** Asks the browser to keep this site's data; some browsers then ask the learner. @returns whether it will */
export async function askToPersist(manager: Manager | undefined = browserManager()): Promise<boolean> {
	return (await quietly(() => manager?.persist?.())) ?? false;
}

function browserManager(): Manager | undefined {
	// Absent on pages without a secure context, whatever the types say.
	return (navigator as { readonly storage?: StorageManager }).storage;
}

/** A browser that refuses to answer counts as one that cannot: there is nothing a learner could do about it. */
async function quietly<T>(ask: () => Promise<T> | undefined): Promise<T | null> {
	try {
		return (await ask()) ?? null;
	} catch {
		return null;
	}
}
