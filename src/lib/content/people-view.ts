import type { ActorRelation, Bank, BankActor } from './bank';
import { toSourceRegister, type SourceLink } from './source-register';

/** One row of the table of relations; `key` is unique on the page. */
export type RelationRow = ActorRelation & { readonly key: string };

export type PeopleView = {
	readonly bankId: string;
	readonly title: string;
	/** Each with the number of events on the timeline it takes part in. */
	readonly actors: readonly (BankActor & { readonly events: number })[];
	readonly relations: readonly RelationRow[];
	readonly sources: Readonly<Record<string, SourceLink>>;
	/** Numbers of the bank's matching items one side of which are actors. */
	readonly matchings: readonly number[];
};

/** @returns the bank's actors and how they stand to one another, as the page shows them */
export function toPeopleView(bank: Bank): PeopleView {
	return {
		bankId: bank.id,
		title: bank.title,
		actors: bank.actors.map((actor) => ({
			...actor,
			events: bank.timeline.filter(({ actors = [] }) => actors.includes(actor.id)).length
		})),
		relations: bank.relations.map((relation, index) => ({ ...relation, key: `r${String(index + 1)}` })),
		sources: toSourceRegister(bank, bank.relations),
		matchings: matchingsOfActors(bank)
	};
}

function matchingsOfActors({ items, actors }: Pick<Bank, 'items' | 'actors'>): number[] {
	const names = new Set(actors.map(({ name }) => name));
	return items.flatMap((item) => {
		if (item.type !== 'matching') return [];
		const areActors = (['left', 'right'] as const).some((side) => item.pairs.every((pair) => names.has(pair[side])));
		return areActors ? [item.number] : [];
	});
}
