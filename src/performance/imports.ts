import {
  type Batch,
  type Cells,
  type Checked,
  type FieldError,
  type ImportField,
  type ImportKind,
  RowReader,
  type Values,
} from '../imports/index.ts'
import { loadPersons, nipField, type Persons, personOf, personSubject } from '../people/imports/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'
import type { PerformancePredicate, PerformanceRating } from '../regulation/index.ts'
import { flawWords } from './entry-words.ts'
import { periodWords } from './present.ts'
import { readAmount } from './rules/achievement.ts'
import { checkEntry } from './rules/entry.ts'
import { codeOfMonths, readPeriod } from './rules/period.ts'
import { periodChoices, predicateChoices, ratingChoices, ratingSheetFields } from './sheet-fields.ts'

const fields: readonly ImportField[] = [
  nipField,
  {
    key: 'name',
    label: { id: 'Nama', en: 'Name' },
    headers: ['Nama Lengkap', 'Nama Pegawai'],
    examples: ['Siti Rahmawati', 'Budi Santoso'],
    help: { id: 'Hanya untuk dibaca; tidak dipakai mencocokkan.', en: 'For reading only; never used for matching.' },
  },
  ...ratingSheetFields,
]

type Lookup = { instansiId: number; today: string; persons: Persons }

const amountWords = (text: string) => ({
  id: `“${text}” bukan angka. Tulis angkanya saja, paling banyak dua desimal, misalnya 97,5.`,
  en: `“${text}” is no number. Write the number only, with at most two decimals, such as 97.5.`,
})

/** What a target or a result amounts to. */
function amountOf(row: RowReader, cells: Cells, field: 'target' | 'achieved'): number | null {
  const text = row.text(field)
  if (text === null) return null
  const cell = cells[field]
  const value = typeof cell === 'number' ? (cell >= 0 && cell <= 1e9 ? Math.round(cell * 100) / 100 : null) : readAmount(text)
  return value ?? row.refuse(field, amountWords(text))
}

/** The period: as named, else by its months, else the year. */
function codeIn(row: RowReader): string | null {
  const named = row.choice('period', periodChoices)
  const [from, until] = [row.whole('monthFrom', 1, 12), row.whole('monthUntil', 1, 12)]
  if (from === null || until === null) return named ?? 'tahunan'
  return (
    codeOfMonths(from, until) ??
    row.refuse('monthUntil', {
      id: `Bulan ${from} sampai ${until} bukan satu tahun, triwulan, atau bulan. Betulkan bulannya, atau pakai kolom periode.`,
      en: `Months ${from} to ${until} are no year, quarter or month. Correct them, or use the column of the period.`,
    })
  )
}

