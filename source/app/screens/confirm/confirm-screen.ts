import {closeScreen, replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {confirmCommands} from './confirm-commands.ts';

/** A question before something that destroys or that touches many users. */
export const confirmScreen: KindOf<'confirm'> = {
	layer: 'panel',
	contexts: {
		confirm: {title: 'At a question'},
		confirmTyped: {title: 'At a question that wants a number', types: true},
	},
	commands: confirmCommands,
	contextsOf: ({typed}) => (typed === undefined ? ['confirm'] : ['confirmTyped', 'text']),
	update(model, {type}, app) {
		const screen = model.screens.at(-1);
		if (screen?.name !== 'confirm') return [model, []];
		const closed = closeScreen(model);
		const {confirm, refuse, show} = screen;
		const next = {'confirm/accept': confirm, 'confirm/refuse': refuse, 'confirm/show': show}[type];
		return next === undefined ? [closed, []] : app.update(closed, next);
	},
	editText(model, screen, edit) {
		const {typed} = screen;
		if (typed === undefined) return [model, []];
		return [replaceScreen(model, {...screen, typed: {...typed, field: edit(typed.field)}}), []];
	},
};
