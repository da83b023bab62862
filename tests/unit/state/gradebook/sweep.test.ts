import { expect, it } from 'vitest';
import type { Returned } from '../../../../src/lib/state/gradebook/open-returns';
import { Sweep } from '../../../../src/lib/state/gradebook/sweep.svelte';

const taken = (name: string): Returned => ({
	kind: 'taken',
	outcome: 'added',
	assignment: 'abcdefgh-_1',
	title: 'For Monday',
	name,
	id: name
});

it('a sweep takes each code in once, however long the camera looks at it, and says when one was in already', async () => {
	const asked: string[] = [];
	const tones: string[] = [];
	const beep = { prepare: () => undefined, play: (tone: string) => void tones.push(tone), end: () => undefined };
	const intake = {
		takeCode: (text: string) => {
			asked.push(text);
			const problem: Returned = { kind: 'problem', problem: 'other-key', text };
			return Promise.resolve(text === 'broken' ? null : text === 'foreign' ? problem : taken(text));
		},
		missingOf: () => Promise.resolve(['Mo'])
	};
	const sweep = new Sweep(intake, beep);
	for (const text of ['Amina', 'Amina', 'Bilal', 'Amina', 'foreign']) await sweep.read(text);
	expect(asked).toEqual(['Amina', 'Bilal', 'foreign']);
	expect(tones).toEqual(['taken', 'taken', 'known', 'trouble']);
	expect([sweep.count, sweep.missing]).toEqual([2, ['Mo']]);
	expect(sweep.last).toMatchObject({ kind: 'problem', problem: 'other-key' });
	await sweep.read('Bilal');
	expect(sweep.last).toMatchObject({ name: 'Bilal', outcome: 'same' });
	expect(sweep.count).toBe(2);
	// What could not be stored is tried again while it is before the camera.
	await sweep.read('broken');
	await sweep.read('broken');
	expect(asked.filter((text) => text === 'broken')).toHaveLength(2);
});
