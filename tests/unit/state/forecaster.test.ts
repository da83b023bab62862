import { describe, expect, it } from 'vitest';
import { Forecaster, type WorkerLike } from '$lib/state/forecaster';
import { AVERAGE } from '../domain/plan/plan-learner';

const TASK = { task: 'set-cost', cards: 10, freshPerDay: 5 } as const;

/** A worker that does what the test says. */
class FakeWorker extends EventTarget implements WorkerLike {
	readonly heard: { id: number }[] = [];
	isTerminated = false;
	postMessage(message: { id: number }): void {
		this.heard.push(message);
	}
	terminate(): void {
		this.isTerminated = true;
	}
	say(data: unknown): void {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}
	break(message: string): void {
		this.dispatchEvent(Object.assign(new Event('error'), { message }));
	}
}

function newForecaster() {
	const workers: FakeWorker[] = [];
	const forecaster = new Forecaster(() => {
		const worker = new FakeWorker();
		workers.push(worker);
		return worker;
	});
	const workerAt = (index: number): FakeWorker => {
		const worker = workers[index];
		if (worker === undefined) throw new Error(`No worker ${index}`);
		return worker;
	};
	return { forecaster, workers, workerAt };
}

describe('Forecaster', () => {
	it('gives each question its own answer and progress, in whatever order they come', async () => {
		const { forecaster, workers, workerAt } = newForecaster();
		const shares: number[] = [];
		const first = forecaster.ask(TASK, AVERAGE, (share) => shares.push(share));
		const second = forecaster.ask(TASK, AVERAGE);
		workerAt(0).say({ kind: 'progress', id: 1, share: 0.5 });
		workerAt(0).say({ kind: 'done', id: 2, result: { ok: true, value: 'second' } });
		workerAt(0).say({ kind: 'done', id: 1, result: { ok: true, value: 'first' } });
		expect(await Promise.all([first, second])).toEqual([
			{ ok: true, value: 'first' },
			{ ok: true, value: 'second' }
		]);
		expect(shares).toEqual([0.5]);
		expect(workers).toHaveLength(1);
	});

	it('asks a new worker what the old one ended without answering', async () => {
		const { forecaster, workerAt } = newForecaster();
		const answer = forecaster.ask(TASK, AVERAGE);
		workerAt(0).say({ kind: 'ended' });
		expect(workerAt(1).heard).toEqual(workerAt(0).heard);
		workerAt(1).say({ kind: 'done', id: 1, result: { ok: true, value: 'late' } });
		expect(await answer).toEqual({ ok: true, value: 'late' });
	});

	it('starts no worker when the old one ends with nothing to do', () => {
		const { forecaster, workers, workerAt } = newForecaster();
		void forecaster.ask(TASK, AVERAGE);
		workerAt(0).say({ kind: 'done', id: 1, result: { ok: true, value: 0 } });
		workerAt(0).say({ kind: 'ended' });
		expect(workers).toHaveLength(1);
	});

	it('answers null to what is cancelled, and takes no notice of the old worker any more', async () => {
		const { forecaster, workerAt } = newForecaster();
		const cancelled = forecaster.ask(TASK, AVERAGE);
		forecaster.cancel();
		expect(await cancelled).toBeNull();
		expect(workerAt(0).isTerminated).toBe(true);
		const next = forecaster.ask(TASK, AVERAGE);
		workerAt(0).say({ kind: 'done', id: 2, result: { ok: true, value: 'old' } });
		workerAt(1).say({ kind: 'done', id: 2, result: { ok: true, value: 'new' } });
		expect(await next).toEqual({ ok: true, value: 'new' });
	});

	it('passes on that the worker failed', async () => {
		const { forecaster, workerAt } = newForecaster();
		const answer = forecaster.ask(TASK, AVERAGE);
		workerAt(0).break('out of memory');
		await expect(answer).rejects.toThrow('out of memory');
	});
});
