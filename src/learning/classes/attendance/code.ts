import { createHmac, timingSafeEqual } from 'node:crypto'
import { ticketSeconds, windowAt, windowHolds } from './rules/check-in.ts'

const mac = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest()
const hexOf = (secret: string, text: string) => mac(secret, text).toString('hex').slice(0, 24)
const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** No sign that looks like another: it is read from a screen far away. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** What the QR of a session holds now: which session, which window, and the proof that both come from us. */
export const tokenOf = (secret: string, sessionId: number, window: number) =>
  `${sessionId.toString(36)}-${window.toString(36)}-${hexOf(secret, `qr:${sessionId}:${window}`)}`

/** The same to be typed: six signs. */
export function shortCode(secret: string, sessionId: number, window: number): string {
  const bytes = mac(secret, `kode:${sessionId}:${window}`)
  return Array.from({ length: 6 }, (_, at) => signs[bytes.readUInt16BE(at * 2) % signs.length]).join('')
}

/** A short code as somebody types it: case, spaces and strokes do not matter. */
export const plainCode = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Whether a typed code is the one shown for this session, now or a window ago or ahead. */
export const codeHolds = (secret: string, sessionId: number, typed: string, now: Date): boolean =>
  [0, -1, 1].some(step => same(shortCode(secret, sessionId, windowAt(now) + step), typed))

type Parts = { sessionId: number; number: number; proof: string }
function partsOf(token: string): Parts | null {
  const match = /^([0-9a-z]{1,6})-([0-9a-z]{1,9})-([0-9a-f]{24})$/.exec(token)
  if (!match) return null
  const [sessionId, number] = [Number.parseInt(match[1]!, 36), Number.parseInt(match[2]!, 36)]
  return sessionId < 2 ** 31 ? { sessionId, number, proof: match[3]! } : null
}

/** Which session a token names, before anything of it is believed. */
export const sessionOfToken = (token: string): number | null => partsOf(token)?.sessionId ?? null

/** Whether a token is ours, and of a window that holds. `old`: it was ours, and the code has changed since. */
export function tokenState(secret: string, token: string, now: Date): 'holds' | 'old' | 'false' {
  const parts = partsOf(token)
  if (!parts || !same(hexOf(secret, `qr:${parts.sessionId}:${parts.number}`), parts.proof)) return 'false'
  return windowHolds(parts.number, now) ? 'holds' : 'old'
}

const ticketText = (sessionId: number, pegawaiId: number, second: number) => `tiket:${sessionId}:${pegawaiId}:${second}`
const secondOf = (now: Date) => Math.floor(now.getTime() / 1000)

/** What one is given who opened the page with a code that held: for this person alone, for a few minutes. */
export const ticketOf = (secret: string, sessionId: number, pegawaiId: number, now: Date) =>
  `${sessionId.toString(36)}-${secondOf(now).toString(36)}-${hexOf(secret, ticketText(sessionId, pegawaiId, secondOf(now)))}`

/** Whether this person holds a ticket for this session that has not run out. */
export function ticketHolds(secret: string, ticket: string, sessionId: number, pegawaiId: number, now: Date): boolean {
  const parts = partsOf(ticket)
  if (!parts || parts.sessionId !== sessionId) return false
  const age = secondOf(now) - parts.number
  return age >= 0 && age <= ticketSeconds && same(hexOf(secret, ticketText(sessionId, pegawaiId, parts.number)), parts.proof)
}
