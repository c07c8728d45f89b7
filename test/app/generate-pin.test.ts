import {describe, expect, it} from 'vitest';
import {topScreen} from '../../source/app/model.ts';
import {choiceTable} from '../../source/app/screens/choice/choice-table.ts';
import {updateChange} from '../../source/domain/change.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';

const open = () => openSession(makeSheet(2), {answer: createAnswers()});
const pinOf = (session: ModelSession) => findUser(session.stored(), 1)?.deploymentPin;

describe('a PIN generated in the grid', () => {
	it('is stored at once as one change, avoids the own numbers, and is not told', () => {
		const session = open();
		const user = findUser(session.stored(), 1);
		session.press(goTo('deploymentPin'), 'ctrl+g');
		expect(pinOf(session)).toBe('482913');
		expect(session.effects.find(({type}) => type === 'pin/make')).toMatchObject({
			avoid: [user?.directoryNumber, user?.pbxSipUser, user?.voicemailNumber],
		});
		expect(session.model().undo.length).toBe(1);
		expect(JSON.stringify([session.model().notice, session.model().undo[0]?.label])).not.toContain('482913');
		session.press('ctrl+z');
		expect(pinOf(session)).toBe(user?.deploymentPin);
	});

	it('goes into the cell where that is open', () => {
		const session = open();
		session.press(goTo('deploymentPin'), '12', 'ctrl+g');
		expect(session.model().grid.editor?.field.text).toBe('482913');
		session.press('enter');
		expect(pinOf(session)).toBe('482913');
	});

	it('is for a PIN only', () => {
		const session = open();
		session.press(goTo('email'), 'ctrl+g');
		expect(session.model().notice?.tone).toBe('bad');
		expect(session.effects).toEqual([]);
	});
});

describe('two PINs to choose from', () => {
	it('are masked until PINs are shown', () => {
		const session = open();
		session.press(goTo('deploymentPin'), '4711');
		const before = findUser(session.stored(), 1);
		if (before === undefined) throw new Error('No user 1');
		session.commitByOther(updateChange('Edit', before, {...before, deploymentPin: '90281'}));
		session.press('enter');
		const labels = () => {
			const screen = topScreen(session.model());
			if (screen?.name !== 'choice') throw new Error('Nothing is asked');
			const {kind, context, rowIds, rowOf} = choiceTable(screen, session.model());
			return rowIds().map((id) => {
				const row = rowOf(id);
				return row && kind.cellOf?.(row, 'label', context, 40).text;
			});
		};
		expect(labels()).toEqual(['Yours: ••••', 'Theirs: ••••']);
		session.press('ctrl+r');
		expect(labels()).toEqual(['Yours: 4711', 'Theirs: 90281']);
	});
});
