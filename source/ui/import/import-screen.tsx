import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {type Model, noticeOf} from '../../app/model.ts';
import type {ImportState, importSteps} from '../../app/screens/import/import-state.ts';
import {wrapToHeight} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {progressText} from '../parts/progress-text.ts';
import {noticeStyles, signs} from '../theme.ts';
import {ColumnsStep} from './columns-step.tsx';
import {FileStep} from './file-step.tsx';
import {OptionsStep} from './options-step.tsx';
import {PreviewStep} from './preview-step.tsx';
import {ResultStep} from './result-step.tsx';
import {StepsLine} from './steps-line.tsx';

type StepProps = {readonly model: Model; readonly state: ImportState};

/** The import wizard: where one is, the step, an answer to the last key, and the keys. */
export function ImportScreen({model, state}: StepProps): ReactElement {
	const {columns, rows} = model.size;
	const {step} = state;
	if (step === 'columns') return <ColumnsStep model={model} state={state} />;
	if (state.step === 'preview' && state.plan !== undefined)
		return <PreviewStep model={model} state={state} plan={state.plan} />;
	const notice = noticeOf(model);
	const lines = notice === undefined ? [' '] : wrapToHeight(notice.text, columns - 2, 3);
	return (
		<Box flexDirection="column" height={rows}>
			<StepsLine step={step} />
			<Box flexDirection="column" height={rows - 2 - lines.length} overflow="hidden">
				{/* What a longer answer takes is cut off at the bottom; squeezed, lines would lie over each other. */}
				<Box flexDirection="column" flexShrink={0}>
					<Step model={model} state={state} step={step} />
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

function Step({step, ...props}: StepProps & {readonly step: (typeof importSteps)[number]}): ReactElement {
	switch (step) {
		case 'file':
			return <FileStep {...props} />;
		case 'options':
			return <OptionsStep {...props} />;
		case 'preview':
			return <Text>{` ${progressText('Checking the rows', props.state.progress)}`}</Text>;
		case 'result':
			return <ResultStep {...props} />;
	}
}
