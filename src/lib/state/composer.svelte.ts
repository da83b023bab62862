import { UNTITLED, type BlueprintRow, type Section } from '$lib/domain/blueprint';
import { blueprintShortfall, drawSlots, type Shortfall } from '$lib/domain/draw-sections';
import { lockPlace, redraw, removePlace, unlockItems, type Draw } from '$lib/domain/edit-sections';
import type { Item } from '$lib/domain/item';
import type { TimeLimit } from '$lib/domain/quiz';
import { PRACTICE_RULES, type QuizRules } from '$lib/domain/quiz-rules';
import { presetOf, withPreset, type RulePreset } from '$lib/domain/rule-presets';
import type { StudySet } from '$lib/domain/set';
import type { DurationMs } from '$lib/domain/units';
import { newSeed } from './clock';
import { ANY_ROW, sectionsOf, type ComposeChoices, type ComposeWay } from './compose-sections';
import { limitOf, type QuizCount } from './quiz-spec';

/** What a composer starts from; everything may be left out. */
export type ComposeStart = Partial<ComposeChoices> & {
	readonly time?: TimeLimit;
	readonly rules?: QuizRules;
	readonly seed?: number;
	/** Items the learner is weak at, weakest first; without them that way has nothing to offer. */
	readonly weak?: readonly number[];
};

/** One question of the paper as it is drawn now. */
export type DrawnQuestion = {
	readonly item: Item;
	/** Index on the paper. */
	readonly place: number;
	/** The heading of its section, on the first question of it. */
	readonly heading: string | null;
	/** It stays when the rest is drawn anew. */
	readonly locked: boolean;
	/** The row that draws it; null for a fixed one. */
	readonly row: BlueprintRow | null;
};

const MOST_IN_ROW = 500;

/**
 * A quiz being put together: which items in which sections, by which rules, in how much time. It holds what goes into a
 * spec or an assignment; storing and starting are for others.
 */
export class Composer {
	readonly set: StudySet;
	#choices = $state.raw<ComposeChoices>({ way: 'topic', topics: [], count: 10, blueprint: [], picked: [] });
	#weak = $state.raw<readonly number[]>([]);
	/** The sections once a question was locked, exchanged or removed; null while they follow from the choices. */
	#edited = $state.raw<readonly Section[] | null>(null);
	/** Items that the person has locked. Exchanging makes others fixed too, which nobody asked to keep. */
	#locked = $state.raw<ReadonlySet<number>>(new Set());
	/** The rows that fixed items were drawn by. */
	#origins: ReadonlyMap<number, BlueprintRow> = new Map();
	#seed = $state(0);
	#isSeen = $state(false);
	#rules = $state.raw<QuizRules>(PRACTICE_RULES);
	#timeKind = $state<TimeLimit['kind']>('none');
	#limit = $state.raw<TimeLimit | null>(null);

