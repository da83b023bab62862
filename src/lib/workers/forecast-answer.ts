import type { SetCost } from '$lib/domain/plan/cost-of-set';
import { costOfSet } from '$lib/domain/plan/cost-of-set';
import type { ForecastDay, Progress } from '$lib/domain/plan/forecast';
import { forecast } from '$lib/domain/plan/forecast';
import type { BacklogPlan } from '$lib/domain/plan/plan-backlog';
import { planBacklog } from '$lib/domain/plan/plan-backlog';
import type { ExamError, ExamPlan } from '$lib/domain/plan/plan-exam';
import { planExam } from '$lib/domain/plan/plan-exam';
import type { Result } from '$lib/domain/result';
import { err, ok } from '$lib/domain/result';
import type { ForecastRequest, RequestError } from './forecast-request';
import { parseForecastRequest } from './forecast-request';

/** What each task comes to. */
export type ForecastValue =
	| { readonly task: 'forecast'; readonly days: readonly ForecastDay[] }
	| { readonly task: 'exam'; readonly plan: ExamPlan }
	| { readonly task: 'backlog'; readonly plan: BacklogPlan }
	| { readonly task: 'set-cost'; readonly cost: SetCost };

export type ForecastResult = Result<ForecastValue, RequestError | ExamError>;

/** A message from the worker. After `ended` it answers nothing any more: a request posted since needs a new worker. */
export type ForecastMessage =
	| { readonly kind: 'progress'; readonly id: number; readonly share: number }
	| { readonly kind: 'done'; readonly id: number; readonly result: ForecastResult }
	| { readonly kind: 'ended' };

/**
 * Answers a message, all at once: to cancel, end the worker.
 * @param post called with the progress, then with the result
 * @throws when the message has no id to answer to: messages are made here, so that is a bug
 */
export function answerForecast(message: unknown, post: (message: ForecastMessage) => void): void {
	if (typeof message !== 'object' || message === null) throw new TypeError('Not a message.');
	const fields = { ...message } as Record<string, unknown>;
	const { id } = fields;
	if (typeof id !== 'number') throw new TypeError('A message without an id.');
	const request = parseForecastRequest(id, fields);
	const progress: Progress = (share) => post({ kind: 'progress', id, share });
	post({ kind: 'done', id, result: request.ok ? carryOut(request.value, progress) : err(request.error) });
}

function carryOut(request: ForecastRequest, progress: Progress): ForecastResult {
	const { learner, seed, task } = request;
	switch (task) {
		case 'forecast':
			return ok({ task, days: forecast(request.start, learner, seed, progress) });
		case 'exam': {
			const plan = planExam(request.start, request.minutes, learner, seed, undefined, progress);
			return plan.ok ? ok({ task, plan: plan.value }) : plan;
		}
		case 'backlog': {
			const { cards, today, minutes } = request;
			return ok({ task, plan: planBacklog(cards, today, minutes, learner, seed, undefined, progress) });
		}
		case 'set-cost':
			return ok({ task, cost: costOfSet(request.cards, request.freshPerDay, learner, seed, progress) });
	}
}
