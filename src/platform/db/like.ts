const escaped = (text: string) => text.replace(/[\\%_]/g, sign => `\\${sign}`)

/** The pattern of ILIKE for what contains this text as it stands: `%` and `_` in it are signs like others. */
export const containing = (text: string) => `%${escaped(text)}%`
/** The same for what begins with it. */
export const beginning = (text: string) => `${escaped(text)}%`
