const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	return crc;
});

/**
 * A checksum that finds what disks and transfers do to bytes; no protection against someone who means harm.
 * @see ISO 3309, the CRC-32 of zip and PNG
 */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (let place = 0; place < bytes.length; place += 1) {
		crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[place] ?? 0)) & 255] ?? 0);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
