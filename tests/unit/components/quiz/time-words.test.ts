import { expect, it } from 'vitest';
import { timeInWords } from '../../../../src/lib/components/quiz/time-words';

it('says a length of time in its two largest units, and in one from ten on', () => {
	const [second, minute, hour] = [1_000, 60_000, 3_600_000];
	expect(
		[0, 400, 59 * second, minute, 90 * second, 10 * minute + 30 * second, 59 * minute, hour, 90 * minute].map(
			timeInWords
		)
	).toEqual([
		'0 seconds',
		'0 seconds',
		'59 seconds',
		'1 minute',
		'1 minute 30 seconds',
		'10 minutes',
		'59 minutes',
		'1 hour',
		'1 hour 30 minutes'
	]);
	expect([26 * hour, 7 * 24 * hour, 263 * hour].map(timeInWords)).toEqual(['1 day 2 hours', '7 days', '10 days']);
	expect(timeInWords(-second)).toBe('0 seconds');
});
