import { checkOfAssigned, paperOf, seedOfForm } from '$lib/domain/assigned-paper';
import type { ReceivedResult } from '$lib/domain/analysis/analyse-class';
import type { Item } from '$lib/domain/item';
import type { GivenAssignment } from '$lib/domain/mark-result';
import { CONFIDENCES, type AnsweredQuestion } from '$lib/domain/quiz';
import { PRACTICE_RULES } from '$lib/domain/quiz-rules';
import { createRng } from '$lib/domain/rng';
import type { StudySet } from '$lib/domain/set';
import { toSharedSet } from '$lib/domain/share-model';

const OPTIONS = 4;

/** An assignment of as many single-choice questions, the first option right, everyone the same paper. */
export function classGiven(questions: number): GivenAssignment {
	const items = Array.from({ length: questions }, (_, index): Item => ({
		type: 'single-choice',
		number: index + 1,
		id: `question-${String(index + 1)}`,
		revision: 1,
		stem: `What is asked in question ${String(index + 1)}?`,
		options: Array.from({ length: OPTIONS }, (_unused, option) => ({
			text: `answer ${String(option + 1)} to question ${String(index + 1)}`,
			correct: option === 0
		}))
	}));
	const set: StudySet = {
		id: 'AbCdEfGhIjK',
		revision: 1,
		title: 'Class set',
		lang: 'en',
		addedAt: 0,
		topics: [],
		items,
		origin: 'own'
	};
	return {
		set,
		remarks: [],
		assignment: {
			id: 'abcdefgh-_1',
			title: 'For Monday',
			teacher: 'Ms Khan',
			keyPolicy: 'open',
			content: { kind: 'set', set: toSharedSet(set) },
			quiz: {
				sections: [{ title: '', fixed: [], rows: [{ count: questions, topics: [], difficulties: [], types: [] }] }],
				time: { kind: 'none' },
				rules: PRACTICE_RULES,
				seed: 7,
				forms: 'same',
				sittings: 0
			},
			keys: [{ curve: 'X25519', bytes: new Uint8Array(32) }]
		}
	};
}

/** A class that has taken it: abler learners know more, later questions are harder. The same every time. */
export function aClass(given: GivenAssignment, learners: number): ReceivedResult[] {
	const { assignment, set } = given;
	const seed = seedOfForm(assignment, 'A');
	const paper = paperOf(assignment, set.items, seed);
	const paperCheck = checkOfAssigned(assignment, set.items, seed);
	const random = createRng(5);
	const none = { count: 0, ms: 0 };
	return Array.from({ length: learners }, (_, place) => {
		const ability = 3 * random() - 1.5;
		const answers = paper.map(({ item }): AnsweredQuestion => {
			const hard = (4 * item) / paper.length - 2.5;
			const isRight = random() < 1 / (1 + Math.exp(1.5 * (hard - ability)));
			const chosen = [isRight ? 0 : 1 + Math.floor(random() * (OPTIONS - 1))];
			const confidence = CONFIDENCES[Math.floor(random() * 3)] ?? 'guess';
			return { response: { type: 'choice', chosen }, tookMs: Math.round(4000 + 40_000 * random()), confidence };
		});
		const result = {
			assignment: assignment.id,
			seed,
			paperCheck,
			sitting: 1,
			name: `Learner ${String(place + 1)}`,
			startedAt: 1_795_000_000_000 + place,
			tookMs: 600_000,
			timedOut: false,
			lateMs: 0,
			away: none,
			clockBack: none,
			paused: none,
			accommodations: null,
			answers
		};
		return { sender: `sender-${String(place + 1)}`, result };
	});
}
