/** @returns false on a page that came without encryption, such as one over http from another device: browsers give it none */
export function hasCryptography(): boolean {
	return 'subtle' in crypto;
}
