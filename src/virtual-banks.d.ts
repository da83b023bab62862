/** All banks in short, small enough for the home screen. */
declare module 'virtual:banks' {
	const banks: readonly import('./lib/content/bank').BankSummary[];
	export default banks;
}

/** One bank in full. For pages rendered at build time; the app itself fetches its two parts, `banks/<id>.*.json`. */
declare module 'virtual:bank/*' {
	const bank: import('./lib/content/bank').Bank;
	export default bank;
}