/** The rating of one person for one period. */
export function checkRating(cells: Cells, lookup: Lookup): Checked {
  const row = new RowReader(cells, fields)
  const nip = row.need('nip', row.nip('nip', null))
  const found = nip === null ? null : personOf(lookup.persons, nip, lookup.instansiId)
  if (found && !found.ok) row.refuse('nip', found.words)
  const year = row.need('year', row.whole('year', 2000, 2100))
  const code = codeIn(row)
  const result = row.choice('result', ratingChoices) as PerformanceRating | null
  const behaviour = row.choice('behaviour', ratingChoices) as PerformanceRating | null
  const predicate = row.choice('predicate', predicateChoices) as PerformancePredicate | null
  const [target, achieved] = [amountOf(row, cells, 'target'), amountOf(row, cells, 'achieved')]
  const ratedOn = row.date('ratedOn')
  const [unit, raterName] = [row.text('unit', 40), row.text('raterName', 200)]
  // A text may be the number of a soldier; a number that Excel has rounded is nobody's.
  const raterNip = typeof cells.raterNip === 'number' ? row.nip('raterNip', null) : row.text('raterNip', 30)
  // What could not be read says nothing about what else is wrong.
  if (row.errors.length > 0 || !found?.ok || year === null || code === null) return { ok: false, errors: row.errors }
  const period = readPeriod(code, year)!
  const checked = checkEntry({ period, result, behaviour, predicate, ratedOn }, lookup.today)
  if (!checked.ok)
    return { ok: false, errors: checked.flaws.map(flaw => placed({ field: flaw.field, ...flawWords(flaw) }, cells)) }
  const { settled } = checked
  const { person } = found
  const isShare = achieved !== null && (unit === '%' || (unit === null && target === null))
  const values: Values = {
    pegawaiId: person.pegawaiId,
    nip: person.nip,
    name: person.name,
    year: String(year),
    period: code,
    matrixFrom: checked.matrixFrom,
  }
  const known = {
    result,
    behaviour,
    predicate: settled.predicate,
    resultBelow: settled.resultBelow,
    behaviourBelow: settled.behaviourBelow,
    target: isShare ? (target ?? 100) : target,
    achieved,
    unit: isShare ? '%' : unit,
    ratedOn,
    raterName,
    raterNip,
  }
  for (const [key, value] of Object.entries(known)) if (value !== null) values[key] = value
  const words = { id: periodWords(period, 'id'), en: periodWords(period, 'en') }
  return {
    ok: true,
    values,
    claims: [
      {
        field: 'nip',
        thing: `${person.pegawaiId} ${year} ${code}`,
        says: JSON.stringify(known),
        name: { id: `penilaian orang ini untuk ${words.id}`, en: `this person's rating for ${words.en}` },
      },
    ],
  }
}

/** A flaw of the period stands in the cell that says it. */
function placed(error: FieldError, cells: Cells): FieldError {
  if (error.field !== 'period') return error
  return { ...error, field: cells.period === undefined ? 'year' : 'period' }
}

const typed = (batch: Batch) => sql`
  SELECT v.*, split_part(v.period, '-', 1) AS kind, coalesce(nullif(split_part(v.period, '-', 2), '')::int, 1) AS number
  FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("pegawaiId" int, year int, period text, result text, behaviour text, predicate text,
    "resultBelow" boolean, "behaviourBelow" boolean, "matrixFrom" date, target numeric, achieved numeric, unit text, "ratedOn" date,
    "raterName" text, "raterNip" text)`

