import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, flawOf, listPath, sameList, viewName } from './view.ts'

describe('the address of a view', () => {
  it('is a list of ours, without the number of the page and what was left blank', () => {
    expect(listPath('/kebutuhan?tingkat=urgen&halaman=3&q=')).toBe('/kebutuhan?tingkat=urgen')
    expect(listPath('/kesenjangan/banding/orang?sebab=hasil&dari=2026-01-01')).toBe(
      '/kesenjangan/banding/orang?sebab=hasil&dari=2026-01-01',
    )
    expect(listPath('/kebutuhan/12')).toBe('/kebutuhan/12')
  })

  it('is the same list whatever the order of its parameters, and another with another value', () => {
    expect(sameList('/kebutuhan?tingkat=urgen&instansi=19', '/kebutuhan?instansi=19&tingkat=urgen')).toBe(true)
    expect(sameList('/kebutuhan?tingkat=urgen', '/kebutuhan?tingkat=penting')).toBe(false)
    expect(sameList('/kebutuhan?instansi=19', '/kesenjangan?instansi=19')).toBe(false)
  })

  it.each([
    'https://jahat.example/kebutuhan',
    '//jahat.example/kebutuhan',
    '/\\jahat.example',
    '/\t/jahat.example',
    '/kebutuhan\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    'kebutuhan',
    '',
    '/',
    '/t/abcdefghjkmn',
    '/keluar',
    '/api/v1/needs',
    '/kebutuhan.xlsx?instansi=19',
    '/kesenjangan/banding/keadaan?instansi=19',
    '/kebutuhan/../keluar',
    '/kebutuhan/%2e%2e/keluar',
    '/kebutuhan#x',
    '/kebutuhanku',
    `/kebutuhan?q=${'a'.repeat(1000)}`,
  ])('is never %s', path => expect(listPath(path)).toBeNull())

  it('stays on this site, whatever was typed', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map(text => `/kebutuhan${text}`),
        ),
        typed => {
          const path = listPath(typed)
          if (path === null) return
          expect(new URL(path, 'https://piawai.example').origin).toBe('https://piawai.example')
          expect(path).toMatch(/^\/(kebutuhan|kesenjangan)[/?]?/)
          expect(listPath(path)).toBe(path)
        },
      ),
    ))
})

describe('the name of a view', () => {
  it('stands on one line, without what cannot be seen', () => {
    expect(viewName('  Urgen\n\u0000 di\u202e Dinas\tKesehatan\u200b ')).toBe('Urgen di Dinas Kesehatan')
    expect(viewName('\u200b\u0007 ')).toBe('')
  })

  it('is there, and not too long', () => {
    expect(flawOf('', '/kebutuhan')).toBe('name_missing')
    expect(flawOf('a'.repeat(81), '/kebutuhan')).toBe('name_long')
    expect(flawOf('Urgen', null)).toBe('not_a_list')
    expect(flawOf('a'.repeat(80), '/kebutuhan')).toBeNull()
  })
})

it('a code has twelve letters that are not read as others', () => {
  expect(codeOf(new Uint8Array(12).fill(0))).toBe('aaaaaaaaaaaa')
  expect(codeOf(Uint8Array.from({ length: 16 }, (_, n) => n * 15))).toMatch(/^[a-hjkmnp-z2-9]{12}$/)
})
