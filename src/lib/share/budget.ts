import { MAX_LINK_CHARACTERS } from './limits';

/**
 * Longest address that gives a QR code people can scan from a projector: version 12 (65 by 65 modules) holds 287 bytes at
 * error correction M, version 10 holds 271 at L. 270 fits both.
 */
export const QR_CHARACTERS = 270;

/** Longest address for a chat message: twenty questions of a teacher's own. Chat programs break longer ones. */
export const CHAT_CHARACTERS = 4_100;

export type LinkBudget = {
	/** The best way that is left for an address of this length. */
	readonly fits: 'qr' | 'chat' | 'file';
	/** Characters left before the next way; null when only a file is left. */
	readonly room: number | null;
	/** True when the address still opens as a link, even if no chat program should be trusted with it. */
	readonly opensAsLink: boolean;
};

/**
 * Says how an address can travel.
 * @param characters length of the whole address, `https://` and fragment included
 */
export function linkBudget(characters: number): LinkBudget {
	if (characters <= QR_CHARACTERS) return { fits: 'qr', room: QR_CHARACTERS - characters, opensAsLink: true };
	if (characters <= CHAT_CHARACTERS) return { fits: 'chat', room: CHAT_CHARACTERS - characters, opensAsLink: true };
	return { fits: 'file', room: null, opensAsLink: characters <= MAX_LINK_CHARACTERS };
}
