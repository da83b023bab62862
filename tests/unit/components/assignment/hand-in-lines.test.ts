import { describe, expect, it } from 'vitest';
import { handInLines } from '$lib/components/assignment/hand-in-lines';
import { resultRow } from '../../../storage/assignments';

const none = { count: 0, ms: 0 };
const plain = { ...resultRow().result, away: none };
const response = { type: 'boolean', value: true } as const;

describe('what a result says besides the answers', () => {
	it('is nothing where nothing else is sent', () => {
		expect(handInLines(plain)).toEqual([]);
	});

	it('names everything else that travels: times, confidence, tries, rulings and reports', () => {
		const answers = [
			{ response, tookMs: 1, confidence: 'sure', misses: 1, overruled: true, report: 'No map' },
			{ response, tookMs: 1, report: 'Unclear' },
			null
		] as const;
		const odd = { lateMs: 60_000, timedOut: true, away: { count: 1, ms: 5000 }, paused: { count: 2, ms: 60_000 } };
		expect(handInLines({ ...plain, ...odd, answers })).toEqual([
			'Handed in 1 minute late.',
			'Time ran out.',
			'The app was left once, 5 seconds in all.',
			'Paused 2 times, 1 minute in all.',
			'How sure you said you were.',
			'Wrong tries before an answer.',
			'Which typed answers you counted as right yourself.',
			'What you reported of 2 questions.'
		]);
	});
});
