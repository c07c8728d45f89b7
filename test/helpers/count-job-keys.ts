import {sheetKeymap} from '../../source/app/keymap/keymap.ts';
import {commands} from '../../source/app/loop/command-table.ts';
import {createAnswers} from './answer-effect.ts';
import {goTo, resolveKeys} from './go-to.ts';
import {type ModelSession, openSession} from './model-session.ts';
import type {RealJob} from './real-jobs.ts';

/** How many keys a job takes with the keys of the sheet, apart from the letters of what is typed, and what came of it. */
export function playJob({sheet, from, steps}: RealJob): {
	readonly keys: number;
	readonly session: ModelSession;
} {
	const session = openSession(sheet(), {answer: createAnswers()});
	if (from !== undefined) session.press(goTo(from));
	let keys = 0;
	for (const step of steps) {
		if (typeof step === 'object' && 'typed' in step) session.press(step.typed);
		else if (typeof step === 'object') session.send({type: 'input/paste', text: step.pasted});
		else
			for (const key of resolveKeys(step, session.model())) {
				session.press(chordOf(key));
				keys += 1;
			}
	}
	return {keys, session};
}

/** The first key of a command, by its ID; any other name is a key itself. */
export function chordOf(name: string): string {
	const command = commands.find(({id}) => id === name);
	return command === undefined ? name : (sheetKeymap.keys[command.id][0] ?? name);
}
