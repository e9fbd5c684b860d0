import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, grant } from '../../test/factories/browser.ts'
import { agency, importRunner, importServices, nipNumber } from '../../test/factories/imports.ts'
import { pegawaiImport } from '../people/imports.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { performanceImport } from './imports.ts'

let database: Database
let made: ReturnType<typeof importServices>
let run: ReturnType<typeof importRunner>

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  run = importRunner(made.services, made.sent, [pegawaiImport, performanceImport], actor({ grants: [grant('admin', [19])] }))
  await agency(database, 19)
  const header = ['NIP', 'Nama', 'Status kepegawaian', 'Kode jabatan']
  const people = await run.read(
    'pegawai',
    [header, ...[1, 2, 3, 4].map(n => [nipNumber(n), `Pegawai ${n}`, 'PNS', 'DINKES.SEK-AK'])],
    19,
  )
  await run.apply(people.id)
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})
const query = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows
const counting = (columns: string) =>
  query(
    `SELECT p.name, ${columns} FROM performance_rating r JOIN pegawai p ON p.pegawai_id = r.pegawai_id
     WHERE r.superseded_at IS NULL ORDER BY p.name, r.period_end`,
  )

describe('ratings in a sheet', () => {
  const header = ['NIP', 'Nama', 'Tahun', 'Periode', 'Hasil kerja', 'Perilaku kerja', 'Predikat', 'Target', 'Capaian', 'Satuan']
  const rows = [
    header,
    [nipNumber(1), 'Pegawai 1', 2025, 'Tahunan', 'Sesuai ekspektasi', 'Di atas ekspektasi', 'Baik', '', '97,5', ''],
    [nipNumber(2), 'Pegawai 2', 2025, '', 3, 2, '', 24, 22, 'dokumen'],
    [nipNumber(3), 'Pegawai 3', 2025, 'tahunan', '', '', 'KURANG', '', '', ''],
    [nipNumber(1), 'Pegawai 1', 2026, 'TW II', 'DIATAS ESPEKTASI', 'SESUAI ESPEKTASI', 2, '', '', ''],
  ]

  it('come in by words and by numbers; the predicate is computed, or tells what it can', async () => {
    const it = await run.read('kinerja', rows, 19)
    expect(it).toMatchObject({ state: 'preview', counts: { new: 4, refused: 0 } })
    await run.apply(it.id)
    expect(
      await counting('year, period, result_rating AS result, predicate, result_below AS below, behaviour_below AS behaviour'),
    ).toEqual([
      { name: 'Pegawai 1', year: 2025, period: 'tahunan', result: 'sesuai', predicate: 'baik', below: false, behaviour: false },
      { name: 'Pegawai 1', year: 2026, period: 'triwulan', result: 'di_atas', predicate: 'baik', below: false, behaviour: false },
      {
        name: 'Pegawai 2',
        year: 2025,
        period: 'tahunan',
        result: 'di_bawah',
        predicate: 'butuh_perbaikan',
        below: true,
        behaviour: false,
      },
      { name: 'Pegawai 3', year: 2025, period: 'tahunan', result: null, predicate: 'kurang', below: false, behaviour: true },
    ])
    expect(
      await query(
        'SELECT target::float8 AS target, achieved::float8 AS achieved, target_unit AS unit FROM performance_rating WHERE achieved IS NOT NULL ORDER BY 1',
      ),
    ).toEqual([
      { target: 24, achieved: 22, unit: 'dokumen' },
      { target: 100, achieved: 97.5, unit: '%' },
    ])
    expect(await query('SELECT fact FROM outbox ORDER BY id DESC LIMIT 1')).toEqual([{ fact: 'performance.recorded' }])
    expect(await query('SELECT DISTINCT source, import_id, recorded_by FROM performance_rating')).toEqual([
      { source: 'impor', import_id: it.id, recorded_by: 'uji' },
    ])
  })

  it('the same file again changes nothing', async () => {
    expect((await run.read('kinerja', rows, 19)).counts).toMatchObject({ new: 0, changed: 0, same: 4, refused: 0 })
  })

  it('a correction keeps the former row, and what the row does not speak of', async () => {
    const it = await run.read('kinerja', [header, [nipNumber(1), '', 2025, 'Setahun', 3, 3, '', '', '', '']], 19)
    expect(it.counts).toMatchObject({ changed: 1 })
    await run.apply(it.id)
    expect(
      await query(
        `SELECT predicate, achieved::float8 AS achieved, superseded_why AS why, superseded_by AS by FROM performance_rating
         WHERE year = 2025 AND pegawai_id = (SELECT pegawai_id FROM pegawai WHERE name = 'Pegawai 1') ORDER BY id`,
      ),
    ).toEqual([
      { predicate: 'baik', achieved: 97.5, why: `Impor nomor ${it.id}`, by: 'uji' },
      { predicate: 'sangat_kurang', achieved: 97.5, why: null, by: null },
    ])
  })

  it('are refused by cell, with the reason and the remedy', async () => {
    const bad = await run.read(
      'kinerja',
      [
        header,
        [nipNumber(4), '', 2027, 'Tahunan', 1, 1, '', '', '', ''],
        [nipNumber(4), '', 2026, 'Triwulan IV', 1, 1, '', '', '', ''],
        [nipNumber(4), '', 2021, 'Tahunan', 1, 1, '', '', '', ''],
        [nipNumber(4), '', 2024, 'Tahunan', 2, 2, 'Sangat Baik', '', '', ''],
        [nipNumber(4), '', 2024, 'Semester 1', 4, 'lumayan', '', '', 'banyak', ''],
        [nipNumber(4), '', 2023, 'Tahunan', '', '', '', '', '', ''],
        [nipNumber(9), '', 2024, 'Tahunan', 1, 1, '', '', '', ''],
      ],
      19,
    )
    expect(bad.counts).toMatchObject({ refused: 7 })
    expect(await run.reasons(bad.id)).toEqual([
      '2 Periode: Periode 2027 baru selesai 31 Desember 2027. Catat setelah periodenya selesai, atau betulkan tahun dan periodenya.',
      '3 Periode: Periode Triwulan IV 2026 baru selesai 31 Desember 2026. Catat setelah periodenya selesai, atau betulkan tahun dan periodenya.',
      '4 Periode: Matriks predikat kinerja belum berlaku untuk tahun 2021. Catat penilaian mulai tahun 2022.',
      '5 Predikat: Menurut PermenPANRB 6/2022, hasil kerja dan perilaku ini berpredikat Baik. Betulkan salah satunya, atau kosongkan predikatnya.',
      expect.stringMatching(/^6 Periode: “Semester 1” tidak dikenal\. Pilih salah satu: Tahunan, Triwulan I, /),
      '6 Hasil kerja: “4” tidak dikenal. Pilih salah satu: Di atas ekspektasi, Sesuai ekspektasi, Di bawah ekspektasi.',
      '6 Perilaku kerja: “lumayan” tidak dikenal. Pilih salah satu: Di atas ekspektasi, Sesuai ekspektasi, Di bawah ekspektasi.',
      '6 Capaian: “banyak” bukan angka. Tulis angkanya saja, paling banyak dua desimal, misalnya 97,5.',
      '7 Hasil kerja: Belum ada yang dinilai. Isi hasil kerja dan perilaku kerja, atau predikatnya.',
      expect.stringMatching(/^8 NIP: Tidak ada pegawai dengan NIP ini/),
    ])
  })

  it('twice in one file are skipped where they agree, and both refused where they do not', async () => {
    const it = await run.read(
      'kinerja',
      [
        header,
        [nipNumber(4), '', 2024, 'Tahunan', 2, 2, '', '', '', ''],
        [nipNumber(4), '', 2024, 'Januari - Desember', 'sesuai', 'sesuai', 'Baik', '', '', ''],
        [nipNumber(3), '', 2024, 'Tahunan', 2, 2, '', '', '', ''],
        [nipNumber(3), '', 2024, 'Tahunan', 3, 2, '', '', '', ''],
      ],
      19,
    )
    expect(it.counts).toMatchObject({ new: 1, skipped: 1, refused: 2 })
    expect((await run.reasons(it.id))[0]).toMatch(
      /^4 NIP: Isi baris ini bertentangan dengan baris 5 tentang penilaian orang ini untuk 2024/,
    )
  })
})

