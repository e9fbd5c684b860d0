import {
  type Batch,
  type Cells,
  type Checked,
  type Claim,
  type ImportField,
  type ImportKind,
  RowReader,
} from '../imports/index.ts'
import { loadPersons, personSubject } from '../people/imports/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'
import {
  CompetencyFinder,
  competencyFields,
  eachLevel,
  levelKey,
  loadCompetencies,
  longFields,
  missingLevels,
  siasnCompetencyHeaders,
} from '../standards/imports.ts'
import { methodChoices, type OccasionLookup, occasionFields, readOccasion, whomFields } from './imports/occasion.ts'
import type { Method } from './labels.ts'
import { validUntilOf } from './policies.ts'
import { writeResults } from './store/record.ts'

export { potentialImport } from './imports/potential.ts'

const spellings: Record<Method, string[]> = {
  assessment_center: ['AC', 'Asesmen Center', 'Pusat Penilaian', 'Metode Kompleks', 'Metode Sedang', 'Metode Sederhana'],
  cact: ['CACT', 'Profiling ASN', 'Computer Assisted Competency Test'],
  wawancara: ['Wawancara Kompetensi'],
  psikometri: ['Psikotes', 'Tes Psikometri'],
  penilaian_atasan: ['Atasan'],
  penilaian_360: ['360', '360 derajat'],
  uji_kompetensi: ['Ujikom', 'UKOM'],
  penilaian_rekan: ['Rekan', 'Rekan kerja', 'Sejawat'],
  penilaian_bawahan: ['Bawahan'],
  penilaian_diri: ['Diri sendiri', 'Mandiri', 'Self assessment'],
  pembelajaran: ['Pelatihan', 'Evaluasi pelatihan'],
}
const methods = methodChoices(Object.keys(spellings) as Method[], spellings)

const resultFields: readonly ImportField[] = [...whomFields, ...longFields, ...occasionFields(methods)]

type Lookup = OccasionLookup & { competencies: CompetencyFinder }

/** The results of one person on one day by one method: one competency (long) or several (a recap). */
function checkResult(cells: Cells, lookup: Lookup): Checked {
  const row = new RowReader(cells, resultFields)
  const occasion = readOccasion(row, methods, lookup)
  const levels = lookup.competencies.levels(row)
  if (levels.size === 0 && row.errors.length === 0) {
    row.refuse('level', {
      id: 'Tidak ada satu pun tingkat di baris ini. Isi paling sedikit satu, atau hapus barisnya.',
      en: 'This row holds no level. Give at least one, or delete the row.',
    })
  }
  if (row.errors.length > 0 || occasion === null) return { ok: false, errors: row.errors }
  const { values, claim } = occasion
  const claims: Claim[] = []
  for (const [competency, level] of levels) {
    values[levelKey(competency.id)] = level
    claims.push({
      ...claim(competency.id, level),
      field: cells.competency === undefined ? levelKey(competency.id) : 'level',
      name: {
        id: `${competency.code} orang ini pada tanggal dan metode yang sama`,
        en: `this person's ${competency.code} on the same day by the same method`,
      },
    })
  }
  return { ok: true, values, claims }
}

/** A result that says something else than the one of the same day and method takes its place; the former is kept, and says why. */
async function write(tx: Tx, batch: Batch) {
  const given = sql`
    SELECT DISTINCT ON (1, 2, 4, 5) v.pegawai_id, v.competency_id, v.level, v.method, v.assessed_on,
      coalesce(v.valid_until, r.valid_until, v.default_until) AS valid_until, coalesce(v.assessor, r.assessor) AS assessor, r.note,
      NULL::int AS campaign_id, 1 AS raters, NULL::int AS standard_id, NULL::int AS required_then
    FROM (SELECT (s.values->>'pegawaiId')::int AS pegawai_id, substr(l.key, 7)::int AS competency_id, (l.level)::int AS level, s.values->>'method' AS method,
        (s.values->>'assessedOn')::date AS assessed_on, (s.values->>'validUntil')::date AS valid_until, (s.values->>'defaultUntil')::date AS default_until,
        s.values->>'assessor' AS assessor
      FROM (${batch.rows}) s, ${eachLevel}) v
    LEFT JOIN assessment_result r ON r.pegawai_id = v.pegawai_id AND r.competency_id = v.competency_id AND r.assessed_on = v.assessed_on
      AND r.method = v.method AND r.campaign_id IS NULL AND r.replaced_at IS NULL
    ORDER BY 1, 2, 4, 5`
  await writeResults(tx, given, { by: batch.by, importId: batch.importId, why: `impor ${batch.importId}` })
}

