import { expect, it } from 'vitest';
import { readStorages } from '../../../scripts/build/storages.js';

it('lets a build reach nothing and offer nothing unless it says so', () => {
	expect(readStorages({})).toEqual({
		sources: [],
		storages: { remoteStorage: false, dropboxKey: '', googleKey: '' }
	});
});

it('opens the policy for what is configured and no more', () => {
	expect(readStorages({ BACKSTORY_SYNC: 'https://a.example  https://b.example:8443' }).sources).toEqual([
		'https://a.example',
		'https://b.example:8443'
	]);
	expect(readStorages({ BACKSTORY_SYNC: 'https:' })).toMatchObject({
		sources: ['https:'],
		storages: { remoteStorage: true }
	});
	const dropbox = readStorages({ BACKSTORY_DROPBOX_KEY: 'key' });
	expect(dropbox.sources).toEqual(['https://api.dropboxapi.com', 'https://content.dropboxapi.com']);
	expect(dropbox.storages).toEqual({ remoteStorage: false, dropboxKey: 'key', googleKey: '' });
	expect(readStorages({ BACKSTORY_GOOGLE_KEY: 'id' }).sources).toEqual(['https://www.googleapis.com']);
});

it.each(['*', "'unsafe-inline'", 'https://a.example/path', 'ftp://a.example', 'https: ; script-src *'])(
	'refuses %j, which is no origin and could change the policy',
	(setting) => {
		expect(() => readStorages({ BACKSTORY_SYNC: setting })).toThrow('BACKSTORY_SYNC');
	}
);
