import type { Attachment } from 'svelte/attachments';

type SwipeOptions = { enabled: () => boolean; onleft: () => unknown; onright: () => unknown };

/** A third of a phone's width: far enough not to happen by chance. */
const THRESHOLD_PX = 110;
/** Sideways must clearly beat up and down, or it was a scroll. */
const STEEPNESS = 1.8;

/**
 * Swipe to rate: the card follows the finger and springs back; past the threshold, letting go rates. Each gesture has its
 * button. The outer 24 px are left to the browser's own back gesture.
 */
export function swipe({ enabled, onleft, onright }: SwipeOptions): Attachment<HTMLElement> {
	return (element) => {
		let start: { x: number; y: number; id: number } | null = null;

		function onpointerdown(event: PointerEvent) {
			const nearEdge = event.clientX < 24 || event.clientX > innerWidth - 24;
			if (event.pointerType === 'mouse' || !event.isPrimary || nearEdge || !enabled()) return;
			start = { x: event.clientX, y: event.clientY, id: event.pointerId };
		}
		function onpointermove(event: PointerEvent) {
			if (start?.id !== event.pointerId) return;
			const { dx } = travel(start, event);
			element.style.translate = `${dx}px`;
		}
		function onpointerup(event: PointerEvent) {
			if (start?.id !== event.pointerId) return;
			const { dx } = travel(start, event);
			settle();
			if (dx >= THRESHOLD_PX) onright();
			else if (dx <= -THRESHOLD_PX) onleft();
		}
		function settle() {
			start = null;
			element.style.translate = '';
		}

		element.addEventListener('pointerdown', onpointerdown);
		element.addEventListener('pointermove', onpointermove);
		element.addEventListener('pointerup', onpointerup);
		element.addEventListener('pointercancel', settle);
		return () => {
			element.removeEventListener('pointerdown', onpointerdown);
			element.removeEventListener('pointermove', onpointermove);
			element.removeEventListener('pointerup', onpointerup);
			element.removeEventListener('pointercancel', settle);
		};
	};
}

function travel(start: { x: number; y: number }, event: PointerEvent): { dx: number } {
	const dx = event.clientX - start.x;
	const dy = event.clientY - start.y;
	return { dx: Math.abs(dx) > Math.abs(dy) * STEEPNESS ? dx : 0 };
}
