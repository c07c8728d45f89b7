import {
	type AcceptedLine,
	type ImportState,
	type PreviewTab,
	problemsOfTab,
} from '../../app/import/import-state.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {showValue, storedField} from '../../domain/field.ts';
import {formatFinding, formatProblem, type Problem} from '../../domain/problem.ts';
import {fullName} from '../../domain/user.ts';
import type {TableColumn} from '../parts/table.tsx';
import {signs} from '../theme.ts';

type Row = Readonly<Record<string, string>>;

/** The columns of a tab for a terminal of this width; the last one takes what is left. */
export function previewColumns(tab: PreviewTab, columns: number): readonly TableColumn[] {
	const room = columns - 4;
	const mark = {key: 'on', header: ' ', width: 1};
	if (tab === 'accepted') {
		const rest = room - 6 - 9 - 6 - 8;
		const name = Math.min(26, Math.floor(rest * 0.4));
		return [
			mark,
			{key: 'line', header: 'Line', width: 6},
			{key: 'action', header: 'What', width: 9},
			{key: 'id', header: 'ID', width: 6},
			{key: 'name', header: 'Name', width: name},
			{key: 'change', header: 'E-mail, or before → after', width: Math.max(8, rest - name - 1)},
		];
	}
	const rest = room - 6 - 6;
	const column = Math.min(20, Math.floor(rest * 0.25));
	const value = Math.min(24, Math.floor(rest * 0.25));
	return [
		mark,
		{key: 'line', header: 'Line', width: 6},
		{key: 'column', header: 'Column', width: column},
		{key: 'value', header: 'Value', width: value},
		{key: 'reason', header: 'Reason', width: Math.max(8, rest - column - value)},
	];
}

/** One page of a tab. */
export function previewRows(
	state: ImportState,
	plan: ImportPlan,
	offset: number,
	height: number,
): readonly Row[] {
	const rows =
		state.tab === 'accepted'
			? state.accepted.slice(offset, offset + height).map((line) => acceptedRow(plan, line))
			: problemsOfTab(plan, state.tab)
					.slice(offset, offset + height)
					.map(problemRow);
	return rows.map((row, index) => ({
		on: offset + index === state.cursors[state.tab] ? signs.cursor : ' ',
		...row,
	}));
}

/** The line under the cursor, uncut. */
export function previewDetail(state: ImportState, plan: ImportPlan): string {
	const cursor = state.cursors[state.tab];
	if (state.tab !== 'accepted') {
		const problem = problemsOfTab(plan, state.tab)[cursor];
		return problem === undefined ? '' : formatProblem(problem);
	}
	const accepted = state.accepted[cursor];
	if (accepted === undefined) return '';
	const {line, action, id, name, change} = acceptedRow(plan, accepted);
	return `Line ${line}, ${action} ID ${id}, ${name}: ${change}`;
}

function acceptedRow(plan: ImportPlan, accepted: AcceptedLine): Row {
	if (accepted.kind === 'update') {
		const planned = plan.updated[accepted.index];
		if (planned === undefined) return {};
		const field = storedField(accepted.key);
		const before = showValue(field, planned.before[accepted.key]) || 'empty';
		const after = showValue(field, planned.after[accepted.key]) || 'empty';
		return {
			line: String(planned.line),
			action: 'update',
			id: String(planned.after.id),
			name: fullName(planned.before),
			change: `${field.header}: ${before} → ${after}`,
		};
	}
	const planned = (accepted.kind === 'create' ? plan.created : plan.unchanged)[accepted.index];
	if (planned === undefined) return {};
	return {
		line: String(planned.line),
		action: accepted.kind === 'create' ? 'create' : 'unchanged',
		id: String(planned.user.id),
		name: fullName(planned.user),
		change: planned.user.email,
	};
}

function problemRow(problem: Problem): Row {
	return {
		line: problem.line === undefined ? '' : String(problem.line),
		column: problem.column ?? '',
		value: problem.value ?? '',
		reason: formatFinding(problem),
	};
}
