import { readFileSync } from 'node:fs';
import type { Bank } from '$lib/content/bank';

/** The bank of the fixtures, as the compiler makes it: ten items, one of each type. */
export const tinyBank = JSON.parse(readFileSync('tests/fixtures/banks/golden.json', 'utf8')) as Bank;
