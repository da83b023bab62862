import type { Learner } from '$lib/domain/plan/learner';
import type { ForecastMessage, ForecastResult } from '$lib/workers/forecast-answer';
import type { ForecastRequest, ForecastTask } from '$lib/workers/forecast-request';
import { parseForecastMessage } from '$lib/workers/parse-forecast-message';

/** As much of a worker as is used here, so that a test can stand in for one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

type Waiting = {
	readonly request: ForecastRequest;
	readonly onprogress: (share: number) => void;
	readonly settle: (result: ForecastResult | null) => void;
	readonly fail: (error: Error) => void;
};

/** The same question has the same answer each time it is asked. */
const SEED = 1;

/** Asks the forecast's worker, which is started when it is needed and ends by itself when nobody asks any more. */
export class Forecaster {
	readonly #start: () => WorkerLike;
	readonly #waiting = new Map<number, Waiting>();
	#worker: WorkerLike | null = null;
	#lastId = 0;

	constructor(start: () => WorkerLike) {
		this.#start = start;
	}

	/**
	 * @param onprogress is told the share that is done, 0 to 1
	 * @returns null when it was cancelled
	 * @throws when the worker does
	 */
	ask(
		task: ForecastTask,
		learner: Learner,
		onprogress: (share: number) => void = () => undefined
	): Promise<ForecastResult | null> {
		this.#lastId += 1;
		const request = { ...task, id: this.#lastId, learner, seed: SEED };
		return new Promise((settle, fail) => {
			this.#waiting.set(request.id, { request, onprogress, settle, fail });
			this.#worker ??= this.#begin();
			this.#worker.postMessage(request);
		});
	}

	/** Stops whatever is being worked out: its answers are null. */
	cancel(): void {
		this.#worker?.terminate();
		this.#worker = null;
		const stopped = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const { settle } of stopped) settle(null);
	}

	#begin(): WorkerLike {
		const worker = this.#start();
		worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (worker === this.#worker) this.#hear(data);
		});
		worker.addEventListener('error', ({ message }) => {
			if (worker === this.#worker) this.#fail(message);
		});
		return worker;
	}

	#hear(data: unknown): void {
		const message = parseForecastMessage(data);
		if (message === null) this.#fail('Not a message.');
		else if (message.kind === 'ended') this.#goOn();
		else this.#take(message);
	}

	#take(message: Exclude<ForecastMessage, { kind: 'ended' }>): void {
		const waiting = this.#waiting.get(message.id);
		if (message.kind === 'progress') {
			waiting?.onprogress(message.share);
			return;
		}
		this.#waiting.delete(message.id);
		waiting?.settle(message.result);
	}

	/** What was asked in the moment in which the worker ended is asked again. */
	#goOn(): void {
		this.#worker = null;
		if (this.#waiting.size === 0) return;
		this.#worker = this.#begin();
		for (const { request } of this.#waiting.values()) this.#worker.postMessage(request);
	}

	#fail(reason: string): void {
		const failed = [...this.#waiting.values()];
		this.#waiting.clear();
		this.#worker?.terminate();
		this.#worker = null;
		for (const { fail } of failed) fail(new Error(`The forecast failed: ${reason}`));
	}
}