/** Closes what is corrected, then adds. Ratings and predicate are replaced together, and so are target and result; what a row leaves out stays. */
async function write(tx: Tx, batch: Batch) {
  await sql`
    WITH v AS (${typed(batch)})
    UPDATE performance_rating r SET superseded_at = now(), superseded_by = ${batch.by}, superseded_why = ${`Impor nomor ${batch.importId}`}
    FROM v WHERE r.pegawai_id = v."pegawaiId" AND r.year = v.year AND r.period = v.kind AND r.period_number = v.number
      AND r.superseded_at IS NULL AND r.instansi_id = ${batch.instansiId}::int`.execute(tx)
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, period_number, result_rating, behaviour_rating, predicate,
      result_below, behaviour_below, matrix_from, target, achieved, target_unit, rated_on, rater_name, rater_nip, source, import_id, recorded_by)
    SELECT p.pegawai_id, p.instansi_id, p.instansi_id, v.year, v.kind, v.number, v.result, v.behaviour, v.predicate, v."resultBelow",
      v."behaviourBelow", v."matrixFrom", CASE WHEN v.achieved IS NULL AND v.target IS NULL THEN f.target ELSE v.target END,
      CASE WHEN v.achieved IS NULL AND v.target IS NULL THEN f.achieved ELSE v.achieved END,
      CASE WHEN v.achieved IS NULL AND v.target IS NULL THEN f.target_unit ELSE v.unit END, coalesce(v."ratedOn", f.rated_on),
      coalesce(v."raterName", f.rater_name), coalesce(v."raterNip", f.rater_nip), 'impor', ${batch.importId}::int, ${batch.by}
    FROM v JOIN pegawai p ON p.pegawai_id = v."pegawaiId" AND p.instansi_id = ${batch.instansiId}::int
    LEFT JOIN performance_rating f ON f.pegawai_id = v."pegawaiId" AND f.year = v.year AND f.period = v.kind AND f.period_number = v.number
      AND f.superseded_at = now()`.execute(tx)
}

export const performanceImport: ImportKind = {
  kind: 'kinerja',
  name: { id: 'Penilaian kinerja (SKP)', en: 'Performance ratings (SKP)' },
  lead: {
    id: 'Rating hasil kerja dan perilaku per orang dan periode, misalnya dari e-Kinerja atau SIASN.',
    en: 'Ratings of results and behaviour by person and period, such as from e-Kinerja or SIASN.',
  },
  notes: [
    { id: 'Satu baris satu orang dan satu periode.', en: 'One row one person and one period.' },
    {
      id: 'Predikat dihitung dari hasil kerja dan perilaku menurut PermenPANRB 6/2022; predikat yang bertentangan ditolak.',
      en: 'The predicate follows from results and behaviour under PermenPANRB 6/2022; one that contradicts them is refused.',
    },
    {
      id: 'Penilaian yang sudah ada dan berbeda diganti; yang lama tetap tersimpan. Hasil kerja, perilaku, dan predikat diganti bersama.',
      en: 'A rating that stands and differs is replaced; the old one is kept. Results, behaviour and predicate are replaced together.',
    },
    {
      id: 'Periode yang belum selesai belum dapat dicatat.',
      en: 'A period that is not over cannot be recorded yet.',
    },
  ],
  fields,
  sources: [
    {
      key: 'siasn',
      name: { id: 'SIASN (riwayat SKP atau kinerja periodik)', en: 'SIASN (SKP or periodic performance)' },
      headers: [
        'hasilKinerja',
        'hasilKinerjaNilai',
        'perilakuKerja',
        'perilakuKerjaNilai',
        'kuadranKinerja',
        'kuadranKinerjaNilai',
        'namaPenilai',
        'nipNrpPenilai',
        'penilaiNama',
        'penilaiNipNrp',
        'periodikId',
        'bulanMulaiPenilaian',
      ],
    },
    {
      key: 'ekinerja',
      name: { id: 'rekap e-Kinerja', en: 'e-Kinerja recap' },
      headers: [
        'Rating Hasil Kerja',
        'Rating Perilaku Kerja',
        'Rating Perilaku',
        'Predikat Kinerja',
        'Predikat Kinerja Pegawai',
        'Pejabat Penilai',
      ],
    },
  ],
  missing: mapped =>
    mapped.has('result') || mapped.has('behaviour') || mapped.has('predicate')
      ? null
      : {
          field: 'result',
          id: 'Pilih kolom hasil kerja dan perilaku kerja, atau kolom predikat.',
          en: 'Choose the columns of results and behaviour, or the one of the predicate.',
        },
  subject: personSubject,
  async prepare(p) {
    const persons = await loadPersons(p, ['nip'])
    return { check: cells => checkRating(cells, { instansiId: p.instansiId, today: p.today, persons }) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_build_object('pegawaiId', r.pegawai_id, 'nip', s.values->'nip', 'name', s.values->'name', 'year', r.year::text,
      'period', s.values->'period', 'matrixFrom', r.matrix_from, 'result', r.result_rating, 'behaviour', r.behaviour_rating, 'predicate', r.predicate,
      'resultBelow', r.result_below, 'behaviourBelow', r.behaviour_below, 'target', r.target, 'achieved', r.achieved, 'unit', r.target_unit,
      'ratedOn', r.rated_on, 'raterName', r.rater_name, 'raterNip', r.rater_nip) AS before
    FROM staged s JOIN performance_rating r ON r.pegawai_id = (s.values->>'pegawaiId')::int AND r.year = (s.values->>'year')::int
      AND r.period = split_part(s.values->>'period', '-', 1) AND r.period_number = coalesce(nullif(split_part(s.values->>'period', '-', 2), '')::int, 1)
      AND r.superseded_at IS NULL`,
  apply: write,
  fact: 'performance.recorded',
}
