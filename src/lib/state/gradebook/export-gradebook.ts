import type { GradebookLearner, ItemTally } from '$lib/domain/gradebook';
import type { Item } from '$lib/domain/item';
import type { EpochMs } from '$lib/domain/units';
import { gradebookSheets, resultsTable, tableToCsv } from '$lib/interop/gradebook-tables';
import { toXlsx } from '$lib/interop/xlsx';
import { saveFile } from '../save-file';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the gradebook to the person as a file: CSV holds the results alone, XLSX answers and items too. @returns its name */
export function exportGradebook(
	as: 'csv' | 'xlsx',
	learners: readonly GradebookLearner[],
	tallies: readonly ItemTally[],
	items: ReadonlyMap<number, Item>,
	at: EpochMs
): string {
	const name = `backstory-results-${new Date(at).toISOString().slice(0, 10)}.${as}`;
	const file =
		as === 'csv'
			? new Blob([tableToCsv(resultsTable(learners))], { type: 'text/csv' })
			: new Blob([toXlsx(gradebookSheets(learners, tallies, items))], { type: XLSX_TYPE });
	saveFile(file, name);
	return name;
}
