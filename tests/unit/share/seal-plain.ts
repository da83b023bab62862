import { deflateRaw } from '$lib/share/deflate';
import { sealBody } from '$lib/share/envelope';

/** A link with a right checksum around any plain text: what someone makes on purpose. */
export async function sealPlain(plain: string): Promise<string> {
	return `1d.${await sealBody(await deflateRaw(new TextEncoder().encode(plain)))}`;
}
