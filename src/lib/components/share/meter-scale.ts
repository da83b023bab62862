/** Lengths of the ruler's parts, in the units of its drawing. */
export const METER = { width: 342, qrEnd: 87, chatEnd: 226 } as const;

/**
 * Where a link of some length ends on the ruler: linear up to what a QR code holds, linear from there to what a chat
 * message holds, and beyond that ever closer to the end, which no length reaches.
 * @param characters length of the link
 * @param qr longest link for a QR code
 * @param chat longest link for a chat message
 * @returns units from the ruler's start, 0 to `METER.width`
 */
export function toMeterPlace(characters: number, qr: number, chat: number): number {
	const { width, qrEnd, chatEnd } = METER;
	if (characters <= qr) return (characters / qr) * qrEnd;
	if (characters <= chat) return qrEnd + ((characters - qr) / (chat - qr)) * (chatEnd - qrEnd);
	return width - (chat / characters) * (width - chatEnd);
}
