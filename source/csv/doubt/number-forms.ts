/** What is looked at of a value, in characters. */
const mostLength = 60;
const fraction = /[.,]0+$/;
const separated = /^\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+$/;
/** Without a fraction of nothing: "2001" for "2001.0". */
export function dropFraction(value: string): string {
	return value.replace(fraction, '');
}

/** Without separators between thousands. */
export function dropSeparators(value: string): string {
	return separated.test(value) ? value.replaceAll(/\D/g, '') : value;
}

/**
 * Whether a spreadsheet makes this value of a stored one: without the apostrophe or + that it begins with, or, as it takes it for
 * an amount, without leading zeros, with a fraction or separators, rounded to the digits that it keeps, or as a power of ten.
 */
export function comesFrom(value: string, stored: string): boolean {
	if (/^['+]/.test(stored) && value === stored.slice(1)) return true;
	if (value.length > mostLength || !/^['+]*\d{1,40}$/.test(stored)) return false;
	const digits = stored.replace(/^['+]*0*(?=\d)/, '');
	if ([value, dropFraction(value), dropSeparators(value)].includes(digits)) return true;
	return isRounded(value, digits) || isPowerOfTen(value, digits);
}

/** A spreadsheet keeps 15 digits, and most programs as many as fit into 53 bits. */
function isRounded(value: string, digits: string): boolean {
	const integer = dropFraction(value);
	if (digits.length < 16 || !/^\d+$/.test(integer)) return false;
	if (integer === BigInt(Number(digits)).toString()) return true;
	const lost = 10n ** BigInt(digits.length - 15);
	const difference = BigInt(integer) - BigInt(digits);
	return BigInt(integer) % lost === 0n && difference < lost && -difference < lost;
}

function isPowerOfTen(value: string, digits: string): boolean {
	const [, mantissa = '', exponent] = /^\+?(\d(?:[.,]\d+)?)E\+?(\d{1,3})$/i.exec(value) ?? [];
	if (exponent === undefined) return false;
	const unit = 10 ** (Number(exponent) - Math.max(0, mantissa.length - 2));
	return Math.abs(Number(`${mantissa.replace(',', '.')}e${exponent}`) - Number(digits)) <= unit;
}