it('the export of SIASN is recognised, the period found by its months', async () => {
  const it = await run.read(
    'kinerja',
    [
      [
        'nipBaru',
        'hasilKinerjaNilai',
        'perilakuKerjaNilai',
        'kuadranKinerjaNilai',
        'penilaiNama',
        'penilaiNipNrp',
        'tahun',
        'bulanMulaiPenilaian',
        'bulanSelesaiPenilaian',
      ],
      [nipNumber(4), 1, 1, 1, 'Budi', '197806122005011003', 2026, 7, 9],
      [nipNumber(4), 1, 1, 1, 'Budi', '197806122005011003', 2026, 2, 5],
    ],
    19,
  )
  expect(it).toMatchObject({ preset: 'siasn', counts: { new: 1, refused: 1 } })
  expect(await run.reasons(it.id)).toEqual([
    '3 bulanSelesaiPenilaian: Bulan 2 sampai 5 bukan satu tahun, triwulan, atau bulan. Betulkan bulannya, atau pakai kolom periode.',
  ])
  await run.apply(it.id)
  expect((await counting('year, period, period_number AS number, predicate, rater_name AS rater')).at(-1)).toEqual({
    name: 'Pegawai 4',
    year: 2026,
    period: 'triwulan',
    number: 3,
    predicate: 'sangat_baik',
    rater: 'Budi',
  })
})
