import type {ImportState} from '../../app/screens/import/import-state.ts';
import {type AcceptedLine, viewTabs} from '../../app/screens/import/preview-tabs.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {storedField, storedFields} from '../../domain/field-lists.ts';
import {formatWholeProblem, type Problem} from '../../domain/problem.ts';
import {fullName, type User} from '../../domain/user.ts';
import {cutDifference} from '../../terminal/text/text-difference.ts';
import {cutMiddle} from '../../terminal/text/text-width.ts';
import type {TableColumn} from '../parts/table.tsx';
import {signs} from '../theme.ts';
import {revealPin, shownValue} from './reveal-pin.ts';

type Row = Readonly<Record<string, string>>;

/** What is shown of the preview, and how. */
export type PreviewView = {
	readonly state: ImportState;
	readonly plan: ImportPlan;
	/** Whether PINs are shown. */
	readonly revealed: boolean;
};

/** Some lines of the current tab, fitted to its columns where a cut at the end would lose the point. */
export function previewRows(
	view: PreviewView,
	{first, last}: {readonly first: number; readonly last: number},
	columns: readonly TableColumn[],
): readonly Row[] {
	const {state, plan} = view;
	const widthOf = (name: string) => columns.find(({key}) => key === name)?.width ?? 0;
	const rows =
		state.tab === 'accepted'
			? viewTabs(plan)
					.accepted.slice(first, last)
					.map((line) => acceptedRow(view, line, widthOf('change')))
			: viewTabs(plan)
					[state.tab].slice(first, last)
					.map((problem) => problemRow(view, problem));
	return rows.map(({line, column, ...row}, index) => ({
		...row,
		line: `${first + index === state.cursors[state.tab] ? signs.cursor : ' '}${line.padStart(widthOf('line') - 1)}`,
		column: cutMiddle(column, widthOf('column')),
	}));
}

/** The line under the cursor, uncut; '' where there is none. */
export function previewDetail(view: PreviewView): string {
	const {state, plan, revealed} = view;
	const cursor = state.cursors[state.tab];
	if (state.tab !== 'accepted') {
		const problem = viewTabs(plan)[state.tab][cursor];
		if (problem === undefined) return '';
		return formatWholeProblem(revealed ? revealPin(state, problem) : problem);
	}
	const accepted = viewTabs(plan).accepted[cursor];
	if (accepted === undefined) return '';
	const {line, kind, before, after} = readAccepted(accepted);
	const place = `Line ${line}, ${kind} ID ${after.id}, ${fullName(before)}`;
	if (accepted.key === undefined) return `${place}: ${describeValues(after, revealed)}`;
	const field = storedField(accepted.key);
	const [old, now] = [before, after].map((user) => shownValue(field, user[field.key], revealed) || 'empty');
	return `${place}, ${field.header}: ${old} → ${now}`;
}

function acceptedRow(
	{revealed}: PreviewView,
	accepted: AcceptedLine,
	width: number,
): Row & Record<'line' | 'column', string> {
	const {line, kind, before, after} = readAccepted(accepted);
	const row = {line: String(line), action: kind, id: String(after.id), who: fullName(before)};
	if (accepted.key === undefined) return {...row, column: '', change: after.email};
	const field = storedField(accepted.key);
	const show = (user: User) => shownValue(field, user[field.key], revealed);
	return {...row, column: field.header, change: cutDifference(show(before), show(after), width)};
}

/** What a line is about; a user who is created or unchanged is the same before and after. */
function readAccepted({judged}: AcceptedLine): {line: number; kind: string; before: User; after: User} {
	const {kind, row} = judged;
	const [before, after] = kind === 'update' ? [judged.before, judged.after] : [judged.user, judged.user];
	return {line: row.line, kind, before, after};
}

/** What a user has, but the name and secrets; the PIN first, as there may be no room for all: "Deployment PIN ••••, Profile Default". */
function describeValues(user: User, revealed: boolean): string {
	return storedFields
		.toSorted((a, b) => Number(b.kind === 'pin') - Number(a.kind === 'pin'))
		.filter(
			({key, kind}) => user[key] !== '' && kind !== 'secret' && key !== 'firstName' && key !== 'lastName',
		)
		.map((field) => `${field.header} ${shownValue(field, user[field.key], revealed)}`)
		.join(', ');
}

function problemRow(
	{state, revealed}: PreviewView,
	problem: Problem,
): Row & Record<'line' | 'column', string> {
	const {line, who = '', column = '', value = '', short} = revealed ? revealPin(state, problem) : problem;
	return {line: line === undefined ? '' : String(line), who, column, value, reason: short};
}
