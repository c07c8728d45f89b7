import {Text} from 'ink';
import type {ReactElement} from 'react';
import {type ImportState, importSteps} from '../../app/screens/import/import-state.ts';
import {signs, theme} from '../theme.ts';

const stepNames: Readonly<Record<(typeof importSteps)[number], string>> = {
	file: 'File',
	options: 'Options',
	preview: 'Preview',
	result: 'Result',
};

/** A step of the wizard, and that it is one: "Import CSV  >3 Preview". */
export function stepName(step: (typeof importSteps)[number]): string {
	return `Import CSV  ${signs.cursor}${importSteps.indexOf(step) + 1} ${stepNames[step]}`;
}

/** The first line of the wizard: its steps, and where one is. */
export function StepsLine({step}: Pick<ImportState, 'step'>): ReactElement {
	return (
		<Text wrap="truncate">
			<Text {...theme.title}> Import CSV </Text>
			{importSteps.map((one, index) => (
				<Text key={one} {...(one === step ? theme.heading : theme.quiet)}>
					{`  ${one === step ? signs.cursor : ' '}${index + 1} ${stepNames[one]}`}
				</Text>
			))}
		</Text>
	);
}
