import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { MapData, MapStrings } from '../../src/lib/components/map-data';
import PlaceMap from '../../src/lib/components/PlaceMap.svelte';
import { frameOf, MAP_BOUNDS, MAP_WIDTH, project, unproject, WIDE_BOUNDS } from '../../src/lib/domain/map-projection';
import type { MapPlace } from '../../src/lib/state/map-places';

/** A plain stand-in for the drawn map: one square of land, the lines straight. */
const MAP_HEIGHT = frameOf(MAP_BOUNDS).height;
const map: MapData = {
	frames: { region: frameOf(MAP_BOUNDS), wide: frameOf(WIDE_BOUNDS) },
	land: 'M100 100l1800 0 0 1800-1800 0z',
	borders: [{ kind: 'plain', d: 'M100 1500l1500-200' }],
	disputed: [
		{ id: 'durand-line', d: 'M100 1350l1300-700', label: { x: 400, y: 1190 } },
		{ id: 'line-of-control', d: 'M1700 900l0-300 300 0', label: { x: 1800, y: 600 } },
		{ id: 'kashmir-edge', d: 'M1800 300l200 100', label: null }
	],
	areas: [{ id: 'afghanistan', points: [{ x: 700, y: 700 }] }]
};

const strings: MapStrings = {
	mapLabel: 'Map of the region',
	zoomIn: 'Come closer',
	zoomOut: 'Step back',
	list: 'Or pick from the list',
	placeList: 'All places',
	setPin: 'Set your pin',
	twoFingers: 'Two fingers move the map',
	keys: 'Arrow keys aim',
	crossAt: ({ lat, lon }) => `Aim ${lat.toFixed(2)} ${lon.toFixed(2)}`,
	pinAt: ({ lat, lon }) => `Pin ${lat.toFixed(2)} ${lon.toFixed(2)}`,
	yourPin: 'Your answer',
	target: 'The right place',
	durandLine: 'Durand Line',
	lineOfControl: 'Line of Control',
	disclaimer: 'Dashed lines mark disputed boundaries.',
	areas: { afghanistan: 'Afghanistan' }
};

const places: readonly MapPlace[] = [
	{ id: 'kabul', name: 'Kabul', lat: 34.528, lon: 69.172, kind: 'capital', shown: true, role: 'The capital' },
	{ id: 'quetta', name: 'Quetta', lat: 30.184, lon: 67.001, kind: 'city', shown: true },
	{ id: 'torkham', name: 'Torkham', lat: 34.115, lon: 71.085, kind: 'crossing', shown: false, clue: 'West of Peshawar' }
];
const torkham = { lat: 34.115, lon: 71.085 };

type Shown = Omit<ComponentProps<typeof PlaceMap>, 'map' | 'places' | 'strings'>;
/** `target` is also an option of Svelte's mount, hence `props`. */
const show = (props: Shown) => render(PlaceMap, { props: { map, places, strings, ...props } });

const one = (selector: string): Element => {
	const found = document.querySelector(selector);
	if (found === null) throw new Error(`Nothing matches ${selector}`);
	return found;
};
const frame = () => one('.frame');
const viewBox = () => (one('svg[viewBox]').getAttribute('viewBox') ?? '').split(' ').map(Number);
const texts = () => [...document.querySelectorAll('[role=img] text')].map((text) => text.textContent);

function point(type: string, x: number, y: number, more: PointerEventInit = {}) {
	const box = frame().getBoundingClientRect();
	const at = { clientX: box.left + x * box.width, clientY: box.top + y * box.height };
	const init = { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'touch', isPrimary: true, ...at, ...more };
	frame().dispatchEvent(new PointerEvent(type, init));
}

beforeEach(async () => {
	await page.viewport(390, 800);
});

