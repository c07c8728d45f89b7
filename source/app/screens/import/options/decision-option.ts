import {
	countConcerned,
	decide,
	describeDecision,
	type ImportDecision,
	listChoices,
	nameConcerned,
} from '../../../../csv/import-decisions.ts';
import type {ImportPlan} from '../../../../csv/import-plan.ts';
import {count} from '../../../../domain/problem.ts';
import {type Model, openScreen} from '../../../model.ts';
import {findableChoice} from '../../choice/find-choice.ts';
import {planRows} from '../plan-rows.ts';
import {type ImportOption, turnChoice} from './import-option.ts';

/** The row of a decision: between its last choice and the first one nothing is decided. */
export function decisionOption(decision: ImportDecision): ImportOption {
	const {key, label, explanation, choices} = decision;
	return {
		key,
		label,
		value: ({plan}) => (plan === undefined ? '…' : describeValue(decision, plan)),
		explanation: () => explanation,
		isOpen: ({plan}) => plan?.open.includes(key) === true,
		change(model, state, by) {
			const values = ['undecided', ...choices.map(({value}) => value)];
			const options = decide(state.options, key, turnChoice<string>(values, state.options[key], by));
			return planRows(model, {...state, options});
		},
	};
}

/** "8 values: keep or clear? MBG SIP user name 8", and once decided "keep 8 values: MBG SIP user name 8". */
function describeValue(decision: ImportDecision, {options, concerned}: ImportPlan): string {
	const {key, unit, none} = decision;
	const total = countConcerned(concerned, key);
	if (total === 0) return none;
	const what = count(total, unit.one, unit.many);
	const chosen = options[key];
	const where = [...concerned[key]].map(([name, amount]) => `${name} ${amount.toLocaleString('en-US')}`);
	const start = chosen === 'undecided' ? `${what}: ${listChoices(decision)}?` : `${chosen} ${what}:`;
	return `${start} ${where.join(', ')}`;
}

/** Asks what is to be done where the file raises a question; the first choice is one key away. */
export function openDecision(
	model: Model,
	decision: ImportDecision,
	{options, concerned}: ImportPlan,
): Model {
	return openScreen(
		model,
		findableChoice({
			title: describeDecision(decision, options, concerned),
			items: decision.choices.map(({value, result}) => ({
				label: value,
				detail: result(nameConcerned(decision, concerned)),
				choose: {type: 'import/decide-option', key: decision.key, value},
			})),
			index: 0,
		}),
	);
}
