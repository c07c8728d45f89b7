import process from 'node:process';
import {errorCode} from '../domain/error-code.ts';
import {fileProblem} from '../files/file-problem.ts';
import {largestCsv, readNamedFile} from '../files/read-file.ts';
import {findEditor} from './editor/find-editor.ts';
import {withPrivateCopy} from './editor/private-copy.ts';
import {runEditor} from './editor/run-editor.ts';
import type {Dispatch, EffectOf, EffectRunners} from './effect-runners.ts';
import {formatContent} from './format-content.ts';
import type {ScreenAccess} from './screen-effects.ts';

const fileName = 'The edited file';

/** What gives a text to the person's editor and takes it back. */
export function createEditorRunners(screen: ScreenAccess, env: NodeJS.ProcessEnv = process.env) {
	return {
		'editor/edit': async (effect, dispatch) => {
			const command = findEditor(env);
			if (command !== undefined) return edit(effect, {command, env, screen, dispatch});
			const message = 'There is no editor here. Set the environment variable EDITOR to one.';
			dispatch({type: 'editor/failed', message});
		},
	} satisfies EffectRunners<'editor/edit'>;
}

async function edit(
	{content, suffix}: EffectOf<'editor/edit'>,
	{
		command,
		env,
		screen,
		dispatch,
	}: {
		readonly command: string;
		readonly env: NodeJS.ProcessEnv;
		readonly screen: ScreenAccess;
		readonly dispatch: Dispatch;
	},
): Promise<void> {
	const text = typeof content === 'string' ? content : await formatContent(content, suffix);
	const failed = (message: string) => ({type: 'editor/failed', message}) as const;
	// Answered when the file is gone, and before the screen is back, so that it is drawn once.
	await screen.lend(async (ended) => {
		try {
			const answer = await withPrivateCopy(text, suffix, async (file) => {
				const reason = await runEditor(command, file, env, ended);
				if (reason !== undefined) return failed(reason);
				const read = await readNamedFile(file, {name: fileName, most: largestCsv});
				if ('problem' in read) return failed(read.problem.message);
				const isChanged = Buffer.compare(read.bytes, Buffer.from(text)) !== 0;
				return {type: 'editor/edited', bytes: read.bytes, isChanged} as const;
			});
			if (!ended.aborted) dispatch(answer);
		} catch (error) {
			if (errorCode(error) === '') throw error;
			dispatch(failed(fileProblem('written', 'The temporary file for the editor', error).message));
		}
	});
}
