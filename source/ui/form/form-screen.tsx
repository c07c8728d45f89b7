import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import {type Model, noticeOf} from '../../app/model.ts';
import {
	type FormButton,
	type FormState,
	focusedText,
	storedValues,
} from '../../app/screens/form/form-state.ts';
import {describeForm} from '../../app/screens/form/hand-over.ts';
import {
	derivedValue,
	fieldHelp,
	isMasked,
	isOnlyReplaced,
	maskValue,
	type ScreenField,
	type StoredField,
} from '../../domain/field.ts';
import {formFields} from '../../domain/field-lists.ts';
import {describeOrigin} from '../../domain/origin.ts';
import {formatFinding} from '../../domain/problem.ts';
import {findProfile} from '../../domain/profile.ts';
import {cutText, fitText, wrapToHeight} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {Footer} from '../parts/footer.tsx';
import {scrollWindow} from '../parts/scroll-window.ts';
import {noticeStyles, signs, theme} from '../theme.ts';

const buttons: readonly {readonly button: FormButton; readonly label: string}[] = [
	{button: 'save', label: 'Save'},
	{button: 'save-another', label: 'Save and add another'},
	{button: 'cancel', label: 'Cancel'},
];
/** Title, buttons, two lines of help, keys. */
const linesAround = 5;

/** The form of a new user, or of one of the sheet: the vendor's fields in the vendor's order, with help for the one that has the focus. */
export function FormScreen({
	model,
	state: form,
}: {
	readonly model: Model;
	readonly state: FormState;
}): ReactElement {
	const {columns, rows} = model.size;
	const {edited} = form;
	const height = Math.max(1, Math.min(formFields.length, rows - linesAround));
	const focused = formFields.findIndex((field) => isFocused(form, field));
	const {first, last} = scrollWindow(
		formFields.length,
		height,
		focused < 0 ? formFields.length - 1 : focused,
	);
	const more =
		last < formFields.length || first > 0 ? ` · fields ${first + 1} to ${last} of ${formFields.length}` : '';
	return (
		<Box flexDirection="column" height={rows}>
			<Text wrap="truncate">
				<Text {...theme.title}>{` ${cutText(describeForm(form), columns - 2)}`}</Text>
				<Text {...theme.warning}>{model.revealed ? ' · PINs SHOWN' : ''}</Text>
				<Text {...theme.quiet}>{`${more} · ${describeOrigin(edited?.origin ?? 'manual')}`}</Text>
			</Text>
			<Box flexDirection="column" height={height}>
				{formFields.slice(first, last).map((field) => (
					<FormLine key={field.key} model={model} form={form} field={field} columns={columns} />
				))}
			</Box>
			<Text wrap="truncate">
				{'  '}
				{buttons
					.filter(({button}) => form.stops.includes(button))
					.map(({button, label}) => {
						const isOn = form.focus.kind === 'button' && form.focus.button === button;
						return (
							<Text key={button}>
								<Text {...(isOn ? theme.cursor : {})}>{isOn ? `[>${label}<]` : `[ ${label} ]`}</Text>{' '}
							</Text>
						);
					})}
			</Text>
			<HelpLines model={model} form={form} columns={columns} />
			<Box flexGrow={1} />
			<Footer model={model} columns={columns} />
		</Box>
	);
}