describe('PlaceMap for reading', () => {
	it('names the places that are shown, the disputed lines and the country', async () => {
		await show({ mode: 'read' });
		await expect.element(page.getByRole('img', { name: 'Map of the region' })).toBeVisible();
		expect(texts()).toEqual(expect.arrayContaining(['Kabul', 'Quetta', 'Durand Line', 'Afghanistan']));
		expect(texts().join(' ')).toContain('Control');
		expect(texts()).not.toContain('Torkham');
	});

	it('draws every disputed line dashed and no border dashed', async () => {
		await show({ mode: 'read' });
		const dashes = [...document.querySelectorAll('.disputed')].map((line) => getComputedStyle(line).strokeDasharray);
		expect(dashes).toHaveLength(3);
		expect(dashes.every((dash) => dash !== 'none')).toBe(true);
		expect(getComputedStyle(one('.border')).strokeDasharray).toBe('none');
	});

	it('carries the disclaimer and offers no answers', async () => {
		await show({ mode: 'read' });
		await expect.element(page.getByText('Dashed lines mark disputed boundaries.')).toBeVisible();
		expect(document.querySelectorAll('[data-option]')).toHaveLength(0);
	});

	it('takes no answer from a tap', async () => {
		const onpick = vi.fn();
		await show({ mode: 'read', onpick });
		point('pointerdown', 0.5, 0.5);
		point('pointerup', 0.5, 0.5);
		expect(onpick).not.toHaveBeenCalled();
	});

	it('lists its places with their roles, and brings the one that is pressed into sight', async () => {
		await show({ mode: 'read' });
		await page.getByText('All places').click();
		await expect.element(page.getByText('The capital')).toBeVisible();
		await page.getByRole('button', { name: 'Kabul' }).click();
		await vi.waitFor(() => {
			expect(viewBox()[2]).toBeCloseTo(MAP_WIDTH / 3, 6);
		});
		expect(one('.dot.capital').classList).toContain('found');
	});

	it('writes no style attribute, which the security policy forbids', async () => {
		const { container } = await show({ mode: 'answer', answer: torkham });
		expect(container.querySelectorAll('[style]')).toHaveLength(0);
	});

	it('reads the same way on a page that runs from right to left', async () => {
		document.documentElement.dir = 'rtl';
		try {
			await show({ mode: 'read' });
			await vi.waitFor(() => {
				expect(texts()).toContain('Kabul');
			});
			const dot = one('.dot.capital').getBoundingClientRect();
			const box = frame().getBoundingClientRect();
			const { x } = project(34.528, 69.172);
			expect((dot.left + dot.width / 2 - box.left) / box.width).toBeCloseTo(x / MAP_WIDTH, 1);
		} finally {
			document.documentElement.removeAttribute('dir');
		}
	});
});

describe('PlaceMap for answering', () => {
	it('takes the place under a tap', async () => {
		const onpick = vi.fn<(at: { lat: number; lon: number }) => void>();
		await show({ mode: 'answer', onpick });
		const { x, y } = project(31.613, 65.71);
		point('pointerdown', x / MAP_WIDTH, y / MAP_HEIGHT);
		point('pointerup', x / MAP_WIDTH, y / MAP_HEIGHT);
		expect(onpick).toHaveBeenCalledOnce();
		expect(onpick.mock.calls[0]?.[0].lat).toBeCloseTo(31.613, 1);
		expect(onpick.mock.calls[0]?.[0].lon).toBeCloseTo(65.71, 1);
	});

	it('takes no answer when the finger scrolls or a second one lands', async () => {
		const onpick = vi.fn();
		await show({ mode: 'answer', onpick });
		point('pointerdown', 0.5, 0.5);
		point('pointercancel', 0.5, 0.5);
		point('pointerdown', 0.5, 0.5);
		point('pointermove', 0.5, 0.6);
		point('pointerup', 0.5, 0.6);
		point('pointerdown', 0.4, 0.5);
		point('pointerdown', 0.6, 0.5, { pointerId: 2, isPrimary: false });
		point('pointerup', 0.6, 0.5, { pointerId: 2, isPrimary: false });
		point('pointerup', 0.4, 0.5);
		expect(onpick).not.toHaveBeenCalled();
	});

	it('shows the pin where the answer is', async () => {
		await show({ mode: 'answer', answer: { lat: 31.2, lon: 68.1 } });
		const { x, y } = project(31.2, 68.1);
		const pin = one('svg.pin');
		expect(parseFloat(pin.getAttribute('x') ?? '')).toBeCloseTo((100 * x) / MAP_WIDTH, 1);
		expect(parseFloat(pin.getAttribute('y') ?? '')).toBeCloseTo((100 * y) / MAP_HEIGHT, 1);
	});

	it('takes the same answer from the list, by keyboard alone', async () => {
		const onpick = vi.fn();
		await show({ mode: 'answer', onpick });
		expect(document.querySelectorAll('[data-option]')).toHaveLength(3);
		await expect.element(page.getByRole('group', { name: 'Or pick from the list' })).toBeVisible();
		const radio = page.getByRole('radio', { name: 'Kabul' });
		(radio.element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowDown}');
		expect(onpick).toHaveBeenLastCalledWith({ lat: 30.184, lon: 67.001 });
	});

	it('lets the list say a clue where the name would give the answer away', async () => {
		const onpick = vi.fn();
		await show({ mode: 'answer', onpick });
		await page.getByText('West of Peshawar').click();
		expect(onpick).toHaveBeenLastCalledWith(torkham);
		expect(document.body.textContent).not.toContain('Torkham');
	});

	it('marks in the list the place that is the answer, and none for a tap elsewhere', async () => {
		const { rerender } = await show({ mode: 'answer', answer: torkham });
		await expect.element(page.getByRole('radio', { name: 'West of Peshawar' })).toBeChecked();
		await rerender({ answer: { lat: 33, lon: 66 } });
		expect(document.querySelectorAll('input:checked')).toHaveLength(0);
	});

	it('keeps the zoom when another answer is given', async () => {
		const { rerender } = await show({ mode: 'answer', answer: null });
		await page.getByRole('button', { name: 'Come closer' }).click();
		const close = viewBox();
		await rerender({ answer: { lat: 33, lon: 66 } });
		expect(viewBox()).toEqual(close);
	});

	it('does not show the target before the review', async () => {
		await show({ mode: 'answer', target: { ...torkham, toleranceKm: 40 } });
		expect(document.querySelector('.target, .reach')).toBeNull();
	});
});

