import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

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
