/** How a link or a file left the device, or that the person changed their mind. */
export type Sent = 'shared' | 'copied' | 'saved' | 'cancelled' | 'failed';

/** Hands an address to the system's share sheet; where there is none, copies it. */
export async function sendLink(title: string, address: string): Promise<Sent> {
	if (typeof navigator.share !== 'function') return copyText(address);
	try {
		await navigator.share({ title, url: address });
		return 'shared';
	} catch (thrown) {
		return isCancelled(thrown) ? 'cancelled' : copyText(address);
	}
}

/** Puts text on the clipboard. @returns `failed` where the browser refuses: the text can then be selected by hand */
export async function copyText(text: string): Promise<Sent> {
	try {
		await navigator.clipboard.writeText(text);
		return 'copied';
	} catch {
		// No permission, or no clipboard at all on an address without https.
		return 'failed';
	}
}

/** Hands a file to the system's share sheet where that takes files (phones, mostly); elsewhere downloads it. */
export async function sendFile(file: File): Promise<Sent> {
	const canShare = typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
	if (!canShare) return download(file);
	try {
		await navigator.share({ files: [file], title: file.name });
		return 'shared';
	} catch (thrown) {
		return isCancelled(thrown) ? 'cancelled' : download(file);
	}
}

function download(file: File): Sent {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	link.click();
	// The download has its own hold on the file by then.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
	return 'saved';
}

function isCancelled(thrown: unknown): boolean {
	return thrown instanceof DOMException && thrown.name === 'AbortError';
}
