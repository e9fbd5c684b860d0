import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { expect, it } from 'vitest'
import { frame } from '../../../test/factories/frame.ts'
import type { AppEnv } from './context.ts'
import { page } from './page.tsx'
import { securityHeaders } from './security.ts'

const app = new Hono<AppEnv>()
app.use(compress())
app.use(securityHeaders)
app.get('/', c => {
  c.set('frame', frame)
  c.header('Set-Cookie', 'a=1', { append: true })
  return page(c, { title: 'Kompetensi' }, <p>{'Analisis '.repeat(500)}</p>)
})
const ask = (encoding?: string) => app.request('/', { headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })

it('a page is packed for who takes gzip, and is the same page', async () => {
  const plain = await (await ask()).text()
  expect(plain).toMatch(/^<!doctype html><html.*<title>Kompetensi/s)
  for (const encoding of ['gzip', 'gzip, deflate, br', 'br;q=1.0, gzip;q=0.8', 'GZIP']) {
    const answer = await ask(encoding)
    expect(answer.headers.get('content-encoding'), encoding).toBe('gzip')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(plain.length / 4)
    expect(gunzipSync(bytes).toString()).toBe(plain)
  }
})

it('is sent as it is to who does not, or refuses gzip', async () => {
  for (const encoding of [undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip; q=0.0, br']) {
    const answer = await ask(encoding)
    expect([encoding, answer.headers.get('content-encoding')]).toEqual([encoding, null])
    expect(await answer.text()).toContain('Analisis Analisis')
  }
})

it('keeps nothing anywhere, and says what it is, packed or not', async () => {
  for (const encoding of ['gzip', '']) {
    const { headers } = await ask(encoding)
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.getSetCookie()).toEqual(['a=1'])
  }
})
