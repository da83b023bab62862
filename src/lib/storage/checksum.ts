import { isFields } from './shape';

/** Nothing we write is nested deeper. Beyond, the text could only be meant to exhaust the stack. */
const DEEPEST = 40;

/**
 * @returns SHA-256 of a JSON value in 64 hexadecimal digits, the same whatever the order of names in its objects; null
 * when it is nested too deep
 */
export async function checksumOf(value: unknown): Promise<string | null> {
	const text = canonicalJson(value, DEEPEST);
	if (text === null) return null;
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonicalJson(value: unknown, levels: number): string | null {
	if (levels === 0) return null;
	if (Array.isArray(value)) {
		const parts = (value as readonly unknown[]).map((entry) => canonicalJson(entry, levels - 1));
		return parts.includes(null) ? null : `[${parts.join(',')}]`;
	}
	if (!isFields(value)) return JSON.stringify(value);
	const names = Object.keys(value)
		.filter((name) => value[name] !== undefined)
		.sort();
	const parts = names.map((name) => {
		const part = canonicalJson(value[name], levels - 1);
		return part === null ? null : `${JSON.stringify(name)}:${part}`;
	});
	return parts.includes(null) ? null : `{${parts.join(',')}}`;
}