function FormLine({
	model,
	form,
	field,
	columns,
}: {
	readonly model: Model;
	readonly form: FormState;
	readonly field: ScreenField;
	readonly columns: number;
}): ReactElement {
	const labelWidth = Math.min(34, Math.floor(columns * 0.45));
	const valueWidth = Math.max(
		8,
		Math.min(34, columns - labelWidth - 4, Math.floor((columns - labelWidth) * 0.55)),
	);
	const hasFocus = isFocused(form, field);
	const typed = hasFocus ? focusedText(form) : undefined;
	const problem = field.role === 'stored' ? form.problems.get(field.key) : undefined;
	const label = fitText(`${field.header}${isRequired(model, field) ? ' *' : ''}`, labelWidth);
	const reason =
		problem === undefined
			? ''
			: cutText(` ${signs.problem} ${problem.short}`, columns - labelWidth - valueWidth - 4);
	const masked = isMasked(field) && !model.revealed;
	const isOpen = field.role === 'stored' && form.stops.includes(field);
	return (
		<Text wrap="truncate">
			{hasFocus ? signs.cursor : ' '}
			{problem !== undefined ? signs.problem : isOpen ? ' ' : signs.readOnly}
			<Text {...(hasFocus ? theme.heading : {})}>{label}</Text>
			{typed !== undefined ? (
				<CaretText field={typed} width={valueWidth} masked={masked} />
			) : (
				<Text {...(hasFocus ? theme.cursor : isOpen ? {underline: true} : theme.readOnly)}>
					{fitText(shownValue(model, form, field, masked), valueWidth)}
				</Text>
			)}
			<Text {...(problem?.severity === 'error' ? theme.bad : theme.warning)}>{reason}</Text>
		</Text>
	);
}

function HelpLines({
	model,
	form,
	columns,
}: {
	readonly model: Model;
	readonly form: FormState;
	readonly columns: number;
}): ReactElement {
	const {focus} = form;
	const notice = noticeOf(model);
	const field = formFields.find((candidate) => isFocused(form, candidate));
	const problem = focus.kind === 'text' ? form.problems.get(focus.key) : undefined;
	const reason = problem === undefined ? '' : `${field?.header}: ${formatFinding(problem)}`;
	const text =
		notice !== undefined
			? notice
			: problem !== undefined
				? ({
						tone: problem.severity === 'error' ? 'bad' : 'plain',
						text: `${signs.problem} ${reason}`,
					} as const)
				: ({tone: 'plain', text: helpText(model, form, field)} as const);
	const help = problem !== undefined && notice !== undefined ? `${text.text} ${reason}` : text.text;
	const lines = wrapToHeight(help, columns - 2, 2);
	return (
		<Box flexDirection="column" height={2}>
			{lines.map((line) => (
				<Text key={line} wrap="truncate" {...noticeStyles[text.tone]}>
					{` ${line}`}
				</Text>
			))}
		</Box>
	);
}

function helpText(model: Model, form: FormState, field: ScreenField | undefined): string {
	if (field === undefined) return `* is required. ${keyName(model, 'form.enter')} presses the button.`;
	const kept =
		field.role === 'stored' && isKept(form, field)
			? 'One is set, and is never shown: type to replace it. '
			: '';
	const pin =
		field.role === 'stored' && field.kind === 'pin'
			? ` ${keyName(model, 'form.generate-pin')} generates one.`
			: '';
	return kept + fieldHelp(field) + pin;
}

/** Whether a field holds what is never edited, and nothing has been typed to replace it. */
function isKept(form: FormState, field: StoredField): boolean {
	const stored = storedValues(form)[field.key] ?? '';
	return stored !== '' && form.values[field.key] === '' && isOnlyReplaced(field, stored);
}

/** What is said in its place. */
function keptText(form: FormState, field: StoredField): string {
	return form.stops.includes(field) ? 'set, type to replace' : 'set';
}

function isFocused(form: FormState, field: ScreenField): boolean {
	if (field.role !== 'stored') return false;
	if (field.kind === 'profile') return form.focus.kind === 'profile';
	return form.focus.kind === 'text' && form.focus.key === field.key;
}

function isRequired(model: Model, field: ScreenField): boolean {
	if (field.role !== 'stored') return false;
	return field.required === 'always' || (field.required === 'stand-alone' && model.sheet.settings.standAlone);
}

function shownValue(model: Model, form: FormState, field: ScreenField, masked: boolean): string {
	if (field.role === 'stored') {
		if (isKept(form, field)) return keptText(form, field);
		const value = form.values[field.key];
		return masked ? maskValue(value) : value;
	}
	if (field.key === 'id') return '';
	const host = derivedValue(field.key, findProfile(model.sheet.profiles, form.values.profile));
	return host === '' ? '(none in this profile)' : host;
}
