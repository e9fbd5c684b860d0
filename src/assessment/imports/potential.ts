import {
  type Batch,
  type Cells,
  type Checked,
  type Claim,
  type ImportField,
  type ImportKind,
  RowReader,
} from '../../imports/index.ts'
import { loadPersons, personSubject } from '../../people/imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { potentialScale } from '../../regulation/index.ts'
import { validUntilOf } from '../policies.ts'
import { aspectLabels } from '../potential/labels.ts'
import { type Aspect, aspects } from '../potential/rules/potential.ts'
import { potentialMethods } from '../potential/rules/record.ts'
import { writePotential } from '../potential/store.ts'
import { methodChoices, type OccasionLookup, occasionFields, readOccasion, whomFields } from './occasion.ts'

/** Other names of an aspect's column; SIASN's (potensi/save) first where it has one. */
const headers: Record<Aspect, readonly string[]> = {
  intelektual: ['intelektual', 'Kecerdasan Intelektual', 'Intelegensi', 'Inteligensi'],
  interpersonal: ['interpersonal', 'Kecerdasan Interpersonal', 'Hubungan Interpersonal'],
  kesadaran_diri: ['kesadaranDiri', 'Self Awareness'],
  berpikir_kritis_strategis: [
    'berfikirKritis',
    'Berpikir Kritis',
    'Berfikir Kritis dan Strategis',
    'Kemampuan Berpikir Kritis dan Strategis',
  ],
  pemecahan_masalah: ['Problem Solving', 'Penyelesaian Masalah', 'Kemampuan Menyelesaikan Permasalahan'],
  kecerdasan_emosi: ['Kecerdasan Emosional', 'Emosi', 'Emotional Quotient'],
  belajar_cepat: ['Belajar Cepat', 'Kemampuan Belajar Cepat dan Mengembangkan Diri', 'Growth Mindset'],
  motivasi_komitmen: ['motivasiKomitmen', 'Motivasi', 'Motivasi dan Komitmen Diri'],
}
const examples: Record<Aspect, readonly (string | number)[]> = {
  intelektual: [3, 2],
  interpersonal: [2, 2],
  kesadaran_diri: [2, 3],
  berpikir_kritis_strategis: [3, 2],
  pemecahan_masalah: [2, ''],
  kecerdasan_emosi: [2, ''],
  belajar_cepat: [3, ''],
  motivasi_komitmen: [3, 2],
}

const methods = methodChoices(potentialMethods, {
  assessment_center: ['AC', 'Asesmen Center', 'Pusat Penilaian', 'Metode Kompleks', 'Metode Sedang', 'Metode Sederhana'],
  cact: ['CACT', 'Profiling ASN'],
  psikometri: ['Psikotes', 'Tes Psikometri', 'Tes Potensi'],
})

const fields: readonly ImportField[] = [
  ...whomFields,
  ...aspects.map(
    (aspect): ImportField => ({
      key: aspect,
      label: { id: aspectLabels.id[aspect], en: aspectLabels.en[aspect] },
      headers: headers[aspect],
      help: { id: '1 sampai 3. Kosong berarti tidak dinilai.', en: '1 to 3. Blank means not assessed.' },
      examples: examples[aspect],
      type: 'number',
    }),
  ),
  ...occasionFields(methods),
]

type Lookup = OccasionLookup & { scale: { lowest: number; highest: number } }

/** The potential of one person, found on one day by one method: a score an aspect. */
export function checkPotential(cells: Cells, lookup: Lookup): Checked {
  const row = new RowReader(cells, fields)
  const occasion = readOccasion(row, methods, lookup)
  const scores = aspects.flatMap(aspect => {
    const score = row.whole(aspect, lookup.scale.lowest, lookup.scale.highest)
    return score === null ? [] : [{ aspect, score }]
  })
  if (scores.length === 0 && row.errors.length === 0) {
    row.refuse('intelektual', {
      id: 'Tidak ada satu pun nilai aspek di baris ini. Isi paling sedikit satu, atau hapus barisnya.',
      en: 'This row holds no score. Give at least one, or delete the row.',
    })
  }
  if (row.errors.length > 0 || occasion === null) return { ok: false, errors: row.errors }
  const { values, claim } = occasion
  const claims: Claim[] = scores.map(({ aspect, score }) => {
    values[aspect] = score
    return {
      ...claim(aspect, score),
      field: aspect,
      name: {
        id: `${aspectLabels.id[aspect]} orang ini pada tanggal dan metode yang sama`,
        en: `this person's ${aspectLabels.en[aspect]} on the same day by the same method`,
      },
    }
  })
  return { ok: true, values, claims }
}

