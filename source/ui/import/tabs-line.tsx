import {Text} from 'ink';
import type {ReactElement} from 'react';
import {countTab, type PreviewTab, previewTabs, tabTable} from '../../app/screens/import/preview-tabs.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';

type Label = {readonly tab: PreviewTab; readonly text: string; readonly amount: number};

/** The tabs with their counts; where there is no room, those with nothing in them go first. */
export function TabsLine(props: {
	readonly plan: ImportPlan;
	readonly tab: PreviewTab;
	readonly columns: number;
}): ReactElement {
	const labels = tabLabels(props.plan, props.tab, props.columns);
	return (
		<Text wrap="truncate">
			{labels.map(({tab, text}) => (
				<Text key={tab} {...(tab === props.tab ? theme.cursor : {})}>
					{text}
				</Text>
			))}
		</Text>
	);
}

function tabLabels(plan: ImportPlan, current: PreviewTab, columns: number): readonly Label[] {
	const labels = previewTabs.map((tab) => {
		const amount = countTab(plan, tab);
		const name = `${tabTable[tab].label} ${amount.toLocaleString('en-US')}`;
		return {tab, amount, text: tab === current ? ` [${name}] ` : `  ${name}  `};
	});
	const usual = labels.filter(({tab, amount}) => tab === current || amount > 0 || tabTable[tab].isUsual);
	const width = usual.reduce((sum, {text}) => sum + textWidth(text), 0);
	return width <= columns ? usual : usual.filter(({tab, amount}) => tab === current || amount > 0);
}
