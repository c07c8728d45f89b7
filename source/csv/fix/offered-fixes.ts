import {isMasked, maskValue, type StoredField} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import type {Problem} from '../../domain/problem.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import {usedHeader} from '../columns/describe-matches.ts';
import type {CellFix} from '../fixes.ts';
import {readText} from '../formula-guard.ts';
import type {ColumnMatch, CsvTable, ImportPlan, JudgedRow} from '../import-plan.ts';
import {type FixName, findCorrection, mayBeFixed} from './fix-kinds.ts';

/** A cell that can be put right, before and after (`value`); it is taken by `setCells`. */
export type OfferedFix = CellFix & {
	readonly kind: FixName;
	/** CSV header of the field, as the problem has it. */
	readonly column: string;
	/** What the column is for; undefined for the ID. */
	readonly field: StoredField | undefined;
	/** Code of the problem. */
	readonly code: string;
	/** As the cell is judged now. */
	readonly before: string;
};

/** A plan, and the table that it was made for. */
export type Planned = {readonly table: CsvTable; readonly plan: ImportPlan};

/** The fix that can be offered for a problem of a row (rules.md 4.11). */
export function offerFix(planned: Planned, judged: JudgedRow, problem: Problem): OfferedFix | undefined {
	const {column: header = '', code} = problem;
	if (!mayBeFixed(code)) return undefined;
	const column = planned.table.match.columns.find((one) => headerOf(one) === header);
	const {
		read: row,
		row: {cells},
		likely,
	} = judged;
	// A part of a full name is no cell by itself.
	const isPart = column?.use === 'field' && column.part !== undefined;
	if (column === undefined || isPart || row.fault !== undefined) return undefined;
	const position = column.index;
	const text = cells[position] ?? '';
	const field = column.use === 'field' ? storedField(column.key) : undefined;
	const pinLength = field?.kind === 'pin' ? findPinLength(planned.plan, position) : undefined;
	const found = findCorrection({problem, text, field, likely: likely?.get(header), pinLength});
	if (found === undefined) return undefined;
	const {kind, value} = found;
	return {kind: kind.name, row, position, column: header, field, code, before: text, value};
}

/** The fixes of one kind for all cells that have the same problem in the same column. */
export function offerFixesLike(
	planned: Planned,
	{kind, column, code}: OfferedFix,
): Work<readonly OfferedFix[]> {
	return collectOffers(
		planned,
		(problem) => problem.code === code && problem.column === column,
		(offered) => offered.kind === kind,
	);
}

/** The fixes of some kinds for all cells of a plan; for a cell with several problems the one for the first of them. */
export function offerFixes(planned: Planned, kinds: ReadonlySet<FixName>): Work<readonly OfferedFix[]> {
	return collectOffers(
		planned,
		() => true,
		({kind}) => kinds.has(kind),
	);
}

function* collectOffers(
	planned: Planned,
	concerns: (problem: Problem) => boolean,
	counts: (offered: OfferedFix) => boolean,
): Work<readonly OfferedFix[]> {
	const offers: OfferedFix[] = [];
	yield* eachInSteps(planned.plan.rows, (judged) => {
		const positions = new Set<number>();
		for (const problem of judged.problems) {
			const offered = concerns(problem) ? offerFix(planned, judged, problem) : undefined;
			if (offered === undefined || !counts(offered) || positions.has(offered.position)) continue;
			positions.add(offered.position);
			offers.push(offered);
		}
	});
	return offers;
}

/** The cell before and after, as it may be shown: secrets and PINs masked. */
export function showOffer({field, before, value}: OfferedFix): readonly [before: string, after: string] {
	const show = (text: string): string => (field !== undefined && isMasked(field) ? maskValue(text) : text);
	return [show(before), show(value)];
}

function headerOf(column: ColumnMatch): string | undefined {
	return column.use === 'ignored' ? undefined : usedHeader(column);
}

/** PINs that tell how long all of them are. */
const fewestPins = 2;
const pinLengths = new WeakMap<ImportPlan, Map<number, number | undefined>>();

/** The number of digits that all PINs of a column have that could be stored, if it is the same. It is looked for once for each plan. */
function findPinLength(plan: ImportPlan, position: number): number | undefined {
	const known = pinLengths.get(plan) ?? new Map<number, number | undefined>();
	pinLengths.set(plan, known);
	if (known.has(position)) return known.get(position);
	const lengths = new Map<number, number>();
	for (const {kind, row} of plan.rows) {
		const pin = kind === 'left-out' ? '' : readText(row.cells[position] ?? '');
		if (/^\d{4,20}$/.test(pin)) lengths.set(pin.length, (lengths.get(pin.length) ?? 0) + 1);
	}
	const [[length, amount] = [0, 0]] = lengths;
	const found = lengths.size === 1 && amount >= fewestPins ? length : undefined;
	known.set(position, found);
	return found;
}
