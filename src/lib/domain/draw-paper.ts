import { drawSlots } from './draw-sections';
import { hashText } from './hash';
import type { Item } from './item';
import { drawPartOrder } from './part-order';
import type { Paper, QuizSpec } from './quiz';
import { createRng, shuffle, type Rng } from './rng';

/**
 * Draws the items of a quiz and the order of their parts. The same spec and items give the same paper, in whatever
 * order the items come. Hand-picked items keep the order in which they were picked; those the set no longer has are left out.
 * Otherwise every topic gives equally many, as far as it has them. A quiz with sections is drawn as `drawSlots` says.
 * @param items the items of the spec's set
 * @returns at most `spec.count` questions, or what the sections ask for
 */
export function drawPaper(spec: QuizSpec, items: readonly Item[]): Paper {
	return drawItems(spec, items).map((item) => {
		// Each item has a seed of its own, so that exchanging one leaves the others as they are.
		const rng = createRng(hashText(`${String(spec.seed)} ${String(item.number)}`));
		return { item: item.number, order: drawPartOrder(item, rng) };
	});
}

function drawItems(spec: QuizSpec, items: readonly Item[]): Item[] {
	if (spec.sections !== undefined) {
		return drawSlots(spec.sections, items, spec.seed).flatMap(({ item }) => item ?? []);
	}
	const count = Math.max(0, Math.floor(spec.count));
	const drawn = spec.items.length > 0 ? pickByHand(spec.items, items) : drawByTopic(spec, items, count);
	return drawn.slice(0, count);
}

function pickByHand(numbers: readonly number[], items: readonly Item[]): Item[] {
	const byNumber = new Map(items.map((item) => [item.number, item]));
	return [...new Set(numbers)].flatMap((number) => byNumber.get(number) ?? []);
}

function drawByTopic(spec: QuizSpec, items: readonly Item[], count: number): Item[] {
	const rng = createRng(spec.seed);
	const sorted = [...items].sort((a, b) => a.number - b.number);
	const chosen =
		spec.topics.length === 0
			? sorted
			: sorted.filter((item) => item.topic !== undefined && spec.topics.includes(item.topic));
	const piles = groupByTopic(chosen).map((pile) => shuffle(pile, rng));
	return shuffle(dealInRounds(piles, count, rng), rng);
}

function groupByTopic(items: readonly Item[]): Item[][] {
	const piles = new Map<string | undefined, Item[]>();
	for (const item of items) {
		const pile = piles.get(item.topic);
		if (pile === undefined) piles.set(item.topic, [item]);
		else pile.push(item);
	}
	return [...piles.values()];
}

/** One item of every pile a round; who comes first changes each round, so no topic is favoured by the last one. */
function dealInRounds(piles: readonly (readonly Item[])[], count: number, rng: Rng): Item[] {
	const dealt: Item[] = [];
	const rounds = Math.max(0, ...piles.map((pile) => pile.length));
	for (let round = 0; round < rounds && dealt.length < count; round += 1) {
		const turn = piles.flatMap((pile) => pile.slice(round, round + 1));
		dealt.push(...shuffle(turn, rng).slice(0, count - dealt.length));
	}
	return dealt;
}
