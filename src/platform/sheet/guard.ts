// A text that begins like a formula is run by a spreadsheet when it opens a CSV (CWE-1236), also one of East Asian full width.
const LIKE_FORMULA = /^[\s\u200b-\u200d\u2060\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/

/** Puts an apostrophe before a text that a spreadsheet could take for a formula (`=1+1`, `+62…`, `-`); any other text is unchanged. */
export const guard = (text: string): string => (LIKE_FORMULA.test(text) ? `'${text}` : text)

/** Takes off the apostrophe that `guard` put on, when a file that we wrote comes back. */
export const unguard = (text: string): string => (text.startsWith("'") && LIKE_FORMULA.test(text.slice(1)) ? text.slice(1) : text)
