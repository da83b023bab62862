import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import LiveTime from '../../../src/lib/components/paper/LiveTime.svelte';
import { LiveShow } from '../../../src/lib/state/live-show.svelte';
import { givenQuiz } from '../../fixtures/given-quiz';
import { shortAnswer, trueFalse } from '../quiz/items';
import { tinySet } from '../quiz/run-app';

const ROW = givenQuiz(tinySet([trueFalse, shortAnswer]), [1, 2]);

const timer = page.getByRole('timer');
const status = page.getByRole('status');

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'setInterval', 'clearInterval'] });
});

afterEach(() => {
	vi.useRealTimers();
});

/** The first question on the wall, with this much time. */
async function showFor(countdownMs: number): Promise<LiveShow> {
	const show = new LiveShow(ROW);
	show.countdownMs = countdownMs;
	show.next();
	await render(LiveTime, { props: { show } });
	return show;
}

describe('the time of a question on the wall', () => {
	it('counts down by itself, and says aloud and in letters that it is up, until the answer comes', async () => {
		const show = await showFor(30_000);
		await expect.element(timer).toHaveTextContent('30 s left');
		vi.advanceTimersByTime(29_500);
		await expect.element(timer).toHaveTextContent('1 s left');
		await expect.element(status).toHaveTextContent(/^$/);
		vi.advanceTimersByTime(500);
		await expect.element(timer).toHaveTextContent('Time is up');
		await expect.element(status).toHaveTextContent('Time is up');
		vi.advanceTimersByTime(60_000);
		await expect.element(timer).toHaveTextContent('Time is up');
		show.toggleAnswer();
		await expect.element(timer).not.toBeInTheDocument();
		await expect.element(status).toHaveTextContent(/^$/);
	});

	it('is up too when the clock was not looked at for long, and starts anew with the next question', async () => {
		const show = await showFor(30_000);
		vi.setSystemTime(1_000_000 + 600_000);
		vi.advanceTimersByTime(250);
		await expect.element(timer).toHaveTextContent('Time is up');
		show.withAnswers = false;
		show.next();
		await expect.element(timer).toHaveTextContent('30 s left');
		await expect.element(status).toHaveTextContent(/^$/);
	});

	it('shows nothing where questions have no time', async () => {
		await showFor(0);
		vi.advanceTimersByTime(1000);
		await expect.element(timer).not.toBeInTheDocument();
	});
});
