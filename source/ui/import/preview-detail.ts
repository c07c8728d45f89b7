import type {ImportState} from '../../app/screens/import/import-state.ts';
import {type FileColumns, fileColumns, revealedValue} from '../../app/screens/import/preview-kinds.ts';
import {lineOf, problemOf, rowOnLine} from '../../app/screens/import/preview-tabs.ts';
import {idOf, shownValue, valuesOf, whatTable, whoOf} from '../../app/screens/import/row-texts.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import type {ImportPlan, JudgedRow} from '../../csv/import-plan.ts';
import {formatFinding, formatWholeProblem} from '../../domain/problem.ts';

/** The line under the cursor, uncut; '' where there is none. */
export function previewDetail(state: ImportState, plan: ImportPlan, revealed: boolean): string {
	const {tab, tables, source} = state;
	const id = cursorRow(tables[tab].table);
	if (id === undefined || source === undefined) return '';
	const file = fileColumns(source.table, plan);
	const found = problemOf(plan, tab, id);
	if (found !== undefined) {
		const value = revealed ? revealedValue(found, file) : undefined;
		return formatWholeProblem(value === undefined ? found.problem : {...found.problem, value});
	}
	const judged = rowOnLine(plan, lineOf(id));
	return judged === undefined ? '' : describeRow(judged, file, revealed);
}

/** What becomes of a row, and why; then what it has or changes: "Line 2, create, Ann Archer: Deployment PIN ••••". */
function describeRow(judged: JudgedRow, file: FileColumns, revealed: boolean): string {
	const id = judged.kind === 'create' ? '' : idOf(judged, file.idColumn);
	const what = `${whatTable[judged.kind].name}${id === '' ? '' : ` ID ${id}`}`;
	const head = [`Line ${judged.row.line}`, what, whoOf(judged, file.columns)].filter((text) => text !== '');
	const wrong = judged.problems.map(({column, ...finding}) => {
		const text = formatFinding(finding);
		return column === undefined ? text : `${column}: ${text}`;
	});
	const values = describeValues(judged, file, revealed);
	return `${head.join(', ')}: ${[...wrong, values].filter((text) => text !== '').join(' ')}`;
}

/** What a row changes, or all that it has but the name and secrets; the PIN first, as there may be no room for all. */
function describeValues(judged: JudgedRow, {columns}: FileColumns, revealed: boolean): string {
	const sorted = columns.toSorted((a, b) => Number(b.field.kind === 'pin') - Number(a.field.kind === 'pin'));
	return sorted
		.flatMap((column) => {
			const {field, key} = column;
			const {before, after} = valuesOf(judged, column);
			const [old, now] = [before, after].map((value) => shownValue(field, value, revealed) || 'empty');
			if (before !== after) return [`${field.header}: ${old} → ${now}`];
			const isTold = field.kind !== 'secret' && key !== 'firstName' && key !== 'lastName' && after !== '';
			return judged.kind !== 'update' && isTold ? [`${field.header} ${now}`] : [];
		})
		.join(', ');
}
