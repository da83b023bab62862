import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checksumOf } from '$lib/storage/checksum';
import type { LogReply, LogRequest, LogTask } from '$lib/workers/log-request';

const posted: LogReply[] = [];
const reported: unknown[] = [];
let receive: (message: { readonly data: LogRequest }) => void = () => undefined;

beforeAll(async () => {
	vi.stubGlobal('self', {
		addEventListener: (_: string, listener: typeof receive) => (receive = listener),
		postMessage: (reply: LogReply) => posted.push(reply)
	});
	vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
	await import('$lib/workers/log.worker');
});

afterAll(() => vi.unstubAllGlobals());

/** @returns what the page is told of a task: a reply, or a bug */
async function told(task: LogTask): Promise<unknown> {
	posted.length = reported.length = 0;
	receive({ data: { id: 1, device: 'phone', task } });
	await vi.waitFor(() => expect(posted.length + reported.length).toBe(1));
	return posted[0] ?? reported[0];
}

describe('the worker of the log', () => {
	it('says so when the browser cannot read a file', async () => {
		const file = new Blob();
		file.text = () => Promise.reject(new DOMException('It was moved', 'NotReadableError'));
		const value = { ok: false, error: { kind: 'unreachable' } };
		expect(await told({ kind: 'read-backup', file })).toEqual({ kind: 'done', id: 1, value });
	});

	it('says what is in a backup', async () => {
		const lists = { events: [], blocks: [], parameters: [], sets: [], attempts: [], given: [], results: [], taken: [] };
		const body = { app: 'backstory', format: 3, exportedAt: 5, device: 'old', ...lists, settings: {} };
		const file = new Blob([JSON.stringify({ ...body, checksum: await checksumOf(body) })]);
		const value = { ok: true, value: { exportedAt: 5, answers: 0, setIds: [] } };
		expect(await told({ kind: 'read-backup', file })).toEqual({ kind: 'done', id: 1, value });
	});

	it('leaves no page waiting when something goes wrong in it', async () => {
		vi.spyOn(posted, 'push').mockImplementationOnce(() => {
			throw new Error('A bug');
		});
		expect(await told({ kind: 'read-backup', file: new Blob() })).toEqual(new Error('A bug'));
	});
});
