import { classStandards } from '../reference/index.ts'
import type { Post } from './posts.ts'

export type Requirement = { code: string; level: number }
const known = new Map<string, readonly Requirement[]>()

/** What a post demands: the default of its class, as the national standard says. */
export function requirementsOf(post: Post): readonly Requirement[] {
  const key = `${post.jenjang}/${post.urusan}`
  const before = known.get(key)
  if (before) return before
  const rows = classStandards
    .filter(row => row.jenjang === post.jenjang && (row.urusan === null || row.urusan === post.urusan))
    .map(({ code, level }) => ({ code, level }))
  known.set(key, rows)
  return rows
}

export const isOfTheNine = (code: string) => code.startsWith('M.') || code.startsWith('SK.')
