import { expect, it } from 'vitest';
import { findStorage } from '$lib/state/sync/find-storage';

const AUTH = 'http://tools.ietf.org/html/rfc6749#section-4.2';
const VERSION = 'http://remotestorage.io/spec/version';
const asked: string[] = [];

const answering =
	(body: unknown, status = 200): typeof fetch =>
	(address) => {
		if (typeof address === 'string') asked.push(address);
		return Promise.resolve(new Response(JSON.stringify(body), { status }));
	};

const recordOf = (href: string, auth: string) => ({
	links: [
		{ rel: 'avatar' },
		{
			rel: 'http://tools.ietf.org/id/draft-dejong-remotestorage',
			href,
			properties: { [VERSION]: 'draft-dejong-remotestorage-13', [AUTH]: auth }
		}
	]
});

it('asks the host of an address where its files are', async () => {
	const record = recordOf('https://files.example/ada', 'https://storage.example/oauth/ada');
	expect(await findStorage('ada@storage.example', answering(record))).toEqual({
		ok: true,
		value: {
			href: 'https://files.example/ada',
			storageApi: 'draft-dejong-remotestorage-13',
			authURL: 'https://storage.example/oauth/ada'
		}
	});
	expect(asked.at(-1)).toBe('https://storage.example/.well-known/webfinger?resource=acct%3Aada%40storage.example');
});

it.each(['ada', 'ada@', '@storage.example', 'ada@storage.example/path', 'a b@storage.example', 'ada@x@y'])(
	'asks nobody for %j, which is no address',
	async (address) => {
		const before = asked.length;
		expect(await findStorage(address, answering({}))).toEqual({ ok: false, error: { kind: 'not-an-address' } });
		expect(asked.length).toBe(before);
	}
);

it('finds nothing where there is no record, a broken one, or one that would run a script', async () => {
	const script = recordOf('https://files.example/ada', 'javascript:alert(1)');
	for (const ask of [
		answering({}, 404),
		answering([]),
		answering(null),
		answering({ links: [{}] }),
		answering(script)
	]) {
		expect(await findStorage('ada@storage.example', ask)).toEqual({ ok: false, error: { kind: 'not-found' } });
	}
	const dead: typeof fetch = () => Promise.reject(new TypeError('no network'));
	expect(await findStorage('ada@storage.example', dead)).toEqual({ ok: false, error: { kind: 'not-found' } });
});
