import type { Result } from '$lib/domain/result';
import type { StorageError } from '$lib/storage/storage-error';
import type { App } from './app.svelte';
import type { MemoryWatch } from './memory-watch';
import type { StudyStorage } from './study-storage';

/** Opens what a session reads and writes, with a watch on what becomes of it. @returns any storage error */
export async function openStudyStorage(app: App, watch: MemoryWatch): Promise<Result<StudyStorage, StorageError>> {
	watch.begin();
	const { StudyStorage } = await import('./study-storage');
	return StudyStorage.open(app.database);
}
