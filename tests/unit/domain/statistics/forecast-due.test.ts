import { describe, expect, it } from 'vitest';
import { forecastDue } from '$lib/domain/statistics/forecast-due';
import { cardColumns } from './columns';

describe('forecastDue', () => {
	it('puts overdue cards on today and leaves out what is set aside or lies beyond', () => {
		const columns = cardColumns(
			{ card: 'a.1.1', dueDay: 90 },
			{ card: 'a.2.1', dueDay: 100 },
			{ card: 'a.3.1', dueDay: 102 },
			{ card: 'a.4.1', dueDay: 102, suspended: true },
			{ card: 'a.5.1', dueDay: 103 }
		);
		expect([...forecastDue(columns, 100, 3)]).toEqual([2, 0, 1]);
	});
});
