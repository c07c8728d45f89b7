import fc from 'fast-check';
import {expect, it} from 'vitest';
import {topScreen} from '../../../source/app/model.ts';
import {emptyChange, updateChange} from '../../../source/domain/change.ts';
import {findUser, type Sheet} from '../../../source/domain/sheet.ts';
import {goToField} from '../../helpers/go-to.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {openSlowSession, type SlowSession, userOf} from '../../helpers/slow-store.ts';

const keys = ['firstName', 'lastName'] as const;
const arbitraryCell = {id: fc.nat(3), key: fc.constantFrom(...keys), value: fc.nat(3)};

/** What can happen, in any order. */
const arbitraryStep = fc.oneof(
	fc.record({do: fc.constantFrom('edit', 'other'), ...arbitraryCell}),
	fc.record({do: fc.constantFrom('answer', 'tell', 'add', 'add-other')}),
	fc.record({do: fc.constant('delete-other'), id: fc.nat(3)}),
	fc.record({
		do: fc.constant('press'),
		chord: fc.constantFrom('ctrl+z', 'ctrl+y', 'down', 'enter', 'escape', 'ctrl+s'),
	}),
);

type Happening = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

const isFree = ({model}: SlowSession) =>
	topScreen(model()) === undefined && model().grid.editor === undefined;

function happen(session: SlowSession, step: Happening, answer: () => void): void {
	const disk = session.disk();
	const other = 'id' in step ? disk.users[step.id] : undefined;
	if ('chord' in step) session.press(step.chord);
	else if (step.do === 'answer') answer();
	else if (step.do === 'tell') session.tellOthers();
	else if (step.do === 'add' && isFree(session)) {
		session.press('f4', 'New', goToField('lastName'), 'Name');
		session.press(goToField('email'), `new${disk.nextId}@example.com`, 'ctrl+s', 'y');
	} else if (step.do === 'add-other') {
		const added = [{...userOf(makeSheet(1), 1), id: disk.nextId, firstName: 'theirs', lastName: 'theirs'}];
		session.writeAsOther({...emptyChange('by another'), added});
	} else if ('key' in step && step.do === 'edit' && isFree(session))
		session.send({type: 'users/set-cell', id: step.id + 1, key: step.key, value: `mine ${step.value}`});
	else if ('key' in step && step.do === 'other' && other !== undefined) {
		const after = {...other, [step.key]: `theirs ${step.value}`};
		session.writeAsOther(updateChange('by another', other, after));
	} else if (step.do === 'delete-other' && other !== undefined)
		session.writeAsOther({...emptyChange('by another'), removed: [other]});
}

/** Which values have been on the screen. */
function createWitness() {
	const seen = new Set<string>();
	return {
		look({users}: Sheet): void {
			for (const user of users) for (const key of keys) seen.add(`${user.id} ${key} ${user[key]}`);
		},
		/** What a commit has replaced of theirs must have been seen before. */
		check(before: Sheet, after: Sheet): void {
			for (const user of before.users) {
				const now = findUser(after, user.id) ?? user;
				for (const key of keys) {
					if (now[key] !== user[key] && user[key].startsWith('theirs'))
						expect(seen).toContain(`${user.id} ${key} ${user[key]}`);
				}
			}
		},
	};
}

it('whatever comes between what: nothing is overwritten unseen, all is decided in the end, and the screen has what is stored', () => {
	fc.assert(
		fc.property(fc.array(arbitraryStep, {maxLength: 30}), (steps) => {
			const session = openSlowSession(makeSheet(3));
			const witness = createWitness();
			const answer = (): void => {
				const before = session.disk();
				session.answerNext();
				witness.check(before, session.disk());
			};
			for (const step of steps) {
				witness.look(session.model().sheet);
				happen(session, step, answer);
			}
			// Whatever is still open is answered, one after the other.
			for (let round = 0; round < 50; round += 1) {
				witness.look(session.model().sheet);
				const screen = topScreen(session.model());
				if (session.model().pending.length > 0) answer();
				else if (screen?.name === 'choice') session.press('down', 'enter');
				else if (!isFree(session)) session.press('escape');
				else session.press('ctrl+s');
			}
			session.tellOthers();
			const {sheet, stored, pending, refused, grid, save} = session.model();
			expect({pending, refused, save}).toEqual({pending: [], refused: [], save: {state: 'saved'}});
			expect(stored).toEqual(session.disk());
			expect(sheet).toEqual(stored);
			expect([...grid.rows]).toEqual(sheet.users.map(({id}) => id));
		}),
		{numRuns: 200},
	);
});
