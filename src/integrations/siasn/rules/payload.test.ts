import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formEntries, learningForms } from '../../../regulation/index.ts'
import { formOfRow, historyOf, isDeleted, rowsIn } from './history.ts'
import {
  formOfNumber,
  payloadOf,
  type SentRecord,
  type SentSource,
  serviceDate,
  structuralId,
  structuralName,
} from './payload.ts'

const record: SentRecord & { source: SentSource } = {
  source: 'klaim',
  form: 'bimtek',
  name: 'Bimtek Statistik Sektoral',
  organiser: 'BPS',
  startedOn: '2026-11-02',
  endedOn: '2026-11-04',
  jp: 20,
  certificateNumber: 'BPS/BT/0093',
}
const known = { orangId: 'A8ACA7', serviceInstansi: 'A5EB03', lokasi: '3400' }

describe('what is sent', () => {
  it('is a course with the number of its form and its kind of certificate, days as dd-mm-yyyy', () =>
    expect(payloadOf(record, known)).toEqual({
      service: 'kursus',
      payload: {
        id: null,
        instansiId: 'A5EB03',
        institusiPenyelenggara: 'BPS',
        jenisDiklatId: '8',
        jenisKursus: '',
        jenisKursusSertipikat: 'T',
        jumlahJam: 20,
        lokasiId: '3400',
        namaKursus: 'Bimtek Statistik Sektoral',
        nomorSertipikat: 'BPS/BT/0093',
        path: [],
        pnsOrangId: 'A8ACA7',
        tahunKursus: 2026,
        tanggalKursus: '02-11-2026',
        tanggalSelesaiKursus: '04-11-2026',
      },
      missing: [],
    }))

  it('is leadership training with the number of which one', () =>
    expect(
      payloadOf({ ...record, form: 'struktural', name: 'Pelatihan Kepemimpinan Administrator', startedOn: null, jp: 905 }, known),
    ).toEqual({
      service: 'diklat',
      payload: {
        id: null,
        bobot: 0,
        institusiPenyelenggara: 'BPS',
        jenisKompetensi: '',
        jumlahJam: 905,
        latihanStrukturalId: '3',
        nomor: 'BPS/BT/0093',
        path: [],
        pnsOrangId: 'A8ACA7',
        tahun: 2026,
        tanggal: '04-11-2026',
        tanggalSelesai: '04-11-2026',
      },
      missing: [],
    }))

  it('says what it lacks: a person unknown there, no place, no hours', () => {
    const bare = { ...record, organiser: null, jp: null, certificateNumber: null }
    expect(payloadOf(bare, { orangId: null, serviceInstansi: null, lokasi: null }).missing).toEqual([
      'pnsOrangId',
      'instansiId',
      'lokasiId',
      'institusiPenyelenggara',
      'nomorSertipikat',
      'jumlahJam',
    ])
    expect(payloadOf({ ...bare, form: 'struktural' }, { ...known, orangId: null }).missing).toEqual([
      'pnsOrangId',
      'institusiPenyelenggara',
      'nomor',
      'jumlahJam',
    ])
  })

  it('waits for the number of a certificate only where somebody certifies', () => {
    const numberless = { ...record, form: 'coaching' as const, certificateNumber: null }
    const of = (source: SentSource) => payloadOf({ ...numberless, source }, known).missing
    expect([of('klaim'), of('kelas')]).toEqual([['nomorSertipikat'], ['nomorSertipikat']])
    expect([of('kegiatan'), of('komunitas')]).toEqual([[], []])
  })

  it('knows seminars, functional training and internships by number and certificate', () => {
    const of = (form: SentRecord['form']) => {
      const { jenisDiklatId, jenisKursusSertipikat } = payloadOf({ ...record, form }, known).payload as Record<string, unknown>
      return [jenisDiklatId, jenisKursusSertipikat]
    }
    expect([of('seminar'), of('fungsional'), of('magang'), of('nonklasikal_lain')]).toEqual([
      ['9', 'P'],
      ['2', 'F'],
      ['10', 'T'],
      ['25', 'T'],
    ])
  })
})

describe('leadership training', () => {
  it.each([
    ['Pelatihan Kepemimpinan Pengawas (PKP)', '2'],
    ['Diklatpim Tk. IV', '2'],
    ['PKA Angkatan III', '3'],
    ['DIKLATPIM TINGKAT III', '3'],
    ['SPAMA', '3'],
    ['Pelatihan Kepemimpinan Nasional Tingkat II', '4'],
    ['PKN II', '4'],
    ['Diklat PIM Tk I', '5'],
    ['PKN Tingkat I', '5'],
    ['SEPADA', '1'],
    ['SESPIM Polri', '6'],
    ['Sespati', '7'],
    ['Diklat Kepemimpinan Tingkat IV', '2'],
    ['Pendidikan dan Pelatihan Kepemimpinan Tingkat III', '3'],
    ['Pelatihan Kepemimpinan Tk. II', '4'],
    ['SESPANAS', '4'],
    ['Diklat Kepemimpinan Tingkat I', '5'],
    ['Pelatihan Kepemimpinan 2024', '8'],
    ['Pelatihan Dasar CPNS', '8'],
  ])('%s is %s', (name, id) => expect(structuralId(name)).toBe(id))
})

