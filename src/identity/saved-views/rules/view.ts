/** How many views one account keeps. */
export const mostViews = 50
const longestName = 80
const longestPath = 1000

/** The lists that can be kept under a name; each is a page that changes nothing when it is opened. */
const lists = /^\/(kebutuhan|kesenjangan)(\/(?!keadaan)[a-z0-9-]+)*$/

export type ViewFlaw = 'name_missing' | 'name_long' | 'not_a_list'

/**
 * The address of a list as it is kept: of ours, without the number of the page, its parameters as they were typed. Null where it is no list
 * of ours: another site, a download, an action.
 */
export function listPath(typed: string): string | null {
  if (typed.length > longestPath || !/^\/[^\s\\]*$/.test(typed) || typed.startsWith('//')) return null
  const url = URL.parse(typed, 'http://piawai.invalid')
  if (url?.origin !== 'http://piawai.invalid' || url.hash !== '' || !lists.test(url.pathname)) return null
  url.searchParams.delete('halaman')
  for (const [name, value] of [...url.searchParams]) if (value === '') url.searchParams.delete(name)
  return url.pathname + (url.searchParams.size > 0 ? `?${url.searchParams}` : '')
}

const sorted = (path: string) => {
  const url = new URL(path, 'http://piawai.invalid')
  url.searchParams.sort()
  return url.href
}

/** Two addresses of one list, whatever the order of their parameters. */
export const sameList = (a: string, b: string) => sorted(a) === sorted(b)

/** A name as it is kept: on one line, without signs that cannot be seen. */
export const viewName = (typed: string) => typed.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/** What is wrong with a view; null where it can be kept. */
export function flawOf(name: string, path: string | null): ViewFlaw | null {
  if (path === null) return 'not_a_list'
  if (name === '') return 'name_missing'
  return name.length > longestName ? 'name_long' : null
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789' // none that are read as another

/** A code that is not to be guessed: twelve letters of thirty-one. `bytes`: at least twelve, drawn at random. */
export const codeOf = (bytes: Uint8Array): string => [...bytes.slice(0, 12)].map(byte => letters[byte % letters.length]).join('')
