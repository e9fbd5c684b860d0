import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameWish, similarTitles, together, type Wish } from './duplicates.ts'

let last = 0
const wish = (more: Partial<Wish>): Wish => ({ id: ++last, competencyId: null, level: null, training: null, title: '', ...more })

describe('two proposals', () => {
  it('are one where they ask for the same competency at the same level', () => {
    const a = wish({ competencyId: 7, level: 3, title: 'Literasi digital' })
    expect(sameWish(a, wish({ competencyId: 7, level: 3 }))).toBe(true)
    expect(sameWish(a, wish({ competencyId: 7, level: 4 }))).toBe(false)
    expect(sameWish(a, wish({ title: 'Literasi digital' }))).toBe(false)
  })

  it('are one where they name the same training, however it is spelt', () =>
    expect(sameWish(wish({ training: 'Diklat PIM Tk. IV' }), wish({ training: 'Pelatihan Kepemimpinan Tingkat 4' }))).toBe(true))

  it.each([
    ['Pelatihan pengelolaan arsip dinamis', 'Pengelolaan arsip dinamis bagi arsiparis', true],
    ['Bimtek penyusunan SAKIP perangkat daerah', 'Penyusunan SAKIP untuk perangkat daerah', true],
    ['Pelatihan pelayanan publik', 'Pelatihan keuangan publik', false],
    ['Peningkatan kapasitas pegawai', 'Peningkatan kompetensi ASN', false],
  ])('“%s” and “%s” say the same: %s', (a, b, same) => expect(similarTitles(a, b)).toBe(same))
})

describe('proposals together', () => {
  it('join what only a third one shows to be one', () => {
    const [a, b, both] = [
      wish({ title: 'arsip dinamis digital' }),
      wish({ title: 'kearsipan digital nasional' }),
      wish({ title: 'arsip dinamis digital kearsipan digital nasional' }),
    ]
    expect(together([a, b]).length).toBe(2)
    expect(together([a, b, both]).map(group => group.map(one => one.id))).toEqual([[a.id, b.id, both.id]])
  })

  const wishes = fc.array(
    fc.record({
      competencyId: fc.option(fc.nat(2)),
      title: fc.constantFrom('arsip', 'arsip digital', 'keuangan daerah', 'keuangan', ''),
    }),
    { maxLength: 8 },
  )
  it('lose none and double none, and are the same groups in whatever order they came', () => {
    fc.assert(
      fc.property(wishes, drawn => {
        const all = drawn.map((one, id) => ({ ...one, id, level: one.competencyId === null ? null : 1, training: null }))
        const sets = (list: readonly Wish[]) =>
          together(list)
            .map(group =>
              group
                .map(one => one.id)
                .sort()
                .join(),
            )
            .sort()
        expect(
          together(all)
            .flat()
            .map(one => one.id)
            .sort(),
        ).toEqual(all.map(one => one.id).sort())
        expect(sets(all.toReversed())).toEqual(sets(all))
      }),
    )
  })
})
