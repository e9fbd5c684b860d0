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

/** What a list is searched for, `q=`; '' for nothing. PostgreSQL stores no NUL, and looks for none. */
export const sought = (c: Ctx): string => (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 80)

/** The id that `name=` of the address gives; null where it gives none. */
export function idAsked(c: Ctx, name: string): number | null {
  const text = c.req.query(name) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

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
  return (c.get('listPath') ?? url.pathname) + (url.searchParams.size > 0 ? `?${url.searchParams}` : '')
}

type Link = { sortHref: string; sorted: 'asc' | 'desc' | null }

/**
 * By which of its orders a list is asked for (`urut=`; else its own, the first), which way (`arah=`; else as that order begins), and the
 * links that sort it by each (the one it stands in: the other way round); made to be spread into a `Column`.
 */
export function sorting<Key extends string>(c: Ctx, begins: Record<Key, 'asc' | 'desc'>) {
  const keys = Object.keys(begins) as Key[]
  const order = keys.find(key => key === c.req.query('urut')) ?? keys[0]!
  const asked = c.req.query('arah')
  const descending = asked === 'turun' || (asked !== 'naik' && begins[order] === 'desc')
  const linkOf = (key: Key): Link => {
    const turns = key === order && descending === (begins[key] === 'desc')
    const arah = turns ? (descending ? 'naik' : 'turun') : null
    return {
      sortHref: listHref(c, { urut: key === keys[0] ? null : key, arah, halaman: null }),
      sorted: key !== order ? null : descending ? 'desc' : 'asc',
    }
  }
  return { order, descending, sort: Object.fromEntries(keys.map(key => [key, linkOf(key)])) as Record<Key, Link> }
}
