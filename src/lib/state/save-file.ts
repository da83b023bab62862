/** Long enough for a browser to have taken hold of the file. */
const RELEASE_AFTER_MS = 60_000;

/** Hands a file to the person, as a download. */
export function saveFile(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS);
}
