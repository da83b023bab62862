import { describe, expect, it } from 'vitest';
import { answersToCsv, cardsToCsv } from '$lib/interop/learning-csv';
import { answers, cardColumns } from '../domain/statistics/columns';

describe('answersToCsv', () => {
	it('has one line for each answer, reviews with a rating and quiz answers with right or wrong', () => {
		const lines = [...answersToCsv(answers(['a.1.1', 20_000, 3, 4], ['a.2.1', 20_001, 5, 6]))].join('').split('\r\n');
		expect(lines).toEqual([
			'\uFEFFcard,answered_at,study_day,kind,rating,correct,took_ms',
			'a.1.1,2024-10-04T00:00:00.000Z,2024-10-04,review,3,,4000',
			'a.2.1,2024-10-05T00:00:00.001Z,2024-10-05,quiz,,false,6000',
			''
		]);
	});

	it('comes in parts that together hold every answer', () => {
		const rows = Array.from({ length: 10_001 }, () => ['a.1.1', 20_000, 3] as const);
		const parts = [...answersToCsv(answers(...rows))];
		expect(parts.length).toBe(4);
		expect(parts.join('').match(/\r\n/g)?.length).toBe(10_002);
	});
});

describe('cardsToCsv', () => {
	it('gives state and question, and nothing for what a card does not have', () => {
		const columns = cardColumns(
			{ card: 'a.1.1', stability: 12.34567, difficulty: 5, dueDay: 20_010, lastDay: 20_000, reviews: 3, lapses: 1 },
			{ card: 'a.2.1', reviews: 0, dueDay: 20_000, suspended: true }
		);
		const label = { set: 'A set', topic: 'Places', question: '=Where, exactly?' };
		const lines = [...cardsToCsv(columns, (card) => (card === 'a.1.1' ? label : null))].join('').split('\r\n');
		expect(lines[1]).toBe(`a.1.1,A set,Places,"'=Where, exactly?",review,12.3457,5,2024-10-14,2024-10-04,3,1,false`);
		expect(lines[2]).toBe('a.2.1,,,,new,,,2024-10-04,,0,0,true');
	});
});
