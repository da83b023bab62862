import { describe, expect, it } from 'vitest';
import { giveMissReason } from '../../../src/lib/domain/miss-reason';
import { attemptAt } from './quiz-items';

const finished = { ...attemptAt([3, 5]), finishedAt: 50, answers: [{ response: null, tookMs: 7 }, null] };

describe('giveMissReason', () => {
	it('notes the reason beside the answer, changes it and takes it back', () => {
		const given = giveMissReason(finished, 0, 'slip', 60);
		expect(given.answers[0]).toEqual({ response: null, tookMs: 7, missReason: 'slip' });
		expect(giveMissReason(given, 0, 'misread', 61).answers[0]).toMatchObject({ missReason: 'misread' });
		expect(giveMissReason(given, 0, null, 61).answers).toEqual(finished.answers);
	});

	it('takes a question that was never shown too', () => {
		expect(giveMissReason(finished, 1, 'never-knew', 60).answers[1]).toEqual({
			response: null,
			tookMs: 0,
			missReason: 'never-knew'
		});
	});

	it('makes the later copy hold, even when the clock was set back', () => {
		const given = giveMissReason(finished, 0, 'slip', 60);
		expect(given.correctedAt).toBe(60);
		expect(giveMissReason(given, 0, 'misread', 10).correctedAt).toBe(61);
	});

	it('knows no reasons before the end', () => {
		expect(() => giveMissReason({ ...finished, finishedAt: null }, 0, 'slip', 60)).toThrow();
	});
});
