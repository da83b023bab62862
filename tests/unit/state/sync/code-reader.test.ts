import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseAccess } from '../../../../src/lib/state/database.svelte';
import { packCodes } from '../../../../src/lib/state/sync/code-cargo';
import { CodeReader } from '../../../../src/lib/state/sync/code-reader.svelte';
import { memoryStore, review } from '../../../storage/support';

beforeEach(() => vi.stubGlobal('sessionStorage', memoryStore()));

afterEach(() => vi.unstubAllGlobals());

it('codes that were read outlive a failure to store them, but not the wish to begin anew', async () => {
	const events = Array.from({ length: 99 }, (_, seq) => ({ ...review({ at: seq * 7 }), device: 'phone', seq }));
	const { codes } = await packCodes({ events, blocks: [], parameters: [] }, null);
	// There is no database here to store anything in.
	const open = () => new CodeReader(new DatabaseAccess(() => Promise.resolve()), () => undefined);
	const first = open();
	await first.readAll(codes?.join('\n') ?? '');
	expect(first.step).toEqual({ kind: 'failed', error: { kind: 'denied' } });
	first.pause();
	const second = open();
	await second.start();
	expect(second.step.kind).toBe('failed');
	second.restart();
	const third = open();
	await third.start();
	expect(third.step).toEqual({ kind: 'waiting' });
});
