import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from './context.ts'

export type Flash = { tone: 'ok' | 'warn' | 'bad' | 'info'; text: string }

/** A sentence for the next page, after a change was made and the browser is sent on. */
export function flash(c: Ctx, tone: Flash['tone'], text: string): void {
  setCookie(c, 'kabar', Buffer.from(JSON.stringify({ tone, text })).toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 60,
  })
}

/** Reads it once. */
export function takeFlash(c: Ctx): Flash | null {
  const raw = getCookie(c, 'kabar')
  if (!raw) return null
  deleteCookie(c, 'kabar', { path: '/' })
  try {
    const { tone, text } = JSON.parse(Buffer.from(raw, 'base64url').toString()) as Record<string, unknown>
    if (typeof text !== 'string' || !['ok', 'warn', 'bad', 'info'].includes(String(tone))) return null
    return { tone: tone as Flash['tone'], text: text.slice(0, 500) }
  } catch {
    return null
  }
}
