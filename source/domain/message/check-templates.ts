import type {Finding, Problem} from '../problem.ts';
import type {Profile} from '../profile.ts';
import {parseLinkTemplate} from './effective-link.ts';
import {parseTemplate, type Template} from './template.ts';

const known = new WeakMap<Profile, readonly Problem[]>();

/** What is wrong with the texts of a profile for every user: placeholders that there are not, or a text without the link. */
export function checkTemplates(profile: Profile): readonly Problem[] {
	const found = known.get(profile) ?? findProblems(profile);
	known.set(profile, found);
	return found;
}

function findProblems({subject, messageText, linkTemplate}: Profile): readonly Problem[] {
	const text = parseTemplate(messageText);
	return [
		...findFaults('Subject', parseTemplate(subject)),
		...findFaults('Message text', text),
		...(messageText !== '' && !hasLink(text) ? [place('Message text', noLinkInText)] : []),
		...findFaults('Deployment link template', parseLinkTemplate(linkTemplate)),
	];
}

function findFaults(column: string, {faults}: Template): readonly Problem[] {
	return faults.map(({written, ...finding}) => place(column, finding, written));
}

function hasLink({lines}: Template): boolean {
	return lines
		.flat()
		.some((piece) => piece.kind === 'placeholder' && piece.placeholder.kind === 'link' && !piece.isOptional);
}

const noLinkInText: Finding = {
	code: 'no-link-in-text',
	message: 'The link is not in it.',
	short: 'The link is not in it',
	fix: 'Write "{Deployment link}" where it is to be.',
};

function place(column: string, finding: Finding, value?: string): Problem {
	return {severity: 'error', ...finding, column, ...(value === undefined ? {} : {value})};
}