/** Assessment results, one competency a row or the recap of an assessment centre. */
export const resultImport: ImportKind = {
  kind: 'hasil',
  name: { id: 'Hasil penilaian kompetensi', en: 'Assessment results' },
  lead: {
    id: 'Rekap assessment center, CACT, atau hasil per kompetensi.',
    en: 'The recap of an assessment centre, CACT, or results by competency.',
  },
  notes: [
    {
      id: 'Satu baris satu orang dengan satu kolom per kompetensi (kode atau nama); atau satu baris satu orang dan satu kompetensi.',
      en: 'One row one person with a column per competency (code or name); or one row one person and one competency.',
    },
    {
      id: 'Tingkat 1 sampai 5. Sel kosong berarti tidak dinilai, bukan nol.',
      en: 'Levels 1 to 5. A blank cell means not assessed, not zero.',
    },
    {
      id: 'Bila tanggal atau metode tidak ada kolomnya, isi satu kali untuk semua baris di layar pencocokan kolom.',
      en: 'Where date or method has no column, give it once for all rows on the screen that matches columns.',
    },
    {
      id: 'Bila tanggal berlaku tidak ada, dipakai masa berlaku dari aturan setempat pada tanggal penilaian (bawaan 3 tahun).',
      en: 'Where no expiry is given the local rule of the day it was assessed decides how long it holds (3 years by default).',
    },
  ],
  fields: resultFields,
  moreFields: async tx => competencyFields(await loadCompetencies(tx)),
  sources: [
    {
      key: 'siasn',
      name: { id: 'bentuk SIASN (sembilan kompetensi)', en: 'SIASN form (nine competencies)' },
      headers: siasnCompetencyHeaders,
    },
    {
      key: 'recap',
      name: { id: 'rekap assessment center', en: 'assessment-centre recap' },
      headers: ['No', 'Jabatan/Instansi', 'JPM', 'Kategori', 'Kuadran', 'Rekomendasi', 'Potensi', 'Saran Pengembangan'],
    },
  ],
  missing: missingLevels,
  subject: personSubject,
  async prepare(p) {
    const persons = await loadPersons(p, ['nip'])
    const competencies = new CompetencyFinder(await p.read(loadCompetencies))
    const validUntil = await p.read(tx => validUntilOf(tx, p.instansiId))
    return {
      check: cells =>
        checkResult(cells, {
          instansiId: p.instansiId,
          today: p.today,
          validUntil,
          persons,
          competencies,
        }),
    }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_object_agg(l.key, r.level) || jsonb_build_object('pegawaiId', s.values->'pegawaiId', 'nip', s.values->'nip',
      'name', s.values->'name', 'assessedOn', s.values->'assessedOn', 'method', s.values->'method', 'defaultUntil', s.values->'defaultUntil',
      'validUntil', CASE WHEN min(r.valid_until) = max(r.valid_until) THEN min(r.valid_until) END,
      'assessor', CASE WHEN count(DISTINCT coalesce(r.assessor, '')) = 1 THEN min(r.assessor) END) AS before
    FROM staged s CROSS JOIN LATERAL (SELECT l.key, substr(l.key, 7)::int AS competency_id FROM ${eachLevel}) l
    JOIN assessment_result r ON r.competency_id = l.competency_id AND r.pegawai_id = (s.values->>'pegawaiId')::int
      AND r.assessed_on = (s.values->>'assessedOn')::date AND r.method = s.values->>'method' AND r.campaign_id IS NULL AND r.replaced_at IS NULL
    GROUP BY s.row_number, s.values`,
  apply: write,
  fact: 'assessment.recorded',
}
