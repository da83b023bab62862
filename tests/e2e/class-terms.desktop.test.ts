import { PRACTICE_RULES } from '../../src/lib/domain/quiz-rules';
import { giveAssignment, storeGiven } from './class-given';
import { expect, test } from './fixtures';
import { LearnerScreen } from './learner-screen';
import { storedAttempts } from './quiz-screen';
import { OpenScreen } from './share-screen';

const MINUTE_MS = 60_000;
const SAID = { 'Which river': 'Indus', 'The line': 'True', Who: 'Durand', 'Which are': ['Sindh', 'Balochistan'] };

test('a personal link brings its help along: more time, larger text, a voice; the result tells of it with consent only', async ({
	page,
	newProfile
}) => {
	const given = await giveAssignment('For Monday', {
		time: { kind: 'quiz', limitMs: 4 * MINUTE_MS },
		rules: { ...PRACTICE_RULES, confidence: true }
	});
	await storeGiven(page, given);
	await page.goto(`class/assignment/?id=${given.assignment.id}`);
	await page.getByText('A link for one learner').click();
	await page.getByLabel('Learner’s name').or(page.getByLabel("Learner's name")).fill('Amina Gul');
	await page.getByRole('radio', { name: '2×' }).check({ force: true });
	await page.getByRole('checkbox', { name: 'Larger text' }).check();
	await page.getByRole('checkbox', { name: 'Read aloud' }).check();
	await page.getByRole('button', { name: 'Make the link' }).click();
	const made = page.getByRole('status').filter({ hasText: 'For Amina Gul' });
	const shown = await made.locator('[translate="no"]').filter({ hasText: '#1d.' }).innerText();

	const profile = await newProfile();
	await profile.addInitScript(speakSilently);
	const learner = new LearnerScreen(await profile.newPage());
	await new OpenScreen(learner.page).open(`http://${shown.trim()}`);
	await expect(learner.page.getByText('This link was made for Amina Gul.')).toBeVisible();
	await expect(learner.page.getByText('8 minutes in all.')).toBeVisible();
	await learner.start();
	const [attempt] = await storedAttempts(learner.page);
	expect((attempt?.deadline ?? 0) - (attempt?.startedAt ?? 0)).toBe(8 * MINUTE_MS);
	const fontSize = () => learner.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	expect(await fontSize()).toBe('24px');
	const stem = await learner.quiz.stem.innerText();
	await learner.page.getByRole('button', { name: 'Read aloud' }).click();
	await expect(learner.page.getByRole('button', { name: 'Stop reading' })).toBeVisible();
	expect(await learner.page.evaluate(() => (globalThis as unknown as { said: string[] }).said[0])).toContain(stem);
	await expect(learner.page.getByRole('radio', { name: 'Sure', exact: true })).toBeDisabled();
	await learner.answer(SAID);
	await learner.page.getByRole('radio', { name: 'Sure', exact: true }).check({ force: true });
	await learner.quiz.goOn();
	await learner.take(SAID, 3);
	expect(await fontSize()).toBe('24px');

	await learner.page.getByRole('link', { name: 'Hand in' }).click();
	await expect(learner.page.getByLabel('Your name')).toHaveValue('Amina Gul');
	const teacher = new OpenScreen(page);
	await teacher.open(await learner.seal());
	await page.getByRole('link', { name: 'See the results' }).click();
	await page.getByRole('link', { name: /^Amina Gul/ }).click();
	await expect(page.getByText('was sure')).toHaveCount(1);
	await expect(page.getByText('as the learner states')).toHaveCount(0);

	await learner.page.getByRole('button', { name: 'Change what is sent' }).click();
	await learner.page.getByRole('checkbox', { name: 'Say that I had more time or other help' }).check();
	await teacher.open(await learner.seal());
	await expect(page.getByRole('heading', { name: /replaces an earlier result/ })).toBeVisible();
	await page.getByRole('link', { name: 'See the results' }).click();
	await page.getByRole('link', { name: /^Amina Gul/ }).click();
	await expect(
		page.getByText('With 2 times the time, larger text and questions read aloud, as the learner states.')
	).toBeVisible();
});

/** Stands in for the speech of a device with an English voice, and notes what it is given to say. */
function speakSilently(): void {
	const said: string[] = [];
	const voice = { lang: 'en-GB', localService: true, default: true, name: 'Here', voiceURI: 'here' };
	class Utterance {
		constructor(readonly text: string) {}
	}
	const synthesis = {
		getVoices: () => [voice],
		speak: ({ text }: Utterance) => said.push(text),
		cancel: () => undefined
	};
	for (const [name, value] of Object.entries({ said, speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance }))
		Object.defineProperty(globalThis, name, { value, configurable: true });
}
