import { describe, expect, it } from 'vitest'
import type { Cells } from '../../imports/index.ts'
import { formEntries, learningForms } from '../../regulation/index.ts'
import { checkRecord } from './records.ts'

const known = '198505172010012014'
const person = { pegawaiId: 7, instansiId: 19, nip: known, name: 'Siti', employment: 'pns' as const }
const lookup = { instansiId: 19, today: '2026-11-22', persons: { byNip: new Map([[known, person]]), byFormerNip: new Map() } }
const check = (cells: Cells) => checkRecord({ nip: known, name: 'PKA', endedOn: '20-06-2025', ...cells }, lookup)
const reasons = (cells: Cells) => {
  const checked = check(cells)
  return checked.ok ? [] : checked.errors.map(error => `${error.field}: ${error.id}`)
}
const valuesOf = (cells: Cells) => {
  const checked = check(cells)
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors))
  return checked.values
}

describe('a row of what was learned', () => {
  it('is known by person, name and last day; its last day is the first where it is blank', () => {
    expect(check({ jp: '905', form: 'Diklat Struktural' })).toMatchObject({
      ok: true,
      values: { pegawaiId: 7, name: 'PKA', endedOn: '2025-06-20', jp: 905, form: 'struktural' },
      claims: [{ thing: '7 pka 2025-06-20' }],
    })
    expect(valuesOf({ endedOn: undefined, startedOn: '01-06-2025' })).toMatchObject({ endedOn: '2025-06-01' })
  })

  it('knows every form by its name, its code and its number in the national service', () => {
    for (const form of learningForms) {
      const { code, national, name } = formEntries[form]
      for (const text of [name.id, name.en, code, code.toLowerCase(), String(national), national, form])
        expect(valuesOf({ form: text }).form, String(text)).toBe(form)
    }
  })

  it('keeps what the five old kinds said', () => {
    expect(
      ['Manajerial', 'Teknis', 'Fungsional', 'Sosial kultural', 'Bimbingan Teknis'].map(form => valuesOf({ form }).form),
    ).toEqual(['manajerial', 'teknis', 'fungsional', 'sosial_kultural', 'bimtek'])
  })

  it('has the form of its name where none is given, or “Lainnya” is', () => {
    for (const form of [undefined, 'Lainnya']) {
      const values = valuesOf({ form, name: 'Webinar Etika' })
      expect(values).toMatchObject({ formByName: 'seminar' })
      expect(values).not.toHaveProperty('form')
    }
  })

  it('reads international and sessions', () =>
    expect(valuesOf({ international: 'Ya', sessions: '3', form: 'Coaching' })).toMatchObject({
      international: true,
      sessions: 3,
      form: 'coaching',
    }))

  it('is the same as another with its certificate number, unless that is no number', () => {
    const things = (certificateNumber: string) => {
      const checked = check({ certificateNumber })
      return checked.ok ? checked.claims.map(claim => claim.thing) : []
    }
    expect(things('00123/PKA/2025')).toEqual(['7 pka 2025-06-20', '7 no 00123/pka/2025 2025-06-20'])
    expect(things('ada')).toEqual(['7 pka 2025-06-20'])
  })

  it.each<[Cells, RegExp]>([
    [{ nip: '199001012020121001' }, /^nip: Tidak ada pegawai dengan NIP ini/],
    [{ startedOn: '21-06-2025' }, /^endedOn: Tanggal selesai mendahului/],
    [{ endedOn: '01-01-2030' }, /^endedOn: Pelatihan ini belum selesai/],
    [{ jp: 'banyak' }, /^jp: “banyak” bukan bilangan bulat 1 sampai 2000/],
    [{ sessions: '0' }, /^sessions: “0”/],
    [{ form: 'KL99' }, /^form: “KL99”/],
    [{ international: 'mungkin' }, /^international: “mungkin”/],
  ])('is refused where %o', (cells, reason) => expect(reasons(cells)[0]).toMatch(reason))
})
