import {describePlan} from '../../../domain/message/describe-plan.ts';
import type {SentMessage} from '../../../domain/message/sent-message.ts';
import {count} from '../../../domain/problem.ts';
import type {Effect} from '../../effect.ts';
import {closeScreen, type Model, openScreen, putScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {describeTargets} from '../users/describe-targets.ts';
import type {DeployMessage} from './deploy-messages.ts';
import {previewHeight, previewLines} from './deploy-preview.ts';
import {type DeployState, openDeploy, readyRows} from './deploy-state.ts';
import {deployTable} from './deploy-table.ts';

/** Everything that happens while messages are planned, looked at, and sent. */
export function updateDeploy(model: Model, message: DeployMessage): Step {
	if (message.type === 'deploy/open') {
		const state = openDeploy(describeTargets(model));
		return [openScreen(hiding(model), state), [planEffect(state, model)]];
	}
	const state = model.screens.findLast((screen) => screen.name === 'deploy');
	if (state === undefined) {
		const isEnd = message.type === 'deploy/ended';
		return [isEnd ? withNotice(model, ['Sending has ended.', message.stopped].join(' ').trim()) : model, []];
	}
	const put = (part: Partial<DeployState>): Step => [putScreen(model, {...state, ...part}), []];
	switch (message.type) {
		case 'deploy/progressed':
			return put({progress: message.progress});
		case 'deploy/planned': {
			// What was asked for before the person chose otherwise is of no use.
			if (message.again !== state.again || state.run !== undefined) return [model, []];
			const {plan, way, sheet} = message;
			return put({planned: {plan, way, sheet}, progress: undefined});
		}
		case 'deploy/toggle-again': {
			const next = {...state, again: !state.again};
			return [putScreen(model, next), [planEffect(next, model)]];
		}
		case 'deploy/show-message':
			return put({preview: {top: 0}});
		case 'deploy/hide-message':
			return [putScreen(hiding(model), {...state, preview: undefined}), []];
		case 'deploy/move-user':
			return put({table: moveUser(state, message.by), preview: {top: 0}});
		case 'deploy/scroll':
			return put({preview: {top: scrolledTop(state, model, message.by)}});
		case 'deploy/ask':
			return [askToSend(model, state), []];
		case 'deploy/send': {
			const {wanted} = message;
			const sending = putScreen(model, {
				...state,
				run: {step: 'sending', total: wanted.length, isStopping: false},
			});
			return [sending, [{type: 'deploy/send', wanted, sheet: model.sheet}]];
		}
		case 'deploy/sent':
			return put({sent: withSent(state, message.sent)});
		case 'deploy/ended':
			return [finish(model, state, message.stopped), []];
		case 'deploy/stop':
			return stop(model, state);
		case 'deploy/back':
			return goBack(model, state);
	}
}

/** A link that is shown reveals no PINs of the grid, and these no link: each asks for the key again. */
function hiding(model: Model): Model {
	return {...model, revealed: false};
}

function planEffect({targets, again}: DeployState, {sheet}: Model): Effect {
	return {type: 'deploy/plan', ids: targets.ids, again, sheet};
}

/** Others, or the settings, may have changed what would be sent. */
export function planAgain(state: DeployState, model: Model): readonly Effect[] {
	return state.run === undefined ? [planEffect(state, model)] : [];
}

function moveUser({table}: DeployState, by: number): DeployState['table'] {
	const row = Math.min(Math.max(0, table.cursor.row + by), Math.max(0, table.rows.length - 1));
	return {...table, cursor: {...table.cursor, row}};
}

function scrolledTop(state: DeployState, model: Model, by: number): number {
	const last = Math.max(0, previewLines(state, model).length - previewHeight(model));
	return Math.min(last, Math.max(0, (state.preview?.top ?? 0) + by));
}

/** All counts before anything goes out; the key that says yes is another one than the one that asks. */
function askToSend(model: Model, state: DeployState): Model {
	const {planned} = state;
	const ready = readyRows(state);
	const wanted = ready.map(({id, mailedOn}) => ({id, mailedOn}));
	const again = ready.filter(({isAgain}) => isAgain).length;
	if (planned === undefined || wanted.length === 0) return model;
	const {way, plan} = planned;
	const others = describePlan({...plan, counts: {...plan.counts, ready: 0}});
	const minutes = way.perMinute === undefined ? 0 : Math.floor((wanted.length - 1) / way.perMinute);
	return openScreen(model, {
		name: 'confirm',
		question: `Send ${count(wanted.length, 'message')} ${way.text}?`,
		details: [
			...(again === 0
				? []
				: [
						`${count(again, 'of them goes', 'of them go')} to users who got one within a day, or perhaps got one.`,
					]),
			...(others.length === 0 ? [] : [`No message goes to the others: ${others.join(', ')}.`]),
			...(minutes === 0
				? []
				: [`At most ${way.perMinute} go out within a minute: that takes ${count(minutes, 'minute')}.`]),
			'No password and no PIN is in a message: tell users their PIN separately.',
		],
		action: `Send ${count(wanted.length, 'message')}`,
		confirm: {type: 'deploy/send', wanted},
		aboutUsers: true,
	});
}

function finish(model: Model, state: DeployState, stopped: string | undefined): Model {
	// It has not begun: what was in the way can be put right, and it can be tried again.
	if (stopped !== undefined && state.sent.size === 0)
		return withNotice(putScreen(model, {...state, run: undefined}), stopped, 'bad');
	const counts = describeSent(state);
	const where = state.planned?.way.done === 'written' ? ` ${state.planned.way.text}` : '';
	const done = putScreen(model, {...state, run: {step: 'done'}});
	const text = [`${counts}${where}.`, stopped].filter((part) => part !== undefined && part !== '').join(' ');
	const isGood = stopped === undefined && [...state.sent.values()].every(({result}) => result === 'accepted');
	return withNotice(done, text, isGood ? 'good' : 'bad');
}

/** "12 sent, 1 rejected". */
export function describeSent({sent, planned}: DeployState): string {
	const results = [...sent.values()];
	const amount = (wanted: string): number => results.filter(({result}) => result === wanted).length;
	const parts = [
		`${amount('accepted').toLocaleString('en-US')} ${planned?.way.done ?? 'sent'}`,
		...(['rejected', 'deferred', 'unknown', 'skipped'] as const)
			.filter((result) => amount(result) > 0)
			.map((result) => `${amount(result).toLocaleString('en-US')} ${result}`),
	];
	return parts.join(', ');
}

/** It stops after the message that is under way; the person need not wait for that. */
function stop(model: Model, state: DeployState): Step {
	if (state.run?.step !== 'sending') return [model, []];
	if (state.run.isStopping) return [closeScreen(model), []];
	const stopping = putScreen(model, {...state, run: {...state.run, isStopping: true}});
	return [withNotice(stopping, 'It stops after the message that is under way.'), [{type: 'deploy/cancel'}]];
}

function withSent({sent}: DeployState, more: readonly SentMessage[]): DeployState['sent'] {
	const all = new Map(sent);
	for (const one of more) all.set(one.id, one);
	return all;
}

/** From a filtered list to all of it, from there to the grid. */
function goBack(model: Model, state: DeployState): Step {
	const table = deployTable(state, model);
	if (table.state.filter !== '') return clearFilter(table);
	return [closeScreen(model), [{type: 'deploy/cancel'}]];
}
