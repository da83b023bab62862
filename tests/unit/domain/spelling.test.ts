import { describe, expect, it } from 'vitest';
import { foldAnswer } from '$lib/domain/fold-answer';
import { foldSpelling } from '$lib/domain/spelling';

const fold = (text: string): string => foldAnswer(text).map(foldSpelling).join(' ');

describe('foldSpelling', () => {
	it.each([
		['Tehrik', 'Tehreek', 'Tahrik', 'Tahreek'],
		['Quran', 'Koran', 'Qur’an', 'Qurʾān'],
		['Sirajuddin', 'Serajuddin', 'Sirajudin', 'Serajudin'],
		['Torkham', 'Turkham', 'Torkhām'],
		['Haqqani', 'Haqani', 'Hakkani'],
		['Pashtun', 'Pakhtun', 'Pushtun', 'Pukhtun', 'Pashtoon'],
		['Pakhtunkhwa', 'Pashtunkhwa', 'Pukhtunkhwa'],
		['Khyber', 'Khaibar', 'Khaiber', 'Khiber'],
		['Muhammad', 'Mohammad', 'Mohammed', 'Muhammed'],
		['Ahmad', 'Ahmed'],
		['emir', 'amir', 'ameer'],
		['ulema', 'ulama'],
		['Deobandi', 'Devbandi'],
		['Akhundzada', 'Akhunzada', 'Ākhundzāda'],
		['Hibatullah', 'Haibatullah', 'Hebatullah', 'Haibatulla'],
		['Mehsud', 'Mahsud', 'Mehsood'],
		['Balochistan', 'Baluchistan'],
		['Kandahar', 'Qandahar'],
		['mujahideen', 'mujahidin', 'mujahedin', 'mujaheddin'],
		['madrasa', 'madrassa', 'madrasah', 'madrassah'],
		['jirga', 'jirgah', 'jerga'],
		['mullah', 'mulla', 'molla'],
		['al-Qaeda', 'al-Qaida', 'al-Qa’ida'],
		['Noor', 'Nur'],
		['Lashkar-e-Taiba', 'Lashkar-i-Tayyiba'],
		['defence organisation', 'defense organization'],
		['neighbours', 'neighbors']
	])('takes %s and %s as spellings of one name', (...spellings) => {
		expect(new Set(spellings.map(fold)).size).toBe(1);
	});

	it.each([
		['Kunar', 'Kurram'],
		['Iran', 'Iraq'],
		['Mehsud', 'Masood'],
		['Jamiat', 'Jamaat'],
		['Paktika', 'Pashtun'],
		['Ghani', 'Ghazni'],
		['Durand', 'Dera'],
		['Taliban', 'Tehran'],
		['emir', 'America']
	])('keeps %s and %s apart', (one, other) => {
		expect(fold(one)).not.toBe(fold(other));
	});

	it('leaves numbers and other scripts as they are', () => {
		expect(['1893', '2500', 'پاکستان', 'кабул'].map(foldSpelling)).toEqual(['1893', '2500', 'پاکستان', 'кабул']);
	});
});
