import { describe, expect, it } from 'vitest';
import { readHead, toHeadTags, type PageHead } from '$lib/interop/page-head';

const head: PageHead = {
	title: 'Bridges & “tolls” <1>',
	description: 'Say "no".',
	address: 'https://site.example/read/',
	site: 'Backstory',
	image: 'https://site.example/og.png',
	imageText: 'A picture',
	data: null
};

describe('toHeadTags', () => {
	it('names the page’s address, picture and texts for previews, with every mark escaped', () => {
		const tags = toHeadTags(head);
		expect(tags).toContain('<link rel="canonical" href="https://site.example/read/" />');
		expect(tags).toContain('<meta property="og:url" content="https://site.example/read/" />');
		expect(tags).toContain('<meta property="og:title" content="Bridges &amp; “tolls” &lt;1&gt;" />');
		expect(tags).toContain('<meta property="og:description" content="Say &quot;no&quot;." />');
		expect(tags).toContain('<meta property="og:image" content="https://site.example/og.png" />');
		expect(tags).toContain('<meta name="twitter:card" content="summary_large_image" />');
		expect(tags).not.toContain('<script');
	});

	it('claims no address where the site’s own is not known', () => {
		const tags = toHeadTags({ ...head, address: null, image: '../og.png' });
		expect(tags).not.toMatch(/canonical|og:url/);
		expect(tags).toContain('content="../og.png"');
	});

	it('carries structured data as a data block', () => {
		const block = /<script type="application\/ld\+json">(.*)<\/script>/.exec(
			toHeadTags({ ...head, data: { name: '<' } })
		);
		expect(JSON.parse(block?.[1] ?? '')).toEqual({ name: '<' });
	});
});

describe('readHead', () => {
	it('reads title and description back as they were written', () => {
		const html = '<title>A &amp;lt; B</title><meta name="description" content="Say &quot;no&quot; &amp; go."/>';
		expect(readHead(html)).toEqual({ title: 'A &lt; B', description: 'Say "no" & go.' });
	});

	it('finds nothing where there is nothing', () => {
		expect(readHead('<p>Hello</p>')).toEqual({ title: '', description: '' });
	});
});
