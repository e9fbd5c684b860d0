import { describe, expect, it } from 'vitest'
import { entryForm, readEntryForm } from './entry-form.ts'
import { entryMessages } from './entry-messages.ts'
import { checkWords, entryInWords, rulesInOneLine, rulesInWords } from './entry-words.ts'
import { evaluateEntry } from './rules/entry.ts'
import type { EntryRules } from './schema.ts'

const posted = (fields: Record<string, string>) => readEntryForm(name => fields[name] ?? '', entryMessages.id)

describe('the form of the entry rules', () => {
  it('reads what is ticked and typed, for all and for each way', () => {
    const { rules, errors } = posted({
      syarat_employment_pns: '1',
      syarat_noDiscipline: '1',
      syarat_trainings: 'PKP\n\n Bimtek APKD \nPKP',
      jalur1_jenjang_jpt_pratama: '1',
      jalur1_yearsBeforeBup: '1,5',
      jalur3_jenjang_administrator: '1',
      jalur3_golonganFrom: 'IV/a',
      jalur3_monthsInGolongan: '42',
    })
    expect(errors).toEqual([])
    expect(rules).toEqual({
      employment: ['pns'],
      trainings: ['PKP', 'Bimtek APKD'],
      noDiscipline: true,
      ways: [
        { jenjang: ['jpt_pratama'], yearsBeforeBup: 1.5 },
        { jenjang: ['administrator'], golonganFrom: 'IV/a', monthsInGolongan: 42 },
      ],
    })
  })

  it('says at the field what is wrong, and keeps what was typed', () => {
    const { rules, errors, form } = posted({
      syarat_maxAge: 'lima',
      syarat_tenureMonths: '24',
      jalur1_yearsBeforeBup: '1,3',
      syarat_trainings: 'x'.repeat(201),
    })
    expect(rules).toBeNull()
    expect(errors.map(one => one.field).sort()).toEqual([
      'jalur1_yearsBeforeBup',
      'syarat_maxAge',
      'syarat_tenureJenjang',
      'syarat_trainings',
    ])
    expect(form.all.maxAge).toBe('lima')
  })

  it('refuses a golongan that is none, such as a forged one', () =>
    expect(posted({ syarat_golonganFrom: "'; DROP" }).rules).toBeNull())

  it('comes back from the form as it went in', () => {
    const rules: EntryRules = {
      jenis: ['pengawas'],
      monthsInJenjang: { jenjang: 'pengawas', months: 24 },
      maxAge: 55,
      selection: true,
      ways: [{ yearsBeforeBup: 3.5 }, { employment: ['pns', 'pppk'] }],
    }
    const form = entryForm(rules)
    const fields: Record<string, string> = {}
    for (const [prefix, part] of [['syarat', form.all] as const, ...form.ways.map((way, n) => [`jalur${n + 1}`, way] as const)]) {
      for (const [key, value] of Object.entries(part)) {
        if (Array.isArray(value)) for (const one of value) fields[`${prefix}_${key}_${one}`] = '1'
        else if (value === true) fields[`${prefix}_${key}`] = '1'
        else if (typeof value === 'string') fields[`${prefix}_${key}`] = value
      }
    }
    expect(posted(fields).rules).toEqual(rules)
  })
})

describe('the rules in words', () => {
  const rules: EntryRules = {
    employment: ['pns', 'pppk'],
    monthsInJenjang: { jenjang: 'pengawas', months: 24 },
    golonganFrom: 'III/d',
    noDiscipline: true,
  }
  it('say who may join', () => {
    expect(rulesInWords(rules, 'id')).toEqual({
      all: [
        'PNS atau PPPK',
        'Golongan paling rendah III/d',
        'Paling sedikit 2 tahun sebagai Pengawas',
        'Tidak sedang menjalani hukuman disiplin',
      ],
      ways: [],
    })
    expect(rulesInOneLine({}, 'id')).toBe('Semua ASN boleh ikut')
    expect(rulesInOneLine({ maxAge: 50, ways: [{ selection: true }, { golonganFrom: 'IV/a' }] }, 'en')).toBe(
      'At most 50 years old; Passed the selection of the provider — or — Rank (golongan) IV/a at least',
    )
  })

  it('say of somebody what is there and what is asked, what stands in the way first', () => {
    const entry = evaluateEntry(
      rules,
      {
        jenis: 'pengawas',
        jenjang: 'pengawas',
        tenures: [{ jenjang: 'pengawas', from: '2025-11-22', until: null }],
        golongan: 'III/c',
        golonganSince: null,
        birthDate: null,
        employment: 'pns',
        trainings: null,
        selected: null,
        disciplineClear: null,
      },
      '2026-11-22',
    )
    expect(entryInWords(entry, 'id')).toEqual([
      { met: false, text: 'golongan III/c, diminta paling rendah III/d' },
      { met: false, text: 'belum: 2 tahun sebagai Pengawas (kini 1 tahun)' },
      { met: null, text: 'riwayat disiplin belum tercatat di Piawai; penyelenggara memeriksa berkasnya' },
      { met: true, text: 'sesuai: PNS' },
    ])
    expect(checkWords({ rule: 'golonganFrom', met: null, have: 'IX', need: 'III/d' }, 'id')).toBe(
      'golongan IX (PPPK) tidak sebanding dengan III/d; penyelenggara memeriksa berkasnya',
    )
  })
})
