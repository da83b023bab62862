import { describe, expect, it } from 'vitest';
import { describeCompanion, describeQuiz, describeReference, toJsonText } from '$lib/interop/json-ld';
import { tinyBank } from './tiny-bank';

const bank = { ...tinyBank, licenceUrl: 'https://law.example/by', attribution: 'Tiny', subject: 'Bridges' };
const page = {
	title: 'A page',
	description: 'What it holds.',
	address: 'https://site.example/read/',
	companion: 'https://site.example/read/'
};
const topics = [{ id: 'people', title: 'People', cards: [{ id: 'a', question: 'Who?', answer: 'They.' }] }];

describe('structured data', () => {
	it('describes the companion with what it teaches, its licence and the article it retells', () => {
		expect(describeCompanion(bank, page)).toMatchObject({
			'@context': 'https://schema.org',
			'@type': 'LearningResource',
			'@id': page.address,
			name: 'The bridge of Adun',
			license: 'https://law.example/by',
			creditText: 'Tiny',
			teaches: ['The learner can name both sides.', 'The learner can find the bridge.'],
			isBasedOn: { '@type': 'OpinionNewsArticle', url: 'https://post.example/bridge', datePublished: '2020-02-29' }
		});
	});

	it('calls an article an opinion only where the bank does', () => {
		const report = { ...bank, article: { ...bank.article, genre: 'report' } };
		expect(describeCompanion(report, page)).toMatchObject({ isBasedOn: { '@type': 'Article' } });
	});

	it('says which companion a page to look things up in belongs to', () => {
		expect(describeReference(bank, page)).toMatchObject({
			'@type': 'LearningResource',
			name: 'A page',
			isPartOf: { '@id': page.companion }
		});
	});

	it('describes questions with the fields that search engines ask for', () => {
		expect(describeQuiz(bank, topics, page)).toMatchObject({
			'@type': 'Quiz',
			about: { '@type': 'Thing', name: 'The bridge of Adun' },
			educationalAlignment: [{ alignmentType: 'educationalSubject', targetName: 'Bridges' }],
			hasPart: [
				{
					'@type': 'Question',
					eduQuestionType: 'Flashcard',
					text: 'Who?',
					acceptedAnswer: { '@type': 'Answer', text: 'They.' }
				}
			]
		});
	});

	it('claims no subject, licence or credit that the bank does not give', () => {
		const names = Object.keys(describeQuiz(tinyBank, topics, page));
		for (const name of ['educationalAlignment', 'license', 'creditText']) expect(names).not.toContain(name);
	});

	it('is written so that no value ends its block', () => {
		const text = toJsonText({ name: '</script><!-- & \u2028' });
		expect(text).not.toMatch(/[<>&\u2028]/);
		expect(JSON.parse(text)).toEqual({ name: '</script><!-- & \u2028' });
	});
});
