/** A path of Windows: there a backslash is no escape. */
const windowsPath = /^(?:[A-Za-z]:)?\\/;

/**
 * The path that a typed, pasted or dragged text means. Terminals quote or escape what is dragged into them as a shell needs it, or
 * paste a `file:` URL; what is none of these stays as it is, also a name with spaces.
 */
export function typedPath(text: string): string {
	const trimmed = text.trim();
	return fromUrl(/^['"]/.test(trimmed) ? unquote(trimmed) : dropBackslashes(trimmed));
}

/** The one word that a shell would make of it; a text that is no such word stays as it is: `"a" and "b"`. */
function unquote(text: string): string {
	const parts = [...text.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/gsu)];
	if (parts.map(([part]) => part).join('') !== text) return text;
	return parts
		.map(([, single, double, escaped, plain]) => {
			return single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? plain ?? '';
		})
		.join('');
}

/** Without the backslashes that stand before spaces and signs; one before a letter or digit belongs to the name. */
function dropBackslashes(text: string): string {
	return windowsPath.test(text) ? text : text.replaceAll(/\\([^\p{L}\p{N}])/gu, '$1');
}

function fromUrl(text: string): string {
	const [, path] = /^file:(?:\/\/(?:localhost)?)?(\/(?!\/).*)$/is.exec(text) ?? [];
	if (path === undefined) return text;
	try {
		return decodeURIComponent(path).replace(/^\/(?=[A-Za-z]:\/)/, '');
	} catch {
		// A percent sign that escapes nothing: it is no URL after all.
		return text;
	}
}
