/** `=`, `+`, `-`, `@`, a stroke, and their wide forms, behind whatever a program may skip. */
const COMPUTED = /^[\s']*[=+\-@|\uff1d\uff0b\uff0d\uff20]/
const GUARD = "'"

/**
 * A cell of text as no spreadsheet computes it: with an apostrophe before what one would take for a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection), and before what begins with such an apostrophe.
 */
export const guarded = (text: string): string => (COMPUTED.test(text) ? GUARD + text : text)

/** The text without the guard that `guarded` put before it. */
export const unguarded = (text: string): string =>
  text.startsWith(GUARD) && COMPUTED.test(text) ? text.slice(GUARD.length) : text