describe('the numbers of leadership training', () => {
  it.each([
    ['1', 'SEPADA'],
    ['2', 'SEPALA/ADUM/DIKLAT PIM TK.IV'],
    ['3', 'SEPADYA/SPAMA/DIKLAT PIM TK. III'],
    ['4', 'SPAMEN/SESPA/SESPANAS/DIKLAT PIM TK. II'],
    ['5', 'SEPATI/DIKLAT PIM TK. I'],
    ['6', 'SESPIM'],
    ['7', 'SESPATI'],
    ['8', 'Diklat Struktural Lainnya'],
  ])('%s is %s, there and back', (id, name) => {
    expect(structuralName(id)).toBe(name)
    expect(structuralId(name)).toBe(id)
  })
  it('end with the eighth', () => expect(structuralName('9')).toBeNull())
})

describe('the histories of the service', () => {
  it('come in an answer, a list, a list of answers, or by NIP; anything else is none', () => {
    const [a, b] = [{ id: '1' }, { id: '2' }]
    expect(rowsIn({ code: 1, data: [a, b] })).toEqual([a, b])
    expect(rowsIn([a, b])).toEqual([a, b])
    expect(
      rowsIn([
        { code: 1, data: [a] },
        { code: 1, data: [b] },
      ]),
    ).toEqual([a, b])
    expect(rowsIn({ '198505172010012014': { code: 1, data: [a] }, '199001012020121001': [b] })).toEqual([a, b])
    expect(rowsIn({ code: 1, data: null })).toEqual([])
    expect(rowsIn({ code: 1, data: a })).toEqual([a])
    for (const other of [null, 7, 'x', [1], { id: '1', namaKursus: 'x' }, { code: 0, data: 'Data tidak ditemukan' }, {}])
      expect(rowsIn(other)).toBeNull()
  })

  it('know a form by number, an old row by its certificate', () => {
    expect([
      formOfRow('8', 'T'),
      formOfRow(null, 'F'),
      formOfRow(null, 'T'),
      formOfRow(null, null),
      formOfRow('26', 'T'),
    ]).toEqual(['bimtek', 'fungsional', 'klasikal_lain', 'klasikal_lain', null])
    for (const form of learningForms) expect(formOfNumber(String(formEntries[form].national))).toBe(form)
  })

  it('mark what was deleted', () => expect([isDeleted(['a', ' #delete# ']), isDeleted(['delete'])]).toEqual([true, false]))

  it('name their fields as the service does', () => {
    const one = { ...record, externalId: 'x', nip: '1', orangId: null }
    const keys = (form: SentRecord['form']) =>
      Object.keys(historyOf({ ...one, form }).row)
        .sort()
        .join(' ')
    expect(keys('bimtek')).toBe(
      'id idPns institusiPenyelenggara jenisDiklatId jenisKursusId jenisKursusNama jenisKursusSertifikat jumlahJam namaKursus nipBaru nipLama noSertipikat path tahunKursus tanggalKursus tanggalSelesaiKursus',
    )
    expect(keys('struktural')).toBe(
      'id idPns institusiPenyelenggara jumlahJam latihanStrukturalId latihanStrukturalNama nipBaru nipLama nomor path tahun tanggal tanggalSelesai',
    )
  })

  it('give of a record a row that means the record', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        fc.constantFrom(...learningForms),
        day,
        fc.option(fc.integer({ min: 1, max: 2000 })),
        fc.string({ minLength: 3 }),
        (form, endedOn, jp, name) => {
          const { service, row } = historyOf({
            ...record,
            form,
            endedOn,
            startedOn: null,
            jp,
            name,
            externalId: 'x',
            nip: '1',
            orangId: null,
          })
          const back =
            service === 'rw-kursus'
              ? {
                  form: formOfRow(row.jenisDiklatId, row.jenisKursusSertifikat),
                  name: row.namaKursus,
                  last: row.tanggalSelesaiKursus,
                }
              : { form: 'struktural', name: row.latihanStrukturalNama, last: row.tanggalSelesai }
          expect({ ...back, jp: row.jumlahJam }).toEqual({ form, name, last: serviceDate(endedOn), jp: jp ?? '' })
        },
      ),
    )
  })
})