	/** What is asked, for a spec's or an assignment's `sections`. */
	readonly sections: readonly Section[] = $derived.by(
		() => this.#edited ?? sectionsOf(this.#choices, this.set, this.#weak)
	);
	/** The paper that the seed draws. */
	readonly questions: readonly DrawnQuestion[] = $derived.by(() => this.#toQuestions());
	readonly count: number = $derived(this.questions.length);
	/** Rows that find too few questions. */
	readonly shortfall: readonly Shortfall[] = $derived.by(() =>
		blueprintShortfall(this.sections, this.set.items, this.#seed)
	);
	/** The limit at 1x. */
	readonly time: TimeLimit = $derived(limitOf({ time: this.#timeKind, limit: this.#limit }, this.count));
	readonly topics = $derived.by(() =>
		this.set.topics.map((topic) => ({
			...topic,
			count: this.set.items.filter((item) => item.topic === topic.id).length,
			chosen: this.#choices.topics.includes(topic.id)
		}))
	);
	/** How many items the chosen way may draw from. */
	readonly available: number = $derived(this.#countAvailable());
	readonly preset: RulePreset | null = $derived(presetOf(this.#rules));

	constructor(set: StudySet, { time, rules, seed, weak, ...choices }: ComposeStart = {}) {
		this.set = set;
		this.#choices = {
			way: 'topic',
			topics: set.topics.map(({ id }) => id),
			count: 10,
			blueprint: [],
			picked: [],
			...choices
		};
		this.#weak = weak ?? [];
		this.#seed = seed ?? newSeed();
		this.#rules = rules ?? PRACTICE_RULES;
		this.#timeKind = time?.kind ?? 'none';
		this.#limit = time ?? null;
	}

	get choices(): ComposeChoices {
		return this.#choices;
	}
	get way(): ComposeWay {
		return this.#choices.way;
	}
	/** What another composer of the same set starts from to ask the same; what was exchanged or locked stands fixed in a blueprint. */
	get start(): ComposeStart {
		const edited = this.#edited === null ? {} : ({ way: 'blueprint', blueprint: this.#edited } as const);
		return { ...this.#choices, ...edited, time: this.time, rules: this.#rules, seed: this.#seed };
	}
	/** The paper's seed, from which its forms follow. */
	get seed(): number {
		return this.#seed;
	}
	get rules(): QuizRules {
		return this.#rules;
	}
	get weak(): readonly number[] {
		return this.#weak;
	}
	/** Whether questions were locked, exchanged or removed; choosing anything anew forgets that. */
	get isEdited(): boolean {
		return this.#edited !== null;
	}
	/** Whether somebody has looked at the questions, and so expects these. */
	get isSeen(): boolean {
		return this.#isSeen;
	}

	/** The questions are being looked at. */
	look(): void {
		this.#isSeen = true;
	}

	chooseWay(way: ComposeWay): void {
		const { blueprint } = this.#choices;
		// A blueprint begins with one row: an empty page says nothing about what a row is.
		const first = { title: '', fixed: [], rows: [ANY_ROW] };
		this.#choose(way === 'blueprint' && blueprint.length === 0 ? { way, blueprint: [first] } : { way });
	}

	toggleTopic(id: string): void {
		const { topics } = this.#choices;
		this.#choose({ topics: topics.includes(id) ? topics.filter((other) => other !== id) : [...topics, id] });
	}

	chooseCount(count: QuizCount): void {
		this.#choose({ count });
	}

	/** Puts an item on the paper by hand, last, or takes it off. */
	togglePicked(number: number): void {
		const { picked } = this.#choices;
		const isIn = picked.includes(number);
		this.#choose({ picked: isIn ? picked.filter((other) => other !== number) : [...picked, number] });
	}

	offerWeak(items: readonly number[]): void {
		this.#weak = items;
	}

	addSection(): void {
		this.#choose({ blueprint: [...this.#choices.blueprint, { title: UNTITLED, fixed: [], rows: [ANY_ROW] }] });
	}

	removeSection(index: number): void {
		this.#choose({ blueprint: this.#choices.blueprint.toSpliced(index, 1) });
	}

	/** Gives a part of the blueprint a heading, or takes it away: it stays a part of its own. */
	renameSection(index: number, heading: string): void {
		const before = this.#choices.blueprint[index];
		const title = heading.trim() === '' ? UNTITLED : heading.trim();
		if (before !== undefined) this.#choose({ blueprint: this.#choices.blueprint.with(index, { ...before, title }) });
	}

	addRow(section: number): void {
		this.#changeRows(section, (rows) => [...rows, ANY_ROW]);
	}

	removeRow(section: number, row: number): void {
		this.#changeRows(section, (rows) => rows.toSpliced(row, 1));
	}

	changeRow(section: number, row: number, some: Partial<BlueprintRow>): void {
		const count = some.count === undefined ? {} : { count: Math.min(MOST_IN_ROW, Math.max(1, Math.floor(some.count))) };
		this.#changeRows(section, (rows) =>
			rows.map((other, index) => (index === row ? { ...other, ...some, ...count } : other))
		);
	}

	chooseTime(kind: TimeLimit['kind']): void {
		this.#timeKind = kind;
	}

	/** Sets the limit of the chosen kind; without it a minute for each question counts. */
	chooseLimit(limitMs: DurationMs): void {
		if (this.#timeKind !== 'none') this.#limit = { kind: this.#timeKind, limitMs };
	}

	changeRules(some: Partial<QuizRules>): void {
		this.#rules = { ...this.#rules, ...some };
	}

	usePreset(preset: RulePreset): void {
		this.#rules = withPreset(this.#rules, preset);
	}

	/** Keeps the question at a place when the rest is drawn anew, or lets it go again. */
	toggleLock(place: number): void {
		const question = this.questions[place];
		if (question === undefined) return;
		const { number } = question.item;
		const locked = new Set(this.#locked);
		if (!locked.delete(number)) locked.add(number);
		this.#locked = locked;
		if (question.row !== null) this.#edit(lockPlace(this.#draw(), place));
	}

	/** Exchanges the question at a place. @returns whether there was another */
	exchange(place: number): boolean {
		const question = this.questions[place];
		if (question === undefined) return false;
		const row = question.row ?? this.#rowOf(question.item);
		const sections = redraw(this.#draw(), place, row);
		if (sections === null) return false;
		this.#unlock(question.item.number);
		this.#edit(sections);
		const next = this.questions[place];
		if (next !== undefined) this.#remember(next.item.number, row);
		return true;
	}

	remove(place: number): void {
		const question = this.questions[place];
		if (question === undefined) return;
		this.#unlock(question.item.number);
		this.#edit(removePlace(this.#draw(), place));
	}

	/** Draws everything anew but what is locked. */
	drawAnew(): void {
		if (this.#edited !== null) {
			const loose = [...this.#origins].filter(([number]) => !this.#locked.has(number));
			this.#edited = unlockItems(this.#draw(), new Map(loose));
		}
		this.#seed = newSeed();
	}

	#toQuestions(): DrawnQuestion[] {
		const slots = drawSlots(this.sections, this.set.items, this.#seed);
		const questions: DrawnQuestion[] = [];
		let section = -1;
		for (const slot of slots) {
			if (slot.item === null) continue;
			const title = slot.section === section ? '' : (this.sections[slot.section]?.title ?? '');
			section = slot.section;
			questions.push({
				item: slot.item,
				place: questions.length,
				heading: title === '' ? null : title,
				locked: this.#locked.has(slot.item.number),
				row: slot.row
			});
		}
		return questions;
	}

	#countAvailable(): number {
		const { way, topics, picked } = this.#choices;
		if (way === 'weak') return this.#weak.length;
		if (way === 'hand') return picked.length;
		const isAll = way === 'blueprint' || this.set.topics.every(({ id }) => topics.includes(id));
		if (isAll) return this.set.items.length;
		return this.set.items.filter(({ topic }) => topic !== undefined && topics.includes(topic)).length;
	}

	#draw(): Draw {
		return { sections: this.sections, items: this.set.items, seed: this.#seed };
	}

	/** What a fixed item is exchanged by: what its row could have drawn, else another of its topic. */
	#rowOf({ number, topic }: Item): BlueprintRow {
		return this.#origins.get(number) ?? { ...ANY_ROW, topics: topic === undefined ? [] : [topic] };
	}

	#edit(sections: readonly Section[]): void {
		const before = this.questions;
		this.#edited = sections;
		for (const { item, row } of before) if (row !== null) this.#remember(item.number, row);
	}

	#remember(number: number, row: BlueprintRow): void {
		this.#origins = new Map(this.#origins).set(number, row);
	}

	#unlock(number: number): void {
		this.#locked = new Set([...this.#locked].filter((other) => other !== number));
	}

	#changeRows(section: number, change: (rows: readonly BlueprintRow[]) => readonly BlueprintRow[]): void {
		const before = this.#choices.blueprint[section];
		if (before === undefined) return;
		const changed = { ...before, rows: change(before.rows) };
		this.#choose({ blueprint: this.#choices.blueprint.with(section, changed) });
	}

	/** Other questions than those that were exchanged: the choices count again. */
	#choose(some: Partial<ComposeChoices>): void {
		this.#choices = { ...this.#choices, ...some };
		this.#edited = null;
		this.#locked = new Set();
		this.#origins = new Map();
	}
}
