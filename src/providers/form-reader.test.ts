import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAccreditationForm } from './accreditation-form.ts'
import { readAgreementForm } from './agreement-form.ts'
import { readRupiah } from './form-reader.ts'
import { readOfferForm } from './offer-form.ts'
import { pdfFlaw } from './pdf-upload.ts'
import { readProviderForm } from './provider-form.ts'

const typed = (fields: Record<string, string>) => (name: string) => fields[name] ?? ''
const wrong = (errors: { field: string }[]) => errors.map(error => error.field).sort()

describe('rupiah', () => {
  it('is read as people type it, and nothing else', () => {
    for (const text of ['1250000', '1.250.000', 'Rp1.250.000', 'rp 1.250.000,00', 'Rp. 1.250.000,-'])
      expect(readRupiah(text)).toBe(1_250_000n)
    expect(readRupiah('0')).toBe(0n)
    for (const text of ['', 'gratis', '1.25', '-5', '1,250,000', '12.50.000', '1e9', '9'.repeat(16)])
      expect(readRupiah(text)).toBeNull()
  })
  it('comes back from how it is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), sum => {
        expect(readRupiah(`Rp${sum.toString().replace(/\B(?=(\d{3})+$)/g, '.')}`)).toBe(sum)
      }),
    )
  })
})

describe('a PDF', () => {
  const pdf = (text: string) => new TextEncoder().encode(text)
  it('is known by what it holds, not by its name', () => {
    expect(pdfFlaw(pdf('%PDF-1.7\nisi\n%%EOF\n'))).toBeNull()
    expect(pdfFlaw(pdf('<html>%PDF-1.7 %%EOF'))).toBe('kind')
    expect(pdfFlaw(pdf('PK\u0003\u0004'))).toBe('kind')
    expect(pdfFlaw(pdf('%PDF-1.7\nterpotong'))).toBe('cut')
    expect(pdfFlaw(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('large')
  })
})

describe('the card', () => {
  const good = { nama: 'BPSDM Babel', singkat: 'BPSDM', jenis: 'bpsdm' }
  it('needs a name, a short name and a kind', () => {
    expect(readProviderForm(typed(good), 'id').errors).toEqual([])
    expect(wrong(readProviderForm(typed({}), 'id').errors)).toEqual(['jenis', 'nama', 'singkat'])
  })
  it('takes no address that a browser would run', () => {
    for (const situs of ['javascript:alert(1)', 'data:text/html,x', 'bpsdm.go.id', 'http://'])
      expect(wrong(readProviderForm(typed({ ...good, situs }), 'id').errors)).toEqual(['situs'])
    expect(readProviderForm(typed({ ...good, situs: 'https://bpsdm.babelprov.go.id/' }), 'id').errors).toEqual([])
    expect(wrong(readProviderForm(typed({ ...good, surel: 'a@b', wilayah: '19-71' }), 'id').errors)).toEqual(['surel', 'wilayah'])
  })
})

describe('an agreement', () => {
  const good = {
    instansi: '2',
    tentang: 'Pelatihan',
    nomor: '1',
    tanda_tangan: '2026-01-02',
    dari: '2026-01-10',
    sampai: '2026-12-31',
  }
  it('is with a government that the actor may name, and ends after it began', () => {
    expect(readAgreementForm(typed(good), 'id', [2]).errors).toEqual([])
    expect(wrong(readAgreementForm(typed(good), 'id', [3]).errors)).toEqual(['instansi'])
    expect(wrong(readAgreementForm(typed({ ...good, sampai: '2026-01-09' }), 'id', [2]).errors)).toEqual(['sampai'])
    expect(wrong(readAgreementForm(typed({ ...good, dari: '2026-02-30' }), 'id', [2]).errors)).toEqual(['dari'])
    expect(wrong(readAgreementForm(typed({ ...good, tanda_tangan: '2027-01-01' }), 'id', [2]).errors)).toEqual(['tanda_tangan'])
  })
})

describe('an accreditation', () => {
  const good = { program: 'PKA', pengakreditasi: 'LAN', peringkat: 'a', keputusan: 'SK 1', dari: '2026-03-01' }
  it('with an A holds five years where the decree’s day is not typed; what is typed counts', () => {
    expect(readAccreditationForm(typed(good), 'id').values).toMatchObject({ peringkat: 'A', untilDate: '2031-02-28' })
    expect(readAccreditationForm(typed({ ...good, sampai: '2029-12-31' }), 'id').values.untilDate).toBe('2029-12-31')
  })
  it('with a B needs the day of its decree', () =>
    expect(wrong(readAccreditationForm(typed({ ...good, peringkat: 'B' }), 'id').errors)).toEqual(['sampai']))
})

describe('an offer', () => {
  const known = [
    { id: 5, code: 'M.5', name: 'Pelayanan Publik', nameEn: 'Public service' },
    { id: 7, code: 'M.7', name: 'Mengelola Perubahan', nameEn: null },
  ]
  const good = { judul: 'Prima', bentuk: 'teknis', pola: 'klasikal' }
  const read = (more: Record<string, string>) => readOfferForm(typed({ ...good, ...more }), 'id', known)
  it('leaves unknown what is blank, and takes 0 as free', () => {
    expect(read({}).values).toMatchObject({ costFixed: null, costParticipant: null, jp: null, months: [], competencies: [] })
    expect(read({ biaya: '0' }).values.costParticipant).toBe(0n)
  })
  it('reaches several competencies, each once and at a level', () => {
    const two = { kompetensi_1: '5', tingkat_1: '3', kompetensi_4: '7', tingkat_4: '2', bulan_3: '1', bulan_12: '1' }
    expect(read(two).values).toMatchObject({
      months: [3, 12],
      competencies: [
        { competencyId: 5, level: 3 },
        { competencyId: 7, level: 2 },
      ],
    })
    expect(wrong(read({ ...two, kompetensi_4: '5' }).errors)).toEqual(['kompetensi_4'])
    expect(wrong(read({ kompetensi_1: '5', kompetensi_2: '99', tingkat_2: '9' }).errors)).toEqual([
      'kompetensi_2',
      'tingkat_1',
      'tingkat_2',
    ])
  })
  it('says at the field what is wrong, in the entry rules as well', () =>
    expect(
      wrong(read({ judul: '', bentuk: 'sulap', biaya: 'murah', peserta_min: '9', peserta_maks: '3', syarat_maxAge: 'x' }).errors),
    ).toEqual(['bentuk', 'biaya', 'judul', 'peserta_maks', 'syarat_maxAge']))
})
