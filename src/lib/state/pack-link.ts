import { linkBudget, QR_CHARACTERS, type LinkBudget } from '$lib/share/budget';
import type { QrCode } from '$lib/share/qr';

/** Version 20 at correction L, 97 modules to a side: a camera held close still reads it from a phone's screen. */
const HELD_CHARACTERS = 850;

/** Something as it can leave the device. */
export type Packed = {
	readonly address: string;
	readonly budget: LinkBudget;
	/** Null when the address is too long for one. */
	readonly qr: QrCode | null;
	readonly file: File;
};

/**
 * Makes of a link's fragment what a person can send.
 * @param base address of the page that opens it, without a fragment
 * @param title what the file is named after
 * @param held whether it is held out from screen to camera: then a larger code serves too, though not from a distance
 */
export async function packLink(base: string, fragment: string, title: string, held = false): Promise<Packed> {
	const { FILE_EXTENSION } = await import('$lib/share/file');
	const address = `${base}#${fragment}`;
	const budget = linkBudget(address.length);
	const { encodeQr, encodeScreenQr } = await import('$lib/share/qr');
	const longest = held ? HELD_CHARACTERS : QR_CHARACTERS;
	const qr = address.length > longest ? null : held ? encodeScreenQr(address) : encodeQr(address);
	const file = new File([`${fragment}\n`], `${toFileName(title)}${FILE_EXTENSION}`, { type: 'text/plain' });
	return { address, budget, qr, file };
}

/** Letters and digits of any script; whatever a file system might stumble over becomes a hyphen. */
function toFileName(title: string): string {
	const name = title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
	return name === '' ? 'set' : name.slice(0, 60);
}
