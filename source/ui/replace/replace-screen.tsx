import type {ReactElement} from 'react';
import type {Model, Notice} from '../../app/model.ts';
import type {Found, ReplaceState} from '../../app/screens/replace/replace-state.ts';
import {isPossible, replaceTable} from '../../app/screens/replace/replace-table.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import {storedField} from '../../domain/field-lists.ts';
import {formatFinding, quote} from '../../domain/problem.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {ReplaceForm} from './replace-form.tsx';

/** Lines for all of a value before and after. */
const detailHeight = 2;

/** Find and replace: the form, and then what would change. */
export function ReplaceScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ReplaceState;
}): ReactElement {
	const table = replaceTable(state, model);
	if (table === undefined || state.found === undefined) return <ReplaceForm model={model} state={state} />;
	const {given} = state.found.job;
	return (
		<ListScreen
			model={model}
			table={table}
			name="Replace"
			about={[`${quote(given.find)} with ${quote(given.replacement)}`, ...describeLeft(state.found)]}
			detail={describeLine(state.found)}
			detailHeight={detailHeight}
			mostDetail={detailHeight + 2}
		/>
	);
}

function describeLeft({plan}: Found): readonly string[] {
	return [
		...(plan.refused.length === 0 ? [] : [`${plan.refused.length.toLocaleString('en-US')} not possible`]),
		...(plan.readOnly === 0 ? [] : [`${plan.readOnly.toLocaleString('en-US')} more read-only`]),
	];
}

/** All of the value under the cursor before and after, and what is wrong with it. */
function describeLine({plan, table}: Found): Notice {
	const line = plan.lines[cursorRow(table) ?? -1];
	if (line === undefined) return {tone: 'plain', text: ''};
	const change = `${storedField(line.key).header}: ${line.before} → ${line.after === '' ? 'empty' : line.after}`;
	const problem = line.problem === undefined ? '' : `\n${formatFinding(line.problem)}`;
	return {tone: isPossible(line) ? 'plain' : 'bad', text: change + problem};
}
