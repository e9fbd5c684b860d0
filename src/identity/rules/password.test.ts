import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashPassword, newPasswordKey, oneTimePassword, passwordFlaw, passwordFrom, verifyPassword } from './password.ts'

describe('a stored password', () => {
  it('is known again, and no other is', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 40, unit: 'grapheme' }), fc.string({ maxLength: 40 }), async (plain, other) => {
        const stored = await hashPassword(plain)
        expect(await verifyPassword(stored, plain)).toBe(true)
        expect(await verifyPassword(stored, other)).toBe(other.normalize('NFKC') === plain.normalize('NFKC'))
      }),
      { numRuns: 6 },
    ))

  it('is argon2id at the cost that OWASP names, salted, and never holds the word itself', async () => {
    const [a, b] = await Promise.all([hashPassword('burung-dara-99'), hashPassword('burung-dara-99')])
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/)
    expect(a).not.toBe(b)
    expect(a).not.toContain('burung')
  })

  it('is the same however the keyboard composes a letter', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9-pagi-hari'), 'cafe\u0301-pagi-hari')).toBe(true)
  })

  it('of another format, or damaged, matches nothing', async () => {
    const stored = await hashPassword('burung-dara-99')
    for (const bad of ['', 'burung-dara-99', `${stored.slice(0, -5)}AAAA=`, stored.replace('argon2id', 'argon2i')])
      expect(await verifyPassword(bad, 'burung-dara-99'), bad).toBe(false)
  })
})

describe('a new password', () => {
  it.each([
    ['delapan8', 'short'],
    ['sembilan9', 'short'],
    ['sepuluh-10', null],
    ['é'.repeat(9), 'short'],
    [`${'panjang sekali '.repeat(9)}`, 'long'],
    ['pengelola-2026', 'like_account'],
    ['P.e.n.g.e.l.o.l.a!!', 'like_account'],
    ['aaaaaaaaaaaa', 'common'],
    ['abababababab', 'common'],
    ['password123', 'common'],
    ['Kata Sandi 2026', 'common'],
    ['1234567890', 'common'],
    ['indonesia1945', 'common'],
    ['Rahasia!!2026', 'common'],
    ['rahasia negara kita', null],
    ['kuda baterai staples', null],
    ['kx4p-9wvn-t2hd', null],
  ])('%s: %s', (plain, flaw) => {
    expect(passwordFlaw(plain, 'pengelola')).toBe(flaw)
  })

  it('may hold the account name where that name is too short to matter', () => {
    expect(passwordFlaw('ani suka mangga', 'ani')).toBeNull()
    expect(passwordFlaw('anis suka mangga', 'anis')).toBe('like_account')
  })
})

describe('a password for one use', () => {
  it('is readable aloud, of its own each time, and has no flaw', () => {
    const all = Array.from({ length: 200 }, oneTimePassword)
    expect(new Set(all).size).toBe(200)
    for (const one of all) {
      expect(one).toMatch(/^[abcdefghjkmnpqrstuvwxyz2-9]{4}(-[abcdefghjkmnpqrstuvwxyz2-9]{4}){2}$/)
      expect(passwordFlaw(one, 'pengelola')).toBeNull()
    }
  })
})

describe('passwords for one use that follow from a key', () => {
  const key = newPasswordKey()

  it('are the same each time for a person, others for another and with another key', () => {
    const of = (one: Uint8Array) => Array.from({ length: 500 }, (_, id) => passwordFrom(one, id + 1))
    expect(of(key)).toEqual(of(key))
    expect(new Set([...of(key), ...of(newPasswordKey())]).size).toBe(1000)
  })

  it('are readable aloud and have no flaw', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), id => {
        const one = passwordFrom(key, id)
        expect(one).toMatch(/^[abcdefghjkmnpqrstuvwxyz2-9]{4}(-[abcdefghjkmnpqrstuvwxyz2-9]{4}){2}$/)
        expect(passwordFlaw(one, '199001012020121001')).toBeNull()
      }),
    ))

  it('of a known key stay what they were: a file of them can be made again until it was fetched', () =>
    expect([1, 2].map(id => passwordFrom(new Uint8Array(32), id))).toEqual(['2c6t-a2ap-jesg', 'q9ke-3w5g-3xak']))
})
