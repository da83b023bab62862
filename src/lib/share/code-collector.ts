import type { Bytes } from './bytes';
import { sessionOf, type CodePart } from './code-part';

/** Numbers next to one another, both ends included, from 1 as people count. */
export type PartRange = { readonly from: number; readonly to: number };

/** Collects the codes of one sequence, in any order. */
export class CodeCollector {
	readonly #parts = new Map<number, Bytes>();

	private constructor(
		readonly session: string,
		readonly total: number
	) {}

	static startingWith(part: CodePart): CodeCollector {
		const collector = new CodeCollector(part.session, part.total);
		collector.add(part);
		return collector;
	}

	get count(): number {
		return this.#parts.size;
	}

	get isComplete(): boolean {
		return this.count === this.total;
	}

	/** @returns `other` for a part of another sequence, which changes nothing */
	add({ session, index, total, bytes }: CodePart): 'new' | 'known' | 'other' {
		if (session !== this.session || total !== this.total) return 'other';
		if (this.#parts.has(index)) return 'known';
		this.#parts.set(index, bytes);
		return 'new';
	}

	/** @returns the numbers that are still missing */
	missing(): PartRange[] {
		const ranges: { from: number; to: number }[] = [];
		for (let index = 0; index < this.total; index += 1) {
			if (this.#parts.has(index)) continue;
			const last = ranges.at(-1);
			if (last?.to === index) last.to = index + 1;
			else ranges.push({ from: index + 1, to: index + 1 });
		}
		return ranges;
	}

	/** @returns what the codes carry together, or null when they do not make up what they said they would */
	async join(): Promise<Bytes | null> {
		const parts = Array.from({ length: this.total }, (_, index) => this.#parts.get(index));
		if (parts.includes(undefined)) return null;
		const bytes = new Uint8Array(await new Blob(parts.filter((part) => part !== undefined)).arrayBuffer());
		return (await sessionOf(bytes)) === this.session ? bytes : null;
	}
}
