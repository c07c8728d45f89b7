import type {Model, Notice, Screen, ScreenStates} from '../../app/model.ts';
import {previewLines, previewTitle} from '../../app/screens/deploy/deploy-preview.ts';
import {focusIndex} from '../../app/screens/form/form-state.ts';
import {describeForm} from '../../app/screens/form/hand-over.ts';
import {currentOption} from '../../app/screens/import/options/options-table.ts';
import {countPins, describePins, modesFor} from '../../app/screens/pin/pin-state.ts';
import {nameColumns} from '../../domain/cells/plan-fill.ts';
import {fieldHelp, isMasked, maskValue} from '../../domain/field.ts';
import {storedField} from '../../domain/field-lists.ts';
import {formatFinding, formatProblem} from '../../domain/problem.ts';
import {describeAll} from '../deploy/describe-deploy.ts';
import {countsText} from '../import/counts-text.ts';
import {pinLabels} from '../pin/pin-labels.ts';
import {describeProfileCell} from '../profiles/describe-profile-cell.ts';
import {replaceHelp, replaceLabels} from '../replace/replace-labels.ts';
import {describeSetting} from '../settings/describe-setting.ts';
import {describeCell} from '../users/describe-cell.ts';

/** What a screen says beside its list. */
export type ScreenWords = {
	/** Where it has none, it is called as help calls it. */
	readonly title?: string;
	readonly lines?: readonly string[];
	/** What has the focus: a field with its value, an option, a question's answers. */
	readonly focus?: string;
	/** Whether what is typed into it must not be seen. */
	readonly isSecret?: boolean;
};

/** Written as a method, so that the table can be looked up by the name of any screen. */
type Tell<State> = {tell(state: State, model: Model): ScreenWords}['tell'];

/** Screens that say more than their list and their line of text do by themselves. */
const screenWords: {readonly [Name in keyof ScreenStates]?: Tell<ScreenStates[Name]>} = {
	users: (_, model) => ({title: 'Users', lines: onlyWrong(describeCell(model))}),
	profiles: (state, model) => ({title: 'Profiles', lines: onlyWrong(describeProfileCell(state, model))}),
	settings: (state, model) => ({title: 'Settings', lines: onlyWrong(describeSetting(state, model))}),
	form: tellForm,
	confirm: ({question, details, action, typed}) => ({
		title: 'Question',
		lines: [question, ...details],
		focus:
			typed === undefined
				? `Answer "yes" (${action}) or "no".`
				: `To answer yes (${action}), type ${typed.wanted}: ${typed.field.text}`,
	}),
	choice: ({title, find}) => ({
		title,
		focus: `Answer with the number of a row${find === undefined ? '' : ', or with the beginning of a name'}.`,
	}),
	commands: () => ({title: 'Commands', focus: 'Answer with the number of a row, or with another command.'}),
	pin: tellPin,
	fill: ({targets, keys, field, problem}, {revealed}) => {
		const fields = keys.map(storedField);
		const isSecret = !revealed && fields.some(isMasked);
		return {
			title: `Fill ${nameColumns(fields)} of ${targets.who}${targets.hidden}`,
			lines: problem === undefined ? [] : [problem],
			...(field === undefined ? {} : {focus: `With: ${shown(field.text, isSecret)}`, isSecret}),
		};
	},
	replace: ({targets, focus, problem, found, ...state}) => ({
		title: `Find and replace in ${targets.who}${targets.hidden}${found === undefined ? '' : ': what would change'}`,
		lines: problem === undefined ? [] : [problem],
		...(found === undefined
			? {focus: `${replaceLabels[focus]}: ${tellReplaceRow(state[focus])}. ${replaceHelp(focus)}`}
			: {}),
	}),
	import: tellImport,
	deploy: (state, model) =>
		state.preview === undefined
			? {title: 'Deploy', lines: [describeAll(state)]}
			: {title: previewTitle(state, model), lines: tellMessage(state, model)},
	export: ({title, description, field, problem}) => ({
		title,
		lines: [...description, ...(problem === undefined ? [] : [problem])],
		focus: `File: ${shown(field.text, false)}`,
	}),
};

/** What a screen says beside its list. */
export function wordsOf(model: Model, screen: Screen): ScreenWords {
	const tell: Tell<Screen> | undefined = screenWords[screen.name];
	return tell?.(screen, model) ?? {};
}

/** What is wrong with the value under the cursor, or with the one that is typed. */
function onlyWrong({tone, text}: Notice): readonly string[] {
	return tone === 'bad' ? [text] : [];
}

function tellForm(form: ScreenStates['form'], {revealed}: Model): ScreenWords {
	const {stops, values, problems} = form;
	const title = describeForm(form);
	const stop = stops[focusIndex(form)];
	const place = `${focusIndex(form) + 1} of ${stops.length}`;
	if (stop === undefined || typeof stop === 'string')
		return {title, focus: `Button ${place}: ${stop ?? ''}. An empty line presses it.`};
	const isSecret = isMasked(stop) && !revealed;
	const problem = problems.get(stop.key);
	const wrong = problem === undefined ? '' : ` ${formatFinding(problem)}`;
	return {
		title,
		focus: `Field ${place}. ${stop.header}: ${shown(values[stop.key], isSecret)}. ${fieldHelp(stop)}${wrong}`,
		isSecret,
	};
}

function tellPin(state: ScreenStates['pin'], {sheet, revealed}: Model): ScreenWords {
	const {ids, who, hidden, mode, field, problem} = state;
	const modes = modesFor(state);
	const value = mode === 'typed' ? ` ${shown(field.text, !revealed)}` : '';
	return {
		title: `Set the deployment PIN of ${who}${hidden}`,
		lines: [
			`${describePins(countPins(sheet, ids), ids.length === 1)}. 4 to 20 digits; leading zeros count.`,
			...(problem === undefined ? [] : [problem]),
		],
		focus: `Choice ${modes.indexOf(mode) + 1} of ${modes.length}. ${pinLabels[ids.length === 1 ? 'one' : 'many'][mode]}${value}`,
		isSecret: !revealed,
	};
}

function tellImport(state: ScreenStates['import']): ScreenWords {
	const {step, file, refusal, plan} = state;
	const title = `Import, ${step}`;
	const counts = plan === undefined ? [] : [`${countsText(plan, 400)}.`];
	const refused = refusal === undefined ? [] : [formatProblem(refusal)];
	if (step === 'file') return {title, lines: refused, focus: `File: ${shown(file.field.text, false)}`};
	if (step !== 'options') return {title, lines: [...refused, ...counts]};
	const option = currentOption(state);
	const open = option?.isOpen?.(state) === true ? ' This must be decided.' : '';
	return {
		title,
		lines: [...refused, ...counts],
		...(option === undefined ? {} : {focus: `${option.explanation(state)}${open}`}),
	};
}

/** The message without its QR code, which cannot be heard. */
function tellMessage(state: ScreenStates['deploy'], model: Model): readonly string[] {
	return previewLines(state, model).flatMap(({text, kind}) => (kind === 'qr' || text === '' ? [] : [text]));
}

function tellReplaceRow(value: boolean | {readonly text: string}): string {
	return typeof value === 'boolean' ? (value ? 'on' : 'off') : shown(value.text, false);
}

function shown(text: string, isSecret: boolean): string {
	if (text === '') return 'empty';
	return isSecret ? maskValue(text) : text;
}
