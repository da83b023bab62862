/** Where the journal's keys in localStorage begin. Apart from it, so that whoever asks whether anything waits need not load it. */
export const JOURNAL_PREFIX = 'backstory.journal.';
