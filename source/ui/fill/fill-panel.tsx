import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {FillState} from '../../app/screens/fill/fill-state.ts';
import {nameColumns} from '../../domain/cells/plan-fill.ts';
import {fieldHelp, isMasked} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {Panel} from '../parts/panel.tsx';
import {signs, theme} from '../theme.ts';

/** One value for the cells of many users. */
export function FillPanel({model, state}: {readonly model: Model; readonly state: FillState}): ReactElement {
	const {columns} = model.size;
	const {targets, keys, field, problem, planning} = state;
	const fields = keys.map(storedField);
	const help =
		problem === undefined ? fields.slice(0, 1).map(fieldHelp).join('') : `${signs.problem} ${problem}`;
	return (
		<Panel
			title={`${planning?.verb ?? 'Fill'} ${nameColumns(fields)} of ${targets.who}${targets.hidden}`}
			columns={columns}
		>
			{field === undefined ? (
				<Text>{' Looking what would change …'}</Text>
			) : (
				<Text wrap="truncate">
					{' With: '}
					<CaretText
						field={field}
						width={Math.max(8, Math.min(60, columns - 10))}
						masked={!model.revealed && fields.some(isMasked)}
					/>
				</Text>
			)}
			<Text wrap="truncate" {...(problem === undefined ? theme.quiet : theme.bad)}>
				{cutText(` ${model.notice?.text ?? help}`, columns)}
			</Text>
			<Footer model={model} columns={columns} />
		</Panel>
	);
}