describe('PlaceMap zoom', () => {
	it('comes closer and back by button, and says when it can go no further', async () => {
		await show({ mode: 'read' });
		const closer = page.getByRole('button', { name: 'Come closer' });
		const back = page.getByRole('button', { name: 'Step back' });
		await expect.element(back).toHaveAttribute('aria-disabled', 'true');
		await closer.click();
		await expect.element(back).toHaveAttribute('aria-disabled', 'false');
		expect(viewBox()[2]).toBe(MAP_WIDTH / 2);
		await closer.click();
		await closer.click();
		await expect.element(closer).toHaveAttribute('aria-disabled', 'true');
		await back.click();
		expect(viewBox()[2]).toBe(MAP_WIDTH / 4);
	});

	it('moves by arrow keys once it is close', async () => {
		await show({ mode: 'read' });
		await page.getByRole('button', { name: 'Come closer' }).click();
		const before = viewBox();
		await userEvent.keyboard('{ArrowLeft}');
		await vi.waitFor(() => {
			expect(viewBox()[0]).toBe((before[0] ?? 0) - MAP_WIDTH / 8);
		});
	});

	it('follows two fingers apart', async () => {
		await show({ mode: 'read' });
		point('pointerdown', 0.4, 0.5);
		point('pointerdown', 0.6, 0.5, { pointerId: 2 });
		point('pointermove', 0.3, 0.5);
		point('pointermove', 0.7, 0.5, { pointerId: 2 });
		point('pointerup', 0.3, 0.5);
		point('pointerup', 0.7, 0.5, { pointerId: 2 });
		await vi.waitFor(() => {
			expect(viewBox()[2]).toBeCloseTo(MAP_WIDTH / 2, 0);
		});
	});

	it('leaves one finger to the page while it is read, however close, and says that two move it', async () => {
		await show({ mode: 'read' });
		expect(document.querySelector('.fingers')).toBeNull();
		await page.getByRole('button', { name: 'Come closer' }).click();
		await vi.waitFor(() => {
			expect(document.querySelector('.fingers')?.textContent).toBe('Two fingers move the map');
		});
		expect(getComputedStyle(frame()).touchAction).toBe('pan-x pan-y');
		const before = viewBox();
		point('pointerdown', 0.5, 0.5);
		point('pointermove', 0.7, 0.5);
		point('pointerup', 0.7, 0.5);
		expect(viewBox()).toEqual(before);
	});

	it('leaves one finger to the page until one aims closer, then lets it move the map', async () => {
		await show({ mode: 'answer' });
		expect(getComputedStyle(frame()).touchAction).toBe('pan-x pan-y');
		await page.getByRole('button', { name: 'Come closer' }).click();
		await vi.waitFor(() => {
			expect(getComputedStyle(frame()).touchAction).toBe('none');
		});
		const before = viewBox();
		point('pointerdown', 0.5, 0.5);
		point('pointermove', 0.7, 0.5);
		point('pointerup', 0.7, 0.5);
		await vi.waitFor(() => {
			expect(viewBox()[0]).toBeCloseTo((before[0] ?? 0) - (0.2 * MAP_WIDTH) / 2, 0);
		});
	});

	it('keeps its labels at 13 px however wide and close it is', async () => {
		await page.viewport(700, 900);
		await show({ mode: 'read' });
		await page.getByRole('button', { name: 'Come closer' }).click();
		const sizes = [...document.querySelectorAll('[role=img] text')].map((text) => getComputedStyle(text).fontSize);
		expect(new Set(sizes).size).toBe(1);
	});
});

