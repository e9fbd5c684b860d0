import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('mail', () => {
  const mail = { SMTP_URL: 'smtp://a:b@mail.contoh.go.id:587', MAIL_FROM: 'Piawai <a@contoh.go.id>', PUBLIC_URL: 'https://p.id' }

  it('is off unless a server is named, and 60 letters a minute unless said', () => {
    expect(readConfig({}).mail).toBeNull()
    expect(readConfig({ MAIL_FROM: 'a@contoh.go.id' }).mail).toBeNull()
    expect(readConfig(mail).mail).toEqual({ url: mail.SMTP_URL, from: mail.MAIL_FROM, perMinute: 60 })
  })

  it('without a sender or an address for its links stops the start, and says what to set, but not the password', () => {
    const { MAIL_FROM: _, PUBLIC_URL: __, ...bare } = mail
    expect(() => readConfig(bare)).toThrow(/SMTP_URL disetel tanpa MAIL_FROM dan PUBLIC_URL/)
    for (const [key, bad] of [
      ['SMTP_URL', 'http://a:rahasia@x.id'],
      ['SMTP_URL', 'rahasia'],
      ['MAIL_FROM', 'Piawai'],
      ['MAIL_FROM', 'a@b.id\r\nBcc: c@d.id'],
      ['MAIL_FROM', 'a@b.id, c@d.id'],
      ['MAIL_PER_MINUTE', '0'],
    ] as const) {
      expect(() => readConfig({ ...mail, [key]: bad }), `${key} ${bad}`).toThrow(new RegExp(`invalid settings:\\n {2}${key}`))
      expect(() => readConfig({ ...mail, [key]: bad })).not.toThrow(/rahasia/)
    }
  })
})

describe('the trusted proxy', () => {
  it('is none where nothing is said, or an empty text', () => {
    expect(readConfig({}).trustedProxy).toEqual({ kind: 'none' })
    expect(readConfig({ PIAWAI_TRUSTED_PROXY: '' }).trustedProxy).toEqual({ kind: 'none' })
  })

  it('is a number of proxies, or their addresses', () => {
    expect(readConfig({ PIAWAI_TRUSTED_PROXY: '2' }).trustedProxy).toEqual({ kind: 'hops', hops: 2 })
    const { trustedProxy } = readConfig({ PIAWAI_TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8' })
    if (trustedProxy.kind !== 'addresses') throw new Error(trustedProxy.kind)
    expect(['127.0.0.1', '10.200.0.1', '127.0.0.2', '::1'].map(trustedProxy.has)).toEqual([true, true, false, false])
  })

  it('that cannot be read stops the start, and the message names the setting and what it may be', () => {
    for (const bad of ['0', 'true', '10.0.0.0/64', 'proxy.local'])
      expect(() => readConfig({ PIAWAI_TRUSTED_PROXY: bad }), bad).toThrow(
        /PIAWAI_TRUSTED_PROXY: must be a number of proxies from 1 to 20, or their addresses/,
      )
  })
})
