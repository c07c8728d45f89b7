/** The subject of a message where the profile has none (rules.md 5.9). */
export const defaultSubject = 'MiCollab Client for {Full name}';

/** Its text: a template like any other, to be copied and changed. */
export const defaultText = `Hello {Full name},

your MiCollab Client can be set up now. Open this link on the device on which you want to use it, or scan the QR code with that device:

{Deployment link}

Authentication code: {Authentication code?}
MiCollab Client Service: {MiCollab Client Service host?}
User name: {MiCollab Client Service user name?}

{PIN note?}
Your password comes separately.

If you have a question, ask {Contact?}.`;
