import {expect, it} from 'vitest';
import {disabledReason, findCommand} from '../../source/app/loop/command-table.ts';
import {update} from '../../source/app/update.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

const {model} = openSession(makeSheet(2));
const command = findCommand('backup.write');

it('asks the store for a copy, and says where it is or why there is none', () => {
	const [asked, effects] = update(model(), command.run(model()));
	expect(effects).toEqual([{type: 'store/backup'}]);
	expect(asked.notice?.text).toBe('A dated copy is being written.');
	const [told] = update(asked, {type: 'store/backed-up', file: '/phones/backups/users-1.json'});
	expect(told.notice).toEqual({
		tone: 'good',
		text: 'A dated copy was written: /phones/backups/users-1.json',
	});
	const [refused] = update(asked, {type: 'store/backup-failed', message: 'The disk is full.'});
	expect(refused.notice).toEqual({tone: 'bad', text: 'No copy was written: The disk is full.'});
});

it('is refused while something is not saved, and on a sheet that is only looked at', () => {
	expect(disabledReason(command, model())).toBeUndefined();
	for (const state of ['failed', 'read-only'] as const)
		expect(disabledReason(command, {...model(), save: {state, message: 'No.'}})).not.toBeUndefined();
	expect(disabledReason(command, {...model(), save: {state: 'saving'}})).toContain('saved');
});
