import {type HistoryState, leftOf, type OpenedEntry} from '../../app/screens/history/history-state.ts';
import {secretsGoneText} from '../../domain/describe-entry.ts';
import {describeReason} from '../../domain/describe-left.ts';
import {type FieldChange, takeFieldChanges} from '../../domain/field-changes.ts';
import type {TableColumn} from '../parts/table.tsx';
import {signs} from '../theme.ts';
import {entryParts} from './history-rows.ts';

type Row = Readonly<Record<string, string>>;

/** Left padding, the cursor, the sign and the gaps between six columns. */
const around = 1 + 2 + 6 * 2 + 1;
const idWidth = 6;

/** The columns for a terminal of this width; before and after share what is left. */
export function entryColumns(columns: number): readonly TableColumn[] {
	const room = columns - around - idWidth + 2;
	const name = Math.min(26, Math.floor(room * 0.23));
	const field = Math.min(34, Math.floor(room * 0.29));
	const value = Math.floor((room - name - field) / 2);
	return [
		{key: 'on', header: ' ', width: 2},
		{key: 'id', header: 'ID', width: idWidth},
		{key: 'name', header: 'Name', width: name},
		{key: 'field', header: 'Field', width: field},
		{key: 'before', header: 'Before', width: value},
		{key: 'after', header: 'After', width: room - name - field - value},
	];
}

/** One page of an opened change. A user is named in the first line of each page and where somebody else begins. */
export function entryRows(opened: OpenedEntry, first: number, height: number): readonly Row[] {
	const lines = takeFieldChanges(opened.lines, first, first + height);
	return lines.map((shown, offset) => {
		const isSame = offset > 0 && isSameThing(shown, lines[offset - 1]);
		const isOn = first + offset === opened.cursor;
		return {
			on: `${isOn ? signs.cursor : ' '}${leftOf(opened, shown) === undefined ? ' ' : signs.readOnly}`,
			id: isSame ? '' : shown.id,
			name: isSame ? '' : shown.name,
			field: shown.field,
			...values(shown),
		};
	});
}

/** What the change was, and who made it when and how. */
export function summaryLines({timeZone}: HistoryState, {summary}: OpenedEntry): readonly string[] {
	return [summary.label, entryParts(summary, timeZone).join(' · ')];
}

/** The line under the cursor, uncut, and what an undo would not do about it. */
export function entryDetail(opened: OpenedEntry): string {
	const [shown] = takeFieldChanges(opened.lines, opened.cursor, opened.cursor + 1);
	if (shown === undefined) return '';
	const {before, after} = values(shown);
	const whose = `${shown.id} ${shown.name}`.trim();
	const what = {
		created: `${whose}, created. ${shown.field}: ${after}`,
		deleted: `${whose}, deleted. ${shown.field}: ${before}`,
		changed: `${whose}, ${shown.field}: ${before} → ${after}`,
	}[shown.action];
	const left = leftOf(opened, shown);
	const gone = opened.entry.withoutSecrets ? [secretsGoneText] : [];
	return [
		before === after ? `${whose}: only passwords or voicemail PINs were changed.` : what,
		...(left === undefined || left.reason === 'secret-gone'
			? gone
			: [`${signs.readOnly} An undo leaves it: ${describeReason(left)}.`, ...gone]),
	].join('\n');
}

/** A created user has nothing before and a deleted one nothing after; of others an empty value is named. */
function values({action, before, after}: FieldChange): {readonly before: string; readonly after: string} {
	if (action !== 'changed' || before === after) return {before, after};
	return {before: before || 'empty', after: after || 'empty'};
}

function isSameThing(line: FieldChange, above: FieldChange | undefined): boolean {
	return (
		above?.place.what === line.place.what &&
		above.id === line.id &&
		(line.id !== '' || above.name === line.name)
	);
}
