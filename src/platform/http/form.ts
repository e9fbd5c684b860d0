import type { Ctx } from './context.ts'

/** The text fields of a posted form; a field that is missing is ''. Files are read elsewhere. */
export async function formFields(c: Ctx): Promise<(name: string) => string> {
  const body = await c.req.parseBody()
  return name => {
    const value = body[name]
    // PostgreSQL stores no NUL; nobody types one.
    return typeof value === 'string' ? value.replaceAll('\0', '').trim() : ''
  }
}

/** What a person ticked under one name of a posted form, each once. */
export async function formTicks(c: Ctx, name: string): Promise<string[]> {
  const value = (await c.req.parseBody({ all: true }))[name]
  const texts = Array.isArray(value) ? value : [value]
  return [...new Set(texts.filter(text => typeof text === 'string'))]
}

/** The same where ids are ticked; what is none is left out. */
export const formIds = async (c: Ctx, name: string): Promise<number[]> => [
  ...new Set((await formTicks(c, name)).flatMap(text => (/^\d{1,9}$/.test(text) ? [Number(text)] : []))),
]

/** Only a path of ours: never another site. */
export const ownPath = (path: string) => (/^\/(?![/\\])[^\s]*$/.test(path) ? path : '/')

/** `halaman=` of a list, from 1. */
export function pageNumber(c: Ctx): number {
  const n = Number(c.req.query('halaman') ?? '1')
  return Number.isInteger(n) && n >= 1 && n <= 100_000 ? n : 1
}

/** The address of this list with some parameters changed; empty values fall away. */
export function listHref(c: Ctx, changes: Record<string, string | number | null>): string {
  const url = new URL(c.req.url)
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') url.searchParams.delete(key)
    else url.searchParams.set(key, String(value))
  }
  return url.pathname + (url.searchParams.size > 0 ? `?${url.searchParams}` : '')
}

/** The link that sorts a list by `key` (a second time: the other way round), and how it stands sorted by it now; made to be spread into a `Column`. */
export const sortBy = <Key extends string>(c: Ctx, key: Key, now: { order: Key | null; descending: boolean }) => ({
  sortHref: listHref(c, { urut: key, arah: now.order === key && !now.descending ? 'turun' : null, halaman: null }),
  sorted: now.order !== key ? null : now.descending ? ('desc' as const) : ('asc' as const),
})
