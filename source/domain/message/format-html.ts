import {qrCodeId} from './deployment-message.ts';
import type {FilledPiece, FilledTemplate} from './template.ts';

/** A filled text as HTML: its paragraphs, the link to be clicked, and the QR code behind the paragraph with the link. */
export function formatHtml({lines}: FilledTemplate): string {
	const paragraphs = splitParagraphs(lines);
	const withLink = paragraphs.findIndex((paragraph) => paragraph.some((line) => line.some(isLink)));
	const parts = paragraphs.flatMap((paragraph, index) => [
		`<p dir="auto">${paragraph.map((line) => line.map(formatPiece).join('')).join('<br>\n')}</p>`,
		...(index === withLink ? [picture] : []),
	]);
	return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n${parts.join('\n')}\n</body></html>\n`;
}

const picture = `<p><img src="cid:${qrCodeId}" alt="QR code of the link"></p>`;

function splitParagraphs(lines: FilledTemplate['lines']): readonly (readonly (readonly FilledPiece[])[])[] {
	const paragraphs: (readonly FilledPiece[])[][] = [[]];
	for (const line of lines) {
		if (line.some(({text}) => text.trim() !== '')) paragraphs.at(-1)?.push(line);
		else paragraphs.push([]);
	}
	return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function isLink({placeholder}: FilledPiece): boolean {
	return placeholder?.kind === 'link';
}

/** Only a link to a web page can be clicked: programs for mail take other schemes out. */
function formatPiece(piece: FilledPiece): string {
	const text = escapeHtml(piece.text);
	return isLink(piece) && /^https?:/i.test(piece.text) ? `<a href="${text}">${text}</a>` : text;
}

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A text as it may be between tags, and in an attribute in quotation marks. */
export function escapeHtml(text: string): string {
	return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
