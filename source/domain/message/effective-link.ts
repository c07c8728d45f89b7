import type {Profile} from '../profile.ts';
import type {User} from '../user.ts';
import {fillTemplate, joinPieces, parseTemplate, type Template} from './template.ts';

/**
 * The deployment link of a user: the user's own, else what the template of the profile gives (rules.md 5.0). Values are put into
 * a template as a URL needs them, so that a blank or a `#` in one breaks no link.
 *
 * @returns '' where there is none: no template, one that cannot be filled, or a value that is missing
 */
export function effectiveLink(user: User, profile: Profile | undefined): string {
	if (user.deploymentLink !== '') return user.deploymentLink;
	if (profile === undefined || profile.linkTemplate === '') return '';
	const {lines, faults} = parseLinkTemplate(profile.linkTemplate);
	if (faults.length > 0 || lines.length !== 1) return '';
	const filled = fillTemplate({lines, faults}, {user, profile, mail: {contact: ''}, link: ''});
	if (filled.empty.length > 0) return '';
	const coded = filled.lines.map((line) =>
		line.map((piece) =>
			piece.placeholder === undefined ? piece : {...piece, text: encodeURIComponent(piece.text)},
		),
	);
	return joinPieces({lines: coded, empty: []});
}

const known = new WeakMap<Template, Template>();

/** Reads the link template of a profile: in it the link itself is no placeholder. */
export function parseLinkTemplate(text: string): Template {
	const template = parseTemplate(text);
	const found = known.get(template) ?? withoutCircles(template);
	known.set(template, found);
	return found;
}

function withoutCircles(template: Template): Template {
	const circular = template.lines
		.flat()
		.filter((piece) => piece.kind === 'placeholder' && piece.placeholder.kind === 'link');
	return {
		lines: template.lines,
		faults: [
			...template.faults,
			...circular.flatMap((piece) =>
				piece.kind === 'literal'
					? []
					: [
							{
								written: piece.written,
								code: 'circular-placeholder',
								message: 'The link cannot be a part of its own template.',
								short: 'The link itself',
							},
						],
			),
		],
	};
}
