import { encode } from 'uqr';

/** A QR code as one SVG path in a square of `size` units, without the quiet zone of four units that it needs around it. */
export type QrCode = {
	/** Modules to a side. */
	readonly size: number;
	/** 1 to 40; above 12 a code is hard to scan from a distance. */
	readonly version: number;
	/** The `d` of a path to be filled dark: one rectangle for each run of dark modules. */
	readonly path: string;
};

/** How much of a code may be unreadable: M survives a crease or a reflection, L holds a quarter more at the same size. */
export type QrCorrection = 'L' | 'M';

/**
 * Draws a QR code.
 * @param text an address within `QR_CHARACTERS`
 * @throws when `text` has more bytes (2,331 at M, 2,953 at L) than any code holds
 */
export function encodeQr(text: string, correction: QrCorrection = 'M'): QrCode {
	const { data, size, version } = encode(text, { ecc: correction, border: 0 });
	return { size, version, path: data.map(drawRow).join('') };
}

/** The largest version that is scanned from a screen without trouble. */
const MAX_SCREEN_VERSION = 12;

/** Draws a code for the screen: at M, and at L when M would take more than version 12. */
export function encodeScreenQr(text: string): QrCode {
	const code = encodeQr(text);
	return code.version <= MAX_SCREEN_VERSION ? code : encodeQr(text, 'L');
}

function drawRow(row: readonly boolean[], y: number): string {
	let path = '';
	let start = 0;
	for (let x = 0; x <= row.length; x += 1) {
		if (row[x] === true) continue;
		if (x > start) path += `M${String(start)} ${String(y)}h${String(x - start)}v1H${String(start)}z`;
		start = x + 1;
	}
	return path;
}
