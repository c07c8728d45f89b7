import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {type Model, noticeOf} from '../../app/model.ts';
import {type ImportState, importSteps} from '../../app/screens/import/import-state.ts';
import {wrapToHeight} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {noticeStyles, signs, theme} from '../theme.ts';
import {FileStep} from './file-step.tsx';
import {OptionsStep} from './options-step.tsx';
import {PreviewStep} from './preview-step.tsx';
import {ResultStep} from './result-step.tsx';

const stepNames: Readonly<Record<ImportState['step'], string>> = {
	file: 'File',
	options: 'Options',
	preview: 'Preview',
	result: 'Result',
};

type StepProps = {readonly model: Model; readonly state: ImportState};

/** The import wizard: where one is, the step, an answer to the last key, and the keys. */
export function ImportScreen({model, state}: StepProps): ReactElement {
	const {columns, rows} = model.size;
	const notice = noticeOf(model);
	const lines = notice === undefined ? [' '] : wrapToHeight(notice.text, columns - 2, 3);
	return (
		<Box flexDirection="column" height={rows}>
			<Text wrap="truncate">
				<Text {...theme.title}> Import CSV </Text>
				{importSteps.map((step, index) => {
					const isOn = step === state.step;
					return (
						<Text key={step} {...(isOn ? theme.heading : theme.quiet)}>
							{`  ${isOn ? signs.cursor : ' '}${index + 1} ${stepNames[step]}`}
						</Text>
					);
				})}
			</Text>
			<Box flexDirection="column" height={rows - 2 - lines.length} overflow="hidden">
				{/* What a longer answer takes is cut off at the bottom; squeezed, lines would lie over each other. */}
				<Box flexDirection="column" flexShrink={0}>
					<Step model={model} state={state} />
				</Box>
			</Box>
			{lines.map((line, index) => (
				<Text key={line} wrap="truncate" {...noticeStyles[notice?.tone ?? 'plain']}>
					{`${index === 0 && notice?.tone === 'bad' ? signs.problem : ' '}${line}`}
				</Text>
			))}
			<Footer model={model} columns={columns} />
		</Box>
	);
}

function Step(props: StepProps): ReactElement {
	switch (props.state.step) {
		case 'file':
			return <FileStep {...props} />;
		case 'options':
			return <OptionsStep {...props} />;
		case 'preview':
			return <PreviewStep {...props} />;
		case 'result':
			return <ResultStep {...props} />;
	}
}
