import { deflateRaw } from './deflate';
import { sealBody } from './envelope';

/** The version of links that this program writes, and the newest that it reads. */
export const LINK_VERSION = 1;
/** Raw deflate. */
export const LINK_METHOD = 'd';

/** @returns a plain text as the fragment of a link, `1d.<base64url>`, without the `#` */
export async function toFragment(plain: string): Promise<string> {
	const body = await deflateRaw(new TextEncoder().encode(plain));
	return `${String(LINK_VERSION)}${LINK_METHOD}.${await sealBody(body)}`;
}
