import { CODES, type LogColumns } from './log-columns';
import { orderLog } from './order-log';
import { voidedRows } from './voided-rows';

/**
 * @returns for each row 1 when it counts for nothing: because it was taken back, because it takes something back, or because
 * its card was reset after it as if nobody had ever studied it
 */
export function uncountedRows(log: LogColumns): Uint8Array {
	const left = voidedRows(log);
	if (!log.code.includes(CODES.fullReset)) return left;
	const isReset = new Uint8Array(log.cards.length);
	// From the end, so that a card's last reset is met before all that it makes uncounted.
	for (const row of orderLog(log).toReversed()) {
		const card = log.card[row] ?? 0;
		if (isReset[card] === 1) left[row] = 1;
		else if (left[row] === 0 && log.code[row] === CODES.fullReset) isReset[card] = 1;
	}
	return left;
}
