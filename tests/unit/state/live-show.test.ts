import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveShow } from '$lib/state/live-show.svelte';
import { givenQuiz } from '../../fixtures/given-quiz';
import { ITEMS } from '../domain/quiz-items';

const items = [ITEMS['single-choice'], ITEMS['true-false']];
const ROW = givenQuiz(
	{ id: 'own', title: 'T', lang: 'en', origin: 'own', revision: 1, addedAt: 0, topics: [], items },
	[3, 5]
);

/** Goes on until nothing changes, and says what was on the wall. */
function walk(show: LiveShow, turn: () => void, turns: number): string[] {
	return Array.from({ length: turns }, () => {
		turn();
		return `${show.stage}${String(show.number)}${show.isShown ? '!' : ''}`;
	});
}

describe('LiveShow', () => {
	beforeEach(() => {
		vi.useFakeTimers({ now: 1000 });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it('leads through each question and its answer, stops at the end, and leads back', () => {
		const show = new LiveShow(ROW);
		const next = () => {
			show.next();
		};
		expect(show.stage).toBe('start');
		expect(walk(show, next, 6)).toEqual(['question1', 'question1!', 'question2', 'question2!', 'end3', 'end3']);
		const back = () => {
			show.back();
		};
		expect(walk(show, back, 4)).toEqual(['question2', 'question1', 'start0', 'start0']);
	});

	it('passes over the answers where the teacher wants none, and shows one when asked', () => {
		const show = new LiveShow(ROW);
		show.withAnswers = false;
		show.next();
		show.toggleAnswer();
		expect(show.isShown).toBe(true);
		show.next();
		expect([show.number, show.isShown]).toEqual([2, false]);
	});

	it('counts each question down to an instant, and not while its answer is shown', () => {
		const show = new LiveShow(ROW);
		show.countdownMs = 30_000;
		show.next();
		expect(show.leftMs).toBe(30_000);
		vi.setSystemTime(21_000);
		show.tick();
		expect(show.leftMs).toBe(10_000);
		vi.setSystemTime(90_000);
		show.tick();
		expect(show.leftMs).toBe(0);
		show.next();
		expect(show.leftMs).toBeNull();
		show.next();
		expect(show.leftMs).toBe(30_000);
	});
});