const eachAspect = sql`jsonb_each_text(s.values) AS a(aspect, score)`
const isAspect = sql`a.aspect = ANY (${[...aspects]}::text[])`

const same = sql`r.pegawai_id = (s.values->>'pegawaiId')::int AND r.aspect = a.aspect AND r.assessed_on = (s.values->>'assessedOn')::date
  AND r.method = s.values->>'method' AND r.replaced_at IS NULL`

/** A score that says something else than the one of the same day and method takes its place; the former is kept, and says why. */
const write = async (tx: Tx, batch: Batch) => {
  const given = sql`
    SELECT DISTINCT ON (1, 2, 4, 5) (s.values->>'pegawaiId')::int AS pegawai_id, a.aspect, a.score::int AS score, s.values->>'method' AS method,
      (s.values->>'assessedOn')::date AS assessed_on,
      coalesce((s.values->>'validUntil')::date, r.valid_until, (s.values->>'defaultUntil')::date) AS valid_until,
      coalesce(s.values->>'assessor', r.assessor) AS assessor
    FROM (${batch.rows}) s CROSS JOIN LATERAL ${eachAspect} LEFT JOIN potential_result r ON ${same}
    WHERE ${isAspect} ORDER BY 1, 2, 4, 5`
  await writePotential(tx, given, { by: batch.by, importId: batch.importId, why: `impor ${batch.importId}` })
}

/** Aspects of potential: the recap of an assessment centre, or SIASN's five. */
export const potentialImport: ImportKind = {
  kind: 'potensi',
  name: { id: 'Hasil potensi', en: 'Results of potential' },
  lead: {
    id: 'Rekap aspek potensi dari assessment center atau tes.',
    en: 'The recap of aspects of potential from an assessment centre or a test.',
  },
  notes: [
    {
      id: 'Satu baris satu orang dengan satu kolom per aspek; delapan aspek, atau lima seperti di SIASN.',
      en: 'One row one person with a column per aspect; eight aspects, or five as in SIASN.',
    },
    {
      id: 'Nilai 1 sampai 3. Sel kosong berarti tidak dinilai, bukan nol; kolom total tidak dibaca, jumlahnya dihitung sendiri.',
      en: 'Scores 1 to 3. A blank cell means not assessed, not zero; a total is not read but calculated.',
    },
    {
      id: 'Bila tanggal atau metode tidak ada kolomnya, isi satu kali untuk semua baris di layar pencocokan kolom.',
      en: 'Where date or method has no column, give it once for all rows on the screen that matches columns.',
    },
    {
      id: 'Nilai yang sudah ada dan berbeda diganti; yang lama tetap tersimpan dengan alasannya.',
      en: 'A score that stands and differs is replaced; the old one is kept with the reason.',
    },
  ],
  fields,
  sources: [
    {
      key: 'siasn',
      name: { id: 'bentuk SIASN (lima aspek)', en: 'SIASN form (five aspects)' },
      headers: ['berfikirKritis', 'intelektual', 'interpersonal', 'kesadaranDiri', 'motivasiKomitmen', 'total'],
    },
  ],
  missing: mapped =>
    aspects.some(aspect => mapped.has(aspect))
      ? null
      : {
          field: 'intelektual',
          id: 'Pilih paling sedikit satu kolom aspek potensi.',
          en: 'Choose at least one column of an aspect.',
        },
  subject: personSubject,
  async prepare(p) {
    const persons = await loadPersons(p, ['nip'])
    const validUntil = await p.read(tx => validUntilOf(tx, p.instansiId))
    const lookup = { instansiId: p.instansiId, today: p.today, scale: potentialScale.at(p.today).value, validUntil, persons }
    return { check: cells => checkPotential(cells, lookup) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_object_agg(a.aspect, r.score) || jsonb_build_object('pegawaiId', s.values->'pegawaiId', 'nip', s.values->'nip',
      'name', s.values->'name', 'assessedOn', s.values->'assessedOn', 'method', s.values->'method', 'defaultUntil', s.values->'defaultUntil',
      'validUntil', CASE WHEN min(r.valid_until) = max(r.valid_until) THEN min(r.valid_until) END,
      'assessor', CASE WHEN count(DISTINCT coalesce(r.assessor, '')) = 1 THEN min(r.assessor) END) AS before
    FROM staged s CROSS JOIN LATERAL ${eachAspect} JOIN potential_result r ON ${same}
    WHERE ${isAspect} GROUP BY s.row_number, s.values`,
  apply: write,
}
