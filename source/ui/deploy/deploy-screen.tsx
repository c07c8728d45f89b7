import {Box, Text} from 'ink';
import {type ReactElement, useContext} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model} from '../../app/model.ts';
import {previewHeight, previewLines, previewTitle} from '../../app/screens/deploy/deploy-preview.ts';
import type {DeployState} from '../../app/screens/deploy/deploy-state.ts';
import {deployDetailHeight, deployTable} from '../../app/screens/deploy/deploy-table.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import {count} from '../../domain/problem.ts';
import {wantsColor} from '../../terminal/frames/color-support.ts';
import {cutText} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {PlainTerminal} from '../parts/plain-terminal.ts';
import {progressText} from '../parts/progress-text.ts';
import {DetailLines, detailLines} from '../table/detail-lines.tsx';
import {ListScreen} from '../table/list-screen.tsx';
import {EmptyText} from '../table/table-view.tsx';
import {theme} from '../theme.ts';
import {describeAll, describeRow} from './describe-deploy.ts';

/** Messages with deployment links: the list of who gets one, or one of them as it is. */
export function DeployScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: DeployState;
}): ReactElement {
	const list = deployTable(state, model);
	if (state.preview !== undefined) return <MessageView model={model} state={state} />;
	const {columns} = model.size;
	const chosen = list.rowOf(cursorRow(list.state) ?? -1);
	const planning = progressText('Looking at the messages', state.progress);
	return (
		<ListScreen
			model={model}
			table={list}
			name="Deploy"
			above={<Text wrap="truncate">{cutText(` ${describeAll(state)}`, columns)}</Text>}
			detail={{tone: 'plain', text: chosen === undefined ? '' : describeRow(chosen)}}
			detailHeight={deployDetailHeight}
			mostDetail={deployDetailHeight + 2}
			empty={state.planned === undefined ? <EmptyText text={planning} columns={columns} /> : undefined}
		/>
	);
}

/** One message as it goes out. */
function MessageView({model, state}: {readonly model: Model; readonly state: DeployState}): ReactElement {
	const {columns, rows} = model.size;
	const isPlain = useContext(PlainTerminal);
	const lines = previewLines(state, model, isPlain || !wantsColor(process.env));
	const height = previewHeight(model);
	const top = Math.min(state.preview?.top ?? 0, Math.max(0, lines.length - height));
	const more = lines.length - top - height;
	const about = [
		...(more > 0 ? [`${count(more, 'line')} below: ${keyName(model, 'deploy.page-down')}`] : []),
		...(more > 0 && !model.revealed ? [`${keyName(model, 'pin.reveal')}: link, code`] : []),
	].join(' · ');
	return (
		<Box flexDirection="column" height={rows}>
			<Text wrap="truncate" {...theme.title}>
				{cutText(` ${previewTitle(state, model)}`, columns)}
			</Text>
			<Box flexDirection="column" height={height}>
				{lines.slice(top, top + height).map(({text, kind}, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
					<Text key={index} wrap="truncate">
						{' '}
						<Text {...styles[kind]}>{text === '' ? ' ' : text}</Text>
					</Text>
				))}
			</Box>
			<DetailLines model={model} lines={detailLines(model, {tone: 'plain', text: about}, 1, 1)} />
			<Footer model={model} columns={columns} />
		</Box>
	);
}

const styles = {
	head: theme.quiet,
	text: {},
	fault: theme.bad,
	// Dark on light, whatever the colours of the terminal are: that is what a camera expects.
	qr: {color: 'black', backgroundColor: 'whiteBright'},
} as const;
