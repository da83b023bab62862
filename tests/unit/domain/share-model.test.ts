import { describe, expect, it } from 'vitest';
import { toSharedSet } from '$lib/domain/share-model';
import type { StudySet } from '$lib/domain/set';

const set: StudySet = {
	id: 'abc',
	title: 'Lines',
	lang: 'en',
	origin: 'own',
	revision: 2,
	addedAt: 1_000,
	topics: [{ id: 't', title: 'T' }],
	items: [
		{
			type: 'true-false',
			stem: 'Is it?',
			answer: true,
			number: 1,
			id: '1',
			revision: 1,
			topic: 't',
			explanation: 'It is.'
		},
		{
			type: 'basic',
			stem: 'Who?',
			answer: 'She',
			number: 2,
			id: 'who',
			revision: 3,
			provenance: {
				paragraphs: [1],
				kind: 'claim',
				sources: [],
				asOf: '2026',
				objective: 'LO1',
				bloom: 'remember',
				difficulty: 'easy',
				tags: []
			}
		}
	]
};

describe('toSharedSet', () => {
	it('keeps what travels', () => {
		const shared = toSharedSet(set);
		expect(shared.items[0]).toEqual(set.items[0]);
		expect(shared).toMatchObject({
			id: 'abc',
			title: 'Lines',
			lang: 'en',
			revision: 2,
			topics: [{ id: 't', title: 'T' }]
		});
	});

	it('leaves origin, arrival and provenance behind and the set itself as it was', () => {
		const shared = toSharedSet(set);
		expect(Object.keys(shared).sort()).toEqual(['id', 'items', 'lang', 'revision', 'title', 'topics']);
		expect(shared.items[1]).toEqual({ type: 'basic', stem: 'Who?', answer: 'She', number: 2, id: 'who', revision: 3 });
		expect(set.items[1]?.provenance?.kind).toBe('claim');
	});
});
