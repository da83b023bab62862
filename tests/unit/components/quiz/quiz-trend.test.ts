import { expect, it } from 'vitest';
import { trendsOf } from '../../../../src/lib/components/quiz/quiz-trend';

const quiz = (setId: string, right: number | null, count = 10) => ({ setId, title: setId.toUpperCase(), right, count });

it('shows the share right of a set from its first quiz to its last', () => {
	const latestFirst = [quiz('a', 9), quiz('b', 1), quiz('a', null), quiz('a', 6), quiz('a', 1, 2)];
	expect(trendsOf(latestFirst)).toEqual([{ setId: 'a', title: 'A', shares: [0.5, 0.6, 0.9] }]);
});

it('calls two quizzes no trend, and leaves out those without questions or without a set', () => {
	expect(trendsOf([])).toEqual([]);
	expect(trendsOf([quiz('a', 1), quiz('a', 2), quiz('a', null), quiz('a', 0, 0)])).toEqual([]);
});
