/** A view for each number would cost more than the number. */
const scratchBytes = new Uint8Array(8);
const scratch = new DataView(scratchBytes.buffer);

/** Writes numbers and texts behind one another into bytes. */
export class ByteWriter {
	#bytes = new Uint8Array(1024);
	#length = 0;

	byte(value: number): void {
		this.#room(1);
		this.#bytes[this.#length++] = value;
	}

	/** A whole number from 0 to 2^53 - 1, seven bits a byte, the lowest first: small numbers take one byte. */
	count(value: number): void {
		this.#room(8);
		let rest = value;
		while (rest > 127) {
			this.#bytes[this.#length++] = (rest % 128) + 128;
			rest = Math.floor(rest / 128);
		}
		this.#bytes[this.#length++] = rest;
	}

	/** A whole number of either sign: numbers near 0 stay small. */
	signed(value: number): void {
		this.count(value < 0 ? -2 * value - 1 : 2 * value);
	}

	/** A number with all its digits: eight bytes. */
	float(value: number): void {
		scratch.setFloat64(0, value);
		this.raw(scratchBytes);
	}

	raw(bytes: Uint8Array): void {
		this.#room(bytes.length);
		this.#bytes.set(bytes, this.#length);
		this.#length += bytes.length;
	}

	/** UTF-16 units, most of which take one byte. */
	text(text: string): void {
		this.count(text.length);
		for (let index = 0; index < text.length; index += 1) this.count(text.charCodeAt(index));
	}

	/** @returns what was written so far */
	finish(): Uint8Array<ArrayBuffer> {
		return this.#bytes.slice(0, this.#length);
	}

	#room(more: number): void {
		if (this.#length + more <= this.#bytes.length) return;
		const larger = new Uint8Array(2 * (this.#length + more));
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
}

/** UTF-16 units: names of sets, devices and attempts are far shorter. */
const LONGEST_TEXT = 1000;
const LAST_UNIT = 0xffff;

/** Thrown by a reader that meets the end, or a number that is none; whoever decodes catches it. */
export class BytesError extends Error {}

/** Reads what a `ByteWriter` wrote. */
export class ByteReader {
	#at = 0;

	constructor(private readonly bytes: Uint8Array) {}

	get isAtEnd(): boolean {
		return this.#at === this.bytes.length;
	}

	/** @throws BytesError at the end */
	byte(): number {
		const value = this.bytes[this.#at];
		if (value === undefined) throw new BytesError('The bytes end too soon');
		this.#at += 1;
		return value;
	}

	/** @throws BytesError at the end, or when the number is too large */
	count(): number {
		let value = 0;
		let unit = 1;
		for (;;) {
			const byte = this.byte();
			value += (byte & 127) * unit;
			if (byte < 128) break;
			unit *= 128;
		}
		if (!Number.isSafeInteger(value)) throw new BytesError('Not a count');
		return value;
	}

	/** @throws BytesError like `count` */
	signed(): number {
		const value = this.count();
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}

	/** @throws BytesError at the end */
	float(): number {
		this.copy(scratchBytes, 0);
		return scratch.getFloat64(0);
	}

	/** Copies the next bytes into others. @throws BytesError when there are not so many */
	copy(into: Uint8Array, start: number): void {
		const end = this.#at + into.length - start;
		if (end > this.bytes.length) throw new BytesError('The bytes end too soon');
		for (let place = start; place < into.length; place += 1) into[place] = this.bytes[this.#at++] ?? 0;
	}

	/** @returns a view of the next bytes. @throws BytesError when there are not so many */
	raw(length: number): Uint8Array {
		if (this.#at + length > this.bytes.length) throw new BytesError('The bytes end too soon');
		const bytes = this.bytes.subarray(this.#at, this.#at + length);
		this.#at += length;
		return bytes;
	}

	/** @throws BytesError like `raw`, and for numbers that are no letters */
	text(): string {
		const length = this.count();
		if (length > LONGEST_TEXT) throw new BytesError('A text without end');
		const units = Array.from({ length }, () => this.count());
		if (units.some((unit) => unit > LAST_UNIT)) throw new BytesError('Not a letter');
		return String.fromCharCode(...units);
	}
}
