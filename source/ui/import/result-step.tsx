import {Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {describeFixes} from '../../csv/kept-fixes.ts';
import {count} from '../../domain/problem.ts';
import {cutText, wrapText} from '../../terminal/text/text-width.ts';
import {Table} from '../parts/table.tsx';
import {theme} from '../theme.ts';

/** What the import did, whether it is on the disk, and what to do next. */
export function ResultStep({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ImportState;
}): ReactElement {
	const {columns} = model.size;
	const {plan} = state;
	if (plan === undefined) return <Text> </Text>;
	const rows = [
		{what: 'Created', rows: plan.created.length},
		{what: 'Updated', rows: plan.updated.length},
		{what: 'Unchanged', rows: plan.unchanged.length},
		...(plan.skipped.length === 0 ? [] : [{what: 'Skipped as you chose', rows: plan.skipped.length}]),
		...(plan.leftOut.length === 0 ? [] : [{what: 'Left out by hand', rows: plan.leftOut.length}]),
		{what: 'Rejected', rows: plan.rejected.length},
	].map(({what, rows: amount}) => ({what, rows: amount.toLocaleString('en-US')}));
	const next = [
		...(state.fixed.fixes.size === 0
			? []
			: [`In the rows of the file: ${describeFixes(state.fixed.fixes)}. The file itself is as it was.`]),
		...(plan.rejected.length === 0
			? []
			: [
					`${keyName(model, 'import.write-rejects')} writes the ${count(plan.rejected.length, 'rejected row')} to a file: correct ${plan.rejected.length === 1 ? 'it' : 'them'} there, and import that file.`,
				]),
		`${keyName(model, 'import.undo')} takes the whole import back. ${keyName(model, 'import.finish')} goes to the grid.`,
	];
	// A blank line between the parts, where there is room for it.
	const space = model.size.rows < 20 ? null : <Text> </Text>;
	return (
		<>
			{space}
			<Text wrap="truncate" {...(model.save.state === 'failed' ? theme.bad : theme.good)}>
				{cutText(` ${savedText(model)}`, columns)}
			</Text>
			{space}
			<Table
				columns={[
					{key: 'what', header: 'Rows', width: 22},
					{key: 'rows', header: 'Number', width: 8},
				]}
				rows={rows}
			/>
			{space}
			{next.flatMap((line) =>
				wrapText(line, columns - 2).map((part) => <Text key={part}>{` ${part}`}</Text>),
			)}
		</>
	);
}

function savedText({save}: Model): string {
	switch (save.state) {
		case 'saved':
			return 'Imported and saved.';
		case 'saving':
			return 'Imported. Saving…';
		case 'failed':
			return `! Imported on the screen, but not saved: ${save.message}`;
		case 'read-only':
			return save.message;
	}
}
