/**
 * Opens a dialog with its element, above everything else. The browser keeps the focus inside, and gives it back when a dialog
 * is closed by Escape; one that is taken off the page with its focus has it given back here.
 * @returns what to do when it is taken off the page
 */
export function modal(dialog: HTMLDialogElement): () => void {
	const before = document.activeElement;
	dialog.showModal();
	return () => {
		dialog.close();
		const isLost = document.activeElement === null || document.activeElement === document.body;
		if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
	};
}
