import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {ChoiceState} from '../../app/screens/choice/choice-state.ts';
import {choiceTable} from '../../app/screens/choice/choice-table.ts';
import {describeMiss} from '../../app/screens/choice/find-choice.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {TableView} from '../table/table-view.tsx';
import {noticeStyles, signs} from '../theme.ts';

/** A short list to choose from. */
export function ChoicePanel({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ChoiceState;
}): ReactElement {
	const {columns} = model.size;
	const table = choiceTable(state, model);
	const miss = state.find === undefined ? undefined : describeMiss(model, state);
	const answer = model.notice ?? (miss === undefined ? undefined : ({tone: 'bad', text: miss} as const));
	const findWidth = Math.max(8, Math.min(40, columns - 16));
	const {row} = state.table.cursor;
	const place = row < 0 ? '' : `${row + 1} of ${state.items.length}`;
	return (
		<Panel title={state.title} place={place} columns={columns}>
			<TableView table={table} />
			{state.find === undefined ? null : (
				<Text wrap="truncate">
					{' Type a name: '}
					<CaretText field={state.find} width={findWidth} />
				</Text>
			)}
			{answer === undefined ? null : (
				<Text wrap="truncate" {...noticeStyles[answer.tone]}>
					{cutText(` ${answer.tone === 'bad' ? signs.problem : ' '} ${answer.text}`, columns)}
				</Text>
			)}
			<Footer model={model} columns={columns} />
		</Panel>
	);
}
