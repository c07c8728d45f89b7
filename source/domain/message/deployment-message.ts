/** A message that tells one user how to set up the client (rules.md 5.0): everything in it has been checked. */
export type DeploymentMessage = {
	/** The user, or the central address of the profile. */
	readonly to: {readonly name: string; readonly address: string};
	readonly subject: string;
	readonly text: string;
	/** The same, with the QR code as the picture {@link qrCodeId}. */
	readonly html: string;
	/** What the QR code holds: a credential. */
	readonly link: string;
};

/** By what the HTML of a message finds the picture of its QR code. */
export const qrCodeId = 'qr-code@usersheet.invalid';
