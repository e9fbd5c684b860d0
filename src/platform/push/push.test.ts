import { createPublicKey, verify } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { browserKeys, claimsOf, type PushService, pushService } from '../../../test/factories/push-service.ts'
import { areKeys, isPushService, makePushKeys, push } from './index.ts'

let service: PushService
afterEach(() => service?.close())
const keys = makePushKeys()
const sender = () => ({ keys, subject: 'mailto:admin@contoh.go.id', allows: service.allows })

describe('a push', () => {
  it('can be read by the browser it is for, and by nobody on the way', async () => {
    service = await pushService()
    const browser = browserKeys()
    const text = JSON.stringify({ title: 'Penilaian menunggu Anda', href: '/pesan/7' })
    expect(await push({ endpoint: `${service.origin}/a`, ...browser }, text, sender())).toEqual({ kind: 'sent' })
    const [{ headers, body }] = service.got as [PushService['got'][number]]
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', 'content-type': 'application/octet-stream' })
    expect(body.toString('latin1')).not.toContain('Penilaian')
    expect(browser.read(body)).toBe(text)
    expect(() => browserKeys().read(body)).toThrow()
  })

  it('says who sends it, signed with the key that the browser was given (RFC 8292)', async () => {
    service = await pushService()
    await push({ endpoint: `${service.origin}/a`, ...browserKeys() }, 'x', sender())
    const said = service.got[0]!.headers.authorization!
    expect(claimsOf(said)).toMatchObject({ aud: service.origin, sub: 'mailto:admin@contoh.go.id' })
    const [, token, k] = /^vapid t=([^,]+), ?k=(.+)$/.exec(said)!
    expect(k).toBe(keys.publicKey)
    const point = Buffer.from(k!, 'base64url')
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
    const key = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } })
    const [head, claims, signature] = token!.split('.')
    const signed = Buffer.from(`${head}.${claims}`)
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url'))).toBe(true)
  })

  it('tells apart a browser that is gone, one that is refused, and not now', async () => {
    service = await pushService(path => Number(path.slice(1)) || 302)
    const at = (path: string) => push({ endpoint: service.origin + path, ...browserKeys() }, 'x', sender())
    expect(await at('/404')).toEqual({ kind: 'gone' })
    expect(await at('/410')).toEqual({ kind: 'gone' })
    expect(await at('/403')).toEqual({ kind: 'refused', said: '403' })
    expect(await at('/429')).toEqual({ kind: 'later', said: '429' })
    expect(await at('/503')).toEqual({ kind: 'later', said: '503' })
    expect((await at('/moved')).kind, 'nobody sends us elsewhere').toBe('later')
    expect(service.got.map(one => one.path)).not.toContain('/elsewhere')
  })

  it('calls no address that somebody made up', async () => {
    service = await pushService()
    const endpoint = `${service.origin}/a`
    expect(await push({ endpoint, ...browserKeys() }, 'x', { keys, subject: 'mailto:a@b.id' })).toEqual({
      kind: 'refused',
      said: 'unknown service',
    })
    expect(service.got).toEqual([])
    for (const bad of [
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com.lain.id/x',
      'https://fcm.googleapis.com:8443/x',
      'https://a@fcm.googleapis.com/x',
      'https://lain.id/fcm.googleapis.com',
      'https://127.0.0.1/x',
      'https://push.apple.com.lain.id/x',
      'javascript:1',
      '',
    ]) {
      expect([bad, isPushService(bad)]).toEqual([bad, false])
    }
    for (const good of [
      'https://fcm.googleapis.com/fcm/send/x',
      'https://updates.push.services.mozilla.com/wpush/v2/x',
      'https://web.push.apple.com/x',
      'https://wns2-sg2p.notify.windows.com/w/?token=x',
    ]) {
      expect([good, isPushService(good)]).toEqual([good, true])
    }
  })

  it('takes no keys that nothing can be encrypted for', () => {
    const good = browserKeys()
    expect(areKeys(good)).toBe(true)
    expect(areKeys({ ...good, auth: 'x' })).toBe(false)
    expect(areKeys({ ...good, p256dh: `${good.p256dh.slice(0, -4)}AAAA` })).toBe(false)
    expect(areKeys({ p256dh: '', auth: '' })).toBe(false)
  })
})
