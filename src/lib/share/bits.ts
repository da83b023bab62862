import type { Bytes } from './bytes';

/** Bits of the length of a number in `writeNumber`: numbers have 31 bits at most. */
const LENGTH_BITS = 5;
const MAX_NUMBER = 2 ** 31 - 1;

/** Packs numbers into as many bits as they need, highest bit first. */
export class BitWriter {
	readonly #bytes: number[] = [];
	#held = 0;
	#count = 0;

	/** @param value whole number below 2^width */
	write(value: number, width: number): void {
		for (let place = width - 1; place >= 0; place -= 1) {
			this.#held = this.#held * 2 + (Math.floor(value / 2 ** place) % 2);
			this.#count += 1;
			if (this.#count < 8) continue;
			this.#bytes.push(this.#held);
			this.#held = this.#count = 0;
		}
	}

	writeFlag(value: boolean): void {
		this.write(value ? 1 : 0, 1);
	}

	/** Writes a whole number from 0 in five bits for its length and its own bits but the first; what is larger is cut. */
	writeNumber(value: number): void {
		const number = Math.min(Math.max(0, value), MAX_NUMBER);
		const length = 32 - Math.clz32(number);
		this.write(length, LENGTH_BITS);
		if (length > 1) this.write(number % 2 ** (length - 1), length - 1);
	}

	/** @returns everything written, filled up with zeros to whole bytes */
	toBytes(): Bytes {
		const last = this.#count === 0 ? [] : [this.#held * 2 ** (8 - this.#count)];
		return new Uint8Array([...this.#bytes, ...last]);
	}
}

/** Reads what `BitWriter` wrote. Past the end there are only zeros, which `isUsedUp` then tells. */
export class BitReader {
	readonly #bytes: Uint8Array;
	#next = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	read(width: number): number {
		let value = 0;
		for (let place = 0; place < width; place += 1) {
			const byte = this.#bytes[this.#next >> 3] ?? 0;
			value = value * 2 + ((byte >> (7 - (this.#next & 7))) & 1);
			this.#next += 1;
		}
		return value;
	}

	readFlag(): boolean {
		return this.read(1) === 1;
	}

	readNumber(): number {
		const length = this.read(LENGTH_BITS);
		return length === 0 ? 0 : 2 ** (length - 1) + this.read(length - 1);
	}

	/** Bits that are left; below zero when more were read than there are. */
	get left(): number {
		return this.#bytes.length * 8 - this.#next;
	}

	/** True when everything was read but fewer than eight zeros at the end. */
	get isUsedUp(): boolean {
		const rest = this.left;
		return rest >= 0 && rest < 8 && ((this.#bytes.at(-1) ?? 0) & ((1 << rest) - 1)) === 0;
	}
}

/** @returns how many bits an index into `count` things takes */
export function widthOf(count: number): number {
	return count <= 1 ? 0 : 32 - Math.clz32(count - 1);
}
