import { crc32 } from '$lib/domain/log/crc32';

/** A file in an archive; its name is plain ASCII, folders parted by `/`. */
export type ZipEntry = { readonly name: string; readonly text: string };

/** 1 January 1980, the first day a zip knows: an archive of the same files is the same on any day. */
const DOS_DATE = (1 << 5) | 1;
const VERSION = 20;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/**
 * Packs files into a zip without compressing them: few programs write so little, and all read it.
 * @see PKWARE, APPNOTE.TXT 6.3, sections 4.3 and 4.4
 */
export function toZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
	const encoder = new TextEncoder();
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, text } of entries) {
		const [path, content] = [encoder.encode(name), encoder.encode(text)];
		const common = [VERSION, 0, 0, 0, DOS_DATE];
		const sizes = [crc32(content), content.length, content.length];
		const local = header([4, LOCAL], ...twos(common), ...fours(sizes), [2, path.length], [2, 0]);
		// After the name's length: no extra field, no comment, first disk, no attributes.
		const rest = [...twos([path.length, 0, 0, 0, 0]), ...fours([0, offset])];
		directory.push(header([4, CENTRAL], [2, VERSION], ...twos(common), ...fours(sizes), ...rest), path);
		parts.push(local, path, content);
		offset += local.length + path.length + content.length;
	}
	const size = directory.reduce((sum, part) => sum + part.length, 0);
	const count = entries.length;
	const end = header([4, END], ...twos([0, 0, count, count]), ...fours([size, offset]), [2, 0]);
	return join([...parts, ...directory, end]);
}

type Field = readonly [bytes: 2 | 4, value: number];

const twos = (values: readonly number[]): Field[] => values.map((value) => [2, value]);
const fours = (values: readonly number[]): Field[] => values.map((value) => [4, value]);

function header(...fields: readonly Field[]): Uint8Array {
	const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
	let at = 0;
	for (const [bytes, value] of fields) {
		if (bytes === 2) view.setUint16(at, value, true);
		else view.setUint32(at, value, true);
		at += bytes;
	}
	return new Uint8Array(view.buffer);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
