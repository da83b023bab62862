import { beforeAll, describe, expect, it } from 'vitest';
import { compileBank } from '../../../scripts/bank/compile-bank';
import { readBankFolder } from '../../../scripts/bank/read-bank';
import { runsThrough } from '../../../src/lib/components/read/relation-lines';
import { drawRelations } from '../../../src/lib/components/read/relation-picture';
import type { Bank } from '../../../src/lib/content/bank';
import { toPeopleView } from '../../../src/lib/content/people-view';
import type { ItemOf } from '../../../src/lib/domain/item';

let bank: Bank;

beforeAll(() => {
	const compiled = compileBank(readBankFolder('.', 'collision-course'));
	if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
	bank = compiled.value;
});

const isMatching = (item: Bank['items'][number]): item is ItemOf<'matching'> => item.type === 'matching';

describe('who is who of the bundled bank', () => {
	it('knows every actor that its matching items ask for, and every one they offer beside', () => {
		const names = new Set(bank.actors.map(({ name }) => name));
		const mixed = bank.items
			.filter(isMatching)
			.flatMap(({ id, pairs, extra }) =>
				[pairs.map(({ left }) => left), [...pairs.map(({ right }) => right), ...extra]]
					.filter((side) => side.some((text) => names.has(text)))
					.flatMap((side) => side.filter((text) => !names.has(text)).map((text) => `${id}: ${text}`))
			);
		expect(mixed).toEqual([]);
		expect(toPeopleView(bank).matchings.length).toBeGreaterThan(2);
	});

	it('has a relation from the same source for each power whose role is asked', () => {
		const item = bank.items.filter(isMatching).find(({ id }) => id === 'powers-and-their-roles');
		const asked = bank.actors.filter(({ name }) => item?.pairs.some(({ left }) => left === name) === true);
		const unfounded = asked.filter(
			({ id }) =>
				!bank.relations.some(
					({ from, to, sources }) =>
						[from, to].includes(id) && sources.some((key) => item?.provenance?.sources.includes(key) === true)
				)
		);
		expect(asked.length).toBeGreaterThan(3);
		expect(unfounded).toEqual([]);
	});

	it('relates every actor to another', () => {
		const related = new Set(bank.relations.flatMap(({ from, to }) => [from, to]));
		expect(bank.actors.map(({ id }) => id).filter((id) => !related.has(id))).toEqual([]);
	});

	it('makes a picture in which no line runs behind a name it has nothing to do with', () => {
		const { nodes, lines } = drawRelations(bank.actors, bank.relations);
		const hidden = lines.flatMap((line) => nodes.filter((node) => runsThrough(line, node)).map(() => line.key));
		expect(hidden).toEqual([]);
		expect(nodes).toHaveLength(bank.actors.length);
	});
});
