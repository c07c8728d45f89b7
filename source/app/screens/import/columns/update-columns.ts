import {acceptSuggestions, chooseFor} from '../../../../csv/columns/choose-for.ts';
import type {Mapping} from '../../../../csv/import-plan.ts';
import {count} from '../../../../domain/problem.ts';
import type {Effect} from '../../../effect.ts';
import {type Model, withNotice} from '../../../model.ts';
import {saveMapping} from '../../../saved-mapping.ts';
import type {Step} from '../../../step.ts';
import type {ImportState} from '../import-state.ts';
import {planRows, still} from '../plan-rows.ts';
import type {ColumnsMessage} from './columns-messages.ts';
import {currentColumn} from './columns-table.ts';
import {withMapping} from './map-columns.ts';
import {openFields} from './open-fields.ts';

/** Everything that happens among the columns of the file. Each choice plans the rows again. */
export function updateColumns(model: Model, state: ImportState, message: ColumnsMessage): Step {
	const {source} = state;
	if (source === undefined) return [model, []];
	const map = (mapping: Mapping): Step => planRows(model, {...state, source: withMapping(source, mapping)});
	switch (message.type) {
		case 'import/open-columns':
			return still(model, {...state, step: 'columns'});
		case 'import/close-columns':
			return still(model, {...state, step: 'options'});
		case 'import/list-fields':
			return [openFields(model, source, currentColumn(state)), []];
		case 'import/map-column':
			return map(chooseFor(source.mapping, message.index ?? currentColumn(state), message.choice));
		case 'import/accept-suggestions':
			return map(acceptSuggestions(source.mapping, source.table.match));
		case 'import/forget-columns':
			return forgetColumns(model, state);
	}
}

/** Columns go by their names again, for this file and for the next one like it. */
function forgetColumns(model: Model, state: ImportState): Step {
	const {source} = state;
	if (source === undefined) return [model, []];
	const amount = Object.keys(source.mapping).length;
	const told = withNotice(
		model,
		`${count(amount, 'choice')} of columns forgotten: they go by their names.`,
		'good',
	);
	const [saved, effects] = rememberMapping(told, source.table.headers, {});
	const [next, more] = planRows(saved, {...state, source: withMapping(source, {})});
	return [next, [...effects, ...more]];
}

/** Keeps for this account what the columns of a file with these headers are for. */
export function rememberMapping(
	model: Model,
	headers: readonly string[],
	mapping: Mapping,
): readonly [Model, readonly Effect[]] {
	const savedMappings = saveMapping(model.savedMappings, headers, mapping);
	if (JSON.stringify(savedMappings) === JSON.stringify(model.savedMappings)) return [model, []];
	return [{...model, savedMappings}, [{type: 'mappings/remember', mappings: savedMappings}]];
}
