import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientAddress, plainAddress, readTrustedProxy, type TrustedProxy } from './client-address.ts'

const trust = (text: string): TrustedProxy => {
  const read = readTrustedProxy(text)
  if (!read) throw new Error(`not read: ${text}`)
  return read
}
const proxy = '10.0.0.2'
const client = '203.0.113.7'

describe('the setting', () => {
  it.each([
    ['', 'none'],
    ['1', 'hops'],
    [' 20 ', 'hops'],
    ['127.0.0.1', 'addresses'],
    ['127.0.0.1, ::1', 'addresses'],
    ['10.0.0.0/8,fd00::/8', 'addresses'],
  ])('%s is read as %s', (text, kind) => expect(readTrustedProxy(text)?.kind).toBe(kind))

  it.each([
    '0',
    '21',
    '-1',
    '1.5',
    'yes',
    '*',
    '10.0.0',
    '10.0.0.0/33',
    '::1/129',
    '10.0.0.1,',
    'proxy.example.go.id',
    '10.0.0.1 10.0.0.2',
    '10.0.0.1:80',
  ])('%s is refused', text => expect(readTrustedProxy(text)).toBeNull())
})

describe('an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' 203.0.113.7:51234 ', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8::1', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
  ])('%s is %s', (text, plain) => expect(plainAddress(text)).toBe(plain))

  it.each(['', 'unknown', '_hidden', '1.2.3', '1.2.3.4.5', '999.1.1.1', '[::1', 'fe80::1%eth0', '127.0.0.1\n10.0.0.1', '<b>'])(
    '%j is none',
    text => expect(plainAddress(text)).toBeNull(),
  )
})

describe('where a request comes from', () => {
  it('is the connection where no proxy is trusted, whatever the header says', () => {
    expect(clientAddress(client, '198.51.100.1', trust(''))).toBe(client)
    expect(clientAddress('::ffff:203.0.113.7', undefined, trust(''))).toBe(client)
  })

  it('is what the one proxy before us was asked by', () => {
    expect(clientAddress(proxy, client, trust('1'))).toBe(client)
    expect(clientAddress(proxy, client, trust(proxy))).toBe(client)
    expect(clientAddress(proxy, undefined, trust('1'))).toBe(proxy)
  })

  it('goes back over as many proxies as are named, and no further', () => {
    const chain = `198.51.100.1, ${client}, 10.0.0.3`
    expect(clientAddress(proxy, chain, trust('2'))).toBe(client)
    expect(clientAddress(proxy, chain, trust('10.0.0.0/24'))).toBe(client)
    expect(clientAddress(proxy, chain, trust('1'))).toBe('10.0.0.3')
  })

  it('is not what the client says of itself', () => {
    const forged = ['127.0.0.1', '10.0.0.9, 10.0.0.8', 'unknown', '1.1.1.1, '.repeat(5000), '"; DROP TABLE', ',,,,']
    for (const header of forged) {
      expect(clientAddress(proxy, `${header}, ${client}`, trust('1')), header).toBe(client)
      expect(clientAddress(proxy, `${header}, ${client}`, trust('10.0.0.0/24')), header).toBe(client)
    }
  })

  it('stays the connection where somebody reaches us past the proxy', () => {
    expect(clientAddress(client, '127.0.0.1, 10.0.0.2', trust('10.0.0.0/24'))).toBe(client)
  })

  it('stays with the proxy that says something that is no address', () => {
    expect(clientAddress(proxy, 'unknown', trust('1'))).toBe(proxy)
    expect(clientAddress(proxy, `${client}, `, trust('1'))).toBe(proxy)
  })

  it('with fewer reports than proxies is the furthest there is', () => {
    expect(clientAddress(proxy, client, trust('3'))).toBe(client)
  })

  it('never depends on what stands left of the last untrusted address', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.ipV4(), (forged, honest) => {
        fc.pre(!honest.startsWith('10.0.0.'))
        expect(clientAddress(proxy, `${forged},${honest}`, trust('1'))).toBe(honest)
        expect(clientAddress(proxy, `${forged},${honest}`, trust('10.0.0.0/24'))).toBe(honest)
      }),
    ))

  it('is always an address, or the connection', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('1', '2', '20', '10.0.0.0/8'), (header, setting) => {
        const found = clientAddress(proxy, header, trust(setting))
        expect(found === proxy || plainAddress(found) === found).toBe(true)
      }),
    ))
})
