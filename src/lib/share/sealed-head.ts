import { CURVES, type Curve } from './key-pairs';

/** What comes back from a class and what goes back to it. */
export type SealedKind = 'result' | 'feedback';

/**
 * Bits 1 and 2 of the first byte of a sealed body are set: no raw deflate begins so, since RFC 1951 reserves that kind of
 * block. Bit 0 is set for feedback; the bits above say the suite.
 */
const SEALED_BITS = 0b110;
const FEEDBACK_BIT = 0b001;
const SUITES = { X25519: 0, 'P-256': 1 } as const satisfies Record<Curve, number>;
const SUITE_PLACE = 3;

/** @returns the first byte of a sealed body */
export function toFirstByte(kind: SealedKind, curve: Curve): number {
	return (SUITES[curve] << SUITE_PLACE) | SEALED_BITS | (kind === 'feedback' ? FEEDBACK_BIT : 0);
}

/** @returns what is sealed in a body that begins with this byte, null when nothing is */
export function kindOfBody(first: number): SealedKind | null {
	if ((first & SEALED_BITS) !== SEALED_BITS) return null;
	return (first & FEEDBACK_BIT) === 0 ? 'result' : 'feedback';
}

/** @returns the curve of a sealed body that begins with this byte; undefined for a suite of a newer version */
export function curveOfBody(first: number): Curve | undefined {
	return CURVES.find((curve) => SUITES[curve] === first >> SUITE_PLACE);
}
