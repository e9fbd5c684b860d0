import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'
import { Refusal } from './refusal.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "frame-src 'self'", // a PDF beside what is said of it
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ')

const headers = Object.entries({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
})

const ownable = ['Content-Security-Policy', 'Permissions-Policy']

/** The headers of every answer. Pages are personal: nothing between us and the browser may keep them. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('requestId', randomUUID())
  await next()
  // On the answer as it is: `c.header` would make it anew for each of them.
  const answer = c.res.headers
  for (const [name, value] of headers) {
    // A file that somebody brought is sent with a stricter policy of its own; one page asks where the device is (check-in bound to a place).
    if (!ownable.includes(name) || !answer.has(name)) answer.set(name, value)
  }
  if (!answer.has('Cache-Control')) answer.set('Cache-Control', 'private, no-store')
}

/** A change may only come from our own pages. Browsers say where a POST comes from; a program that says nothing carries its own session. */
export const sameOrigin =
  (publicUrl: string | undefined): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const origin = c.req.header('origin')
      const site = c.req.header('sec-fetch-site')
      const own = publicUrl ? new URL(publicUrl).host : c.req.header('host')
      const foreign = origin !== undefined && (origin === 'null' || !URL.canParse(origin) || new URL(origin).host !== own)
      if (foreign || (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none')) {
        throw new Refusal(403, {
          id: 'Permintaan ini datang dari situs lain, jadi tidak dijalankan. Buka halaman Piawai lalu ulangi dari sana.',
          en: 'This request came from another site and was not carried out. Open Piawai and try again from there.',
        })
      }
    }
    await next()
  }

/** An address with a NUL in it is no address of ours, and the database would choke on it. */
export const readableAddress: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (/%00/.test(c.req.url)) {
    throw new Refusal(400, {
      id: 'Alamat ini memuat tanda yang tidak dapat dibaca. Periksa kembali alamatnya.',
      en: 'This address holds a sign that cannot be read. Check the address.',
    })
  }
  await next()
}
