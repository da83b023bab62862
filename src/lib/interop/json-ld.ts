import type { Bank, BankArticle } from '$lib/content/bank';
import type { FlashcardTopic } from './flashcards';

/** What a page says of itself. Addresses are absolute where the site's own is known, else relative to the page. */
export type DescribedPage = {
	readonly title: string;
	readonly description: string;
	readonly address: string;
	/** The companion that the page belongs to. */
	readonly companion: string;
};

/** A node of schema.org's vocabulary, ready to be written as JSON. */
export type JsonLd = Readonly<Record<string, unknown>>;

/** Describes a bank's companion: what it teaches, and the article that it retells. */
export function describeCompanion(bank: Bank, page: DescribedPage): JsonLd {
	return {
		...describeResource('LearningResource', bank, page),
		name: bank.title,
		learningResourceType: 'background reading',
		teaches: bank.objectives.map(({ text }) => text),
		isBasedOn: describeArticle(bank.article)
	};
}

/** Describes a page to look things up in, such as the glossary. */
export function describeReference(bank: Bank, page: DescribedPage): JsonLd {
	return {
		...describeResource('LearningResource', bank, page),
		learningResourceType: 'reference',
		isPartOf: { '@type': 'LearningResource', '@id': page.companion, name: bank.title }
	};
}

/**
 * Describes the page that shows every question with its answer, as flashcards.
 * @see https://developers.google.com/search/docs/appearance/structured-data/education-qa for the fields that are read
 */
export function describeQuiz(bank: Bank, topics: readonly FlashcardTopic[], page: DescribedPage): JsonLd {
	const { subject } = bank;
	return {
		...describeResource('Quiz', bank, page),
		...(subject === undefined
			? {}
			: {
					educationalAlignment: [
						{ '@type': 'AlignmentObject', alignmentType: 'educationalSubject', targetName: subject }
					]
				}),
		isPartOf: { '@type': 'LearningResource', '@id': page.companion, name: bank.title },
		hasPart: topics.flatMap(({ cards }) =>
			cards.map(({ question, answer }) => ({
				'@type': 'Question',
				eduQuestionType: 'Flashcard',
				text: question,
				acceptedAnswer: { '@type': 'Answer', text: answer }
			}))
		)
	};
}

/** @returns the text of a data block: no value in it can end the block or open another */
export function toJsonText(node: JsonLd): string {
	return JSON.stringify(node).replace(/[<>&\u2028\u2029]/g, (mark) => {
		return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
	});
}

function describeResource(type: string, bank: Bank, { title, description, address }: DescribedPage): JsonLd {
	const { licenceUrl, attribution } = bank;
	return {
		'@context': 'https://schema.org',
		'@type': type,
		'@id': address,
		url: address,
		name: title,
		description,
		about: { '@type': 'Thing', name: bank.title },
		inLanguage: bank.lang,
		isAccessibleForFree: true,
		...(licenceUrl === undefined ? {} : { license: licenceUrl }),
		...(attribution === undefined ? {} : { creditText: attribution })
	};
}

function describeArticle({ title, publisher, published, url, genre }: BankArticle): JsonLd {
	return {
		'@type': genre === 'opinion' ? 'OpinionNewsArticle' : 'Article',
		headline: title,
		url,
		datePublished: published,
		publisher: { '@type': 'Organization', name: publisher }
	};
}
