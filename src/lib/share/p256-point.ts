import type { Bytes } from './bytes';

/** The field and the curve y² = x³ - 3x + b. @see NIST SP 800-186, section 3.2.1.3 */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const FIELD_BYTES = 32;
const [EVEN, ODD, WHOLE] = [2, 3, 4];

/** @returns the 33 bytes of a point of P-256 that is given by 65: x, and whether y is odd. @see SEC 1, section 2.3.3 */
export function compressPoint(point: Uint8Array): Bytes {
	const isOdd = ((point[2 * FIELD_BYTES] ?? 0) & 1) === 1;
	return new Uint8Array([isOdd ? ODD : EVEN, ...point.subarray(1, 1 + FIELD_BYTES)]);
}

/** @returns the 65 bytes of a point of P-256 that is given by 33, or null when no point of the curve is written so */
export function decompressPoint(compressed: Uint8Array): Bytes | null {
	const sign = compressed[0];
	if (compressed.length !== 1 + FIELD_BYTES || (sign !== EVEN && sign !== ODD)) return null;
	const x = toInteger(compressed.subarray(1));
	if (x >= P) return null;
	const square = modulo(x * x * x - 3n * x + B);
	// P leaves 3 when divided by 4, so this power is a root if there is one.
	const root = power(square, (P + 1n) / 4n);
	if (modulo(root * root) !== square) return null;
	const y = (root & 1n) === BigInt(sign & 1) ? root : P - root;
	return new Uint8Array([WHOLE, ...compressed.subarray(1), ...toBytes(y)]);
}

function modulo(value: bigint): bigint {
	const rest = value % P;
	return rest < 0n ? rest + P : rest;
}

function power(base: bigint, exponent: bigint): bigint {
	let [result, square] = [1n, base];
	for (let rest = exponent; rest > 0n; rest >>= 1n) {
		if ((rest & 1n) === 1n) result = modulo(result * square);
		square = modulo(square * square);
	}
	return result;
}

function toInteger(bytes: Uint8Array): bigint {
	return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function toBytes(value: bigint): number[] {
	return Array.from({ length: FIELD_BYTES }, (_, place) =>
		Number((value >> BigInt(8 * (FIELD_BYTES - 1 - place))) & 0xffn)
	);
}
