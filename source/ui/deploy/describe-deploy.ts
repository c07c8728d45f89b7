import type {DeployState} from '../../app/screens/deploy/deploy-state.ts';
import type {DeployRow} from '../../app/screens/deploy/deploy-table.ts';
import {describeSent} from '../../app/screens/deploy/update-deploy.ts';
import {describePlan} from '../../domain/message/describe-plan.ts';
import {formatFinding, formatProblem} from '../../domain/problem.ts';

/** "12 to send, 3 without a link · as files into /srv/phones/outbox", or how far it has come. */
export function describeAll(state: DeployState): string {
	const {planned, run, sent} = state;
	if (planned === undefined) return ' ';
	if (run?.step === 'done') return `${describeSent(state)}.`;
	if (run?.step === 'sending')
		return `Sending: ${sent.size.toLocaleString('en-US')} of ${run.total.toLocaleString('en-US')} · ${describeSent(state)}`;
	return `${describePlan(planned.plan).join(', ')} · ${planned.way.text}`;
}

/** Why the user under the cursor gets no message, or what became of it, and what to do. */
export function describeRow({row, sent}: DeployRow): string {
	if (sent?.reason !== undefined) return formatFinding(sent.reason);
	const [fault] = row.faults;
	if (fault === undefined) return ' ';
	const {id: _, who: _who, ...rest} = fault;
	return formatProblem(rest);
}