describe('PlaceMap by keyboard', () => {
	const aimed = () => (document.querySelector('figure [role=status]')?.textContent ?? '').split(' ').map(Number);

	async function focusMap() {
		await userEvent.tab();
		await vi.waitFor(() => {
			expect(document.querySelector('.cross')).not.toBeNull();
		});
	}

	it('aims with arrow keys, further with Shift, and says where', async () => {
		await show({ mode: 'answer' });
		expect(document.querySelector('.cross')).toBeNull();
		await focusMap();
		await expect.element(page.getByRole('application', { name: 'Set your pin' })).toBeVisible();
		await userEvent.keyboard('{ArrowUp}');
		const [, lat = 0, lon = 0] = aimed();
		await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
		const [, sameLat = 0, further = 0] = aimed();
		expect(sameLat).toBe(lat);
		expect(further - lon).toBeCloseTo((6 / 60) * (MAP_BOUNDS.east - MAP_BOUNDS.west), 1);
	});

	it('sets the pin with Enter, once; the next Enter goes on', async () => {
		const onpick = vi.fn<(at: { lat: number; lon: number }) => void>();
		const { rerender } = await show({ mode: 'answer', onpick });
		await focusMap();
		const passed = vi.fn<(isTaken: boolean) => void>();
		const listen = (event: KeyboardEvent) => passed(event.defaultPrevented);
		window.addEventListener('keydown', listen);
		try {
			await userEvent.keyboard('{Enter}');
			const { lat, lon } = unproject(MAP_WIDTH / 2, MAP_HEIGHT / 2);
			expect(onpick.mock.calls[0]?.[0].lat).toBeCloseTo(lat, 6);
			expect(onpick.mock.calls[0]?.[0].lon).toBeCloseTo(lon, 6);
			await rerender({ answer: { lat, lon } });
			await userEvent.keyboard('{Enter}');
		} finally {
			window.removeEventListener('keydown', listen);
		}
		expect(onpick).toHaveBeenCalledOnce();
		expect(passed.mock.calls).toEqual([[true], [false]]);
	});

	it('zooms on the cross-hair with plus and minus, and follows it over the edge', async () => {
		await show({ mode: 'answer' });
		await focusMap();
		await userEvent.keyboard('++');
		await vi.waitFor(() => {
			expect(viewBox()[2]).toBe(MAP_WIDTH / 4);
		});
		const [x = 0] = viewBox();
		for (let press = 0; press < 5; press += 1) await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
		await vi.waitFor(() => {
			expect(viewBox()[0]).toBeLessThan(x);
		});
		await userEvent.keyboard('--');
		await vi.waitFor(() => {
			expect(viewBox()[2]).toBe(MAP_WIDTH);
		});
	});

	it('shows no cross-hair to a finger', async () => {
		await show({ mode: 'answer' });
		point('pointerdown', 0.5, 0.5);
		point('pointerup', 0.5, 0.5);
		expect(document.querySelector('.cross')).toBeNull();
	});
});

describe('PlaceMap of wider lands', () => {
	it('takes a place that lies west of the region', async () => {
		const onpick = vi.fn<(at: { lat: number; lon: number }) => void>();
		await show({ mode: 'answer', extent: 'wide', onpick });
		const { x, y, width, height } = map.frames.wide;
		const doha = project(25.285, 51.531);
		point('pointerdown', (doha.x - x) / width, (doha.y - y) / height);
		point('pointerup', (doha.x - x) / width, (doha.y - y) / height);
		expect(onpick.mock.calls[0]?.[0].lat).toBeCloseTo(25.285, 1);
		expect(onpick.mock.calls[0]?.[0].lon).toBeCloseTo(51.531, 1);
	});
});

describe('PlaceMap in review', () => {
	it('shows answer, target, its reach, the line between and the distance in words', async () => {
		const target = { ...torkham, toleranceKm: 40 };
		const distance = 'Your pin is 136 km away.';
		await show({ mode: 'review', answer: { lat: 33.2, lon: 70.1 }, target, distance, span: '136 km' });
		await expect.element(page.getByText(distance)).toBeVisible();
		expect(texts()).toEqual(expect.arrayContaining(['Your answer', 'Torkham', '136 km']));
		const reach = one('.reach').getBoundingClientRect();
		expect(reach.width / reach.height).toBeCloseTo(1, 1);
		expect(one('.between').getAttribute('x1')).toBe(one('svg.pin').getAttribute('x'));
		expect(one('.between').getAttribute('x2')).toBe(one('svg.target').getAttribute('x'));
	});

	it('shows the target alone when nothing was answered', async () => {
		const target = { ...torkham, toleranceKm: 40 };
		await show({ mode: 'review', answer: null, target });
		expect(texts()).toContain('Torkham');
		expect(document.querySelector('svg.pin, .between')).toBeNull();
	});

	it('takes no further answer', async () => {
		const onpick = vi.fn();
		const target = { ...torkham, toleranceKm: 40 };
		await show({ mode: 'review', answer: torkham, target, onpick });
		point('pointerdown', 0.5, 0.5);
		point('pointerup', 0.5, 0.5);
		expect(onpick).not.toHaveBeenCalled();
		expect(document.querySelectorAll('[data-option]')).toHaveLength(0);
	});
});
