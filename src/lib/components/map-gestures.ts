/** A point of the map's frame as shares of its width and height, 0 to 1. */
export type FramePoint = { readonly x: number; readonly y: number };

type MapGestures = {
	/** Whether one finger moves the map; otherwise it scrolls the page. A mouse always may. */
	readonly canDrag: () => boolean;
	readonly ontap: (at: FramePoint) => void;
	/** The map follows the fingers: shares of the frame. */
	readonly onmove: (dx: number, dy: number) => void;
	readonly onzoom: (factor: number, at: FramePoint) => void;
};

/** A finger that lands does not lie still; below this many CSS pixels it was a tap. */
const TAP_SLOP = 8;

/** Zoom per pixel of a trackpad's pinch, which arrives as a wheel with Ctrl held. */
const WHEEL_ZOOM = 0.01;

type Pointer = { readonly start: FramePoint; at: FramePoint; moved: boolean };

/**
 * Listens on the map's frame: a tap picks, two fingers zoom and move, a drag moves. The browser keeps what CSS
 * `touch-action` leaves it, so that one finger still scrolls the page over the whole map.
 * @returns an attachment for the frame
 */
export function mapGestures(gestures: MapGestures): (frame: HTMLElement) => () => void {
	return (frame) => {
		const stop = new AbortController();
		const active: AddEventListenerOptions = { signal: stop.signal, passive: false };
		const pointers = new Map<number, Pointer>();

		const share = (event: MouseEvent): FramePoint => {
			const box = frame.getBoundingClientRect();
			return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
		};
		const pixels = (a: FramePoint, b: FramePoint) =>
			Math.hypot((a.x - b.x) * frame.clientWidth, (a.y - b.y) * frame.clientHeight);

		const down = (event: PointerEvent) => {
			if (event.pointerType === 'mouse' && event.button !== 0) return;
			const at = share(event);
			// A second finger means that neither is a tap.
			for (const other of pointers.values()) other.moved = true;
			pointers.set(event.pointerId, { start: at, at, moved: pointers.size > 0 });
		};

		const move = (event: PointerEvent) => {
			const pointer = pointers.get(event.pointerId);
			if (pointer === undefined) return;
			const before = pointer.at;
			const at = share(event);
			pointer.moved ||= pixels(pointer.start, at) > TAP_SLOP;
			if (!pointer.moved) return;
			pointer.at = at;
			const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1].at;
			if (other !== undefined) pinch(before, at, other);
			else if (event.pointerType === 'mouse' || gestures.canDrag()) gestures.onmove(at.x - before.x, at.y - before.y);
		};

		const pinch = (before: FramePoint, at: FramePoint, other: FramePoint) => {
			const [was, is] = [pixels(before, other), pixels(at, other)];
			// Half the step, as the middle between two fingers moves half as far as one of them.
			gestures.onmove((at.x - before.x) / 2, (at.y - before.y) / 2);
			if (was > 0 && is > 0) gestures.onzoom(is / was, { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
		};

		const up = (event: PointerEvent) => {
			const pointer = pointers.get(event.pointerId);
			pointers.delete(event.pointerId);
			if (pointer !== undefined && !pointer.moved) gestures.ontap(pointer.start);
		};

		const keepFromPage = (event: TouchEvent) => {
			if (event.touches.length > 1 && event.cancelable) event.preventDefault();
		};

		const wheel = (event: WheelEvent) => {
			if (!event.ctrlKey) return;
			event.preventDefault();
			gestures.onzoom(Math.exp(-event.deltaY * WHEEL_ZOOM), share(event));
		};

		frame.addEventListener('pointerdown', down, active);
		// On the window, as a drag may end outside the frame.
		window.addEventListener('pointermove', move, active);
		window.addEventListener('pointerup', up, active);
		window.addEventListener('pointercancel', (event) => pointers.delete(event.pointerId), active);
		frame.addEventListener('touchstart', keepFromPage, active);
		frame.addEventListener('touchmove', keepFromPage, active);
		frame.addEventListener('wheel', wheel, active);
		return () => stop.abort();
	};
}
