import {
  type Batch,
  type Cells,
  type Checked,
  type Claim,
  type ImportField,
  type ImportKind,
  RowReader,
  type Values,
} from '../../imports/index.ts'
import { PostFinder } from '../../people/imports/index.ts'
import { personLabels } from '../../people/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { formLabels } from '../labels.ts'
import { educations, type FormField, formFields } from '../rules/content.ts'
import { longest } from '../rules/edit.ts'
import { sheetMessages } from '../sheet-messages.ts'
import { usableCompetencies } from '../store/competency.ts'
import {
  CompetencyFinder,
  competencyFields,
  eachLevel,
  levelKey,
  loadCompetencies,
  longFields,
  missingLevels,
} from './competencies.ts'
import { jabatanFields, jabatanSubject, missingJabatan, namedJabatan } from './jabatan-cells.ts'
import { newVersions } from './new-versions.ts'

const otherHeaders: Record<FormField, string[]> = {
  summary: ['Ikhtisar', 'Ringkasan tugas'],
  education: ['Pendidikan', 'Pendidikan formal', 'Jenjang pendidikan'],
  educationFields: ['Jurusan', 'Fakultas/Jurusan', 'Bidang ilmu'],
  golongan: ['Golongan', 'Pangkat/Golongan', 'Golongan ruang'],
  performanceIndicators: ['Indikator kinerja'],
}

const textFields: readonly ImportField[] = formFields.map(field => ({
  key: field,
  label: { id: formLabels.id.field[field], en: formLabels.en.field[field] },
  headers: otherHeaders[field],
  examples: ['', ''],
  ...(field === 'education'
    ? {
        choices: educations.map(value => ({
          value,
          label: { id: personLabels.id.education[value], en: personLabels.en.education[value] },
        })),
      }
    : {}),
}))

const basisField: ImportField = {
  key: 'legalBasis',
  label: { id: 'Dasar hukum', en: 'Legal basis' },
  headers: ['Dasar', 'Dasar Penetapan', 'Peraturan'],
  examples: ['Kepgub 12/2025', 'Kepgub 12/2025'],
  fixable: true,
}

const standardFields: readonly ImportField[] = [...jabatanFields, ...longFields, ...textFields, basisField]
const educationChoices = textFields.find(field => field.key === 'education')!.choices!

/** The standard of one jabatan: one level a competency, and the texts of the form. A row that says nothing changes nothing. */
function checkStandard(cells: Cells, posts: PostFinder, competencies: CompetencyFinder, usable: ReadonlySet<number>): Checked {
  const row = new RowReader(cells, standardFields)
  const jabatan = namedJabatan(row, posts)
  const levels = competencies.levels(row)
  const basis = row.text('legalBasis')
  for (const competency of levels.keys()) {
    if (usable.has(competency.id)) continue
    row.refuse(cells.competency === undefined ? levelKey(competency.id) : 'competency', {
      id: `Kompetensi ${competency.code} bukan dari kamus yang berlaku bagi instansi ini. Pakai kompetensi lain.`,
      en: `The competency ${competency.code} is of no dictionary in force for this agency. Use another one.`,
    })
  }
  const values: Values = jabatan ? { jabatanId: jabatan.id, jabatan: jabatan.name } : {}
  const claims: Claim[] = []
  for (const field of formFields) {
    const text = field === 'education' ? row.choice(field, educationChoices) : row.lines(field, longest[field])
    if (text === null || !jabatan) continue
    values[field] = text
    claims.push({
      field,
      thing: `${jabatan.id} ${field}`,
      says: text,
      name: { id: formLabels.id.field[field].toLowerCase(), en: formLabels.en.field[field].toLowerCase() },
    })
  }
  if (row.errors.length > 0 || !jabatan) return { ok: false, errors: row.errors }
  for (const [competency, level] of levels) {
    values[levelKey(competency.id)] = level
    claims.push({
      field: cells.competency === undefined ? levelKey(competency.id) : 'level',
      thing: `${jabatan.id} ${competency.id}`,
      says: `${level} ${basis ?? ''}`,
      name: { id: `${competency.code} untuk jabatan ini`, en: `${competency.code} for this post` },
    })
  }
  if (basis !== null && claims.length > 0) values.legalBasis = basis
  return { ok: true, values, claims }
}

/** Each jabatan named gets a new version in force: what it had, with what is given. */
async function write(tx: Tx, batch: Batch) {
  const levels = sql`
    SELECT DISTINCT ON (1, 2) (s.values->>'jabatanId')::int AS jabatan_id, substr(l.key, 7)::int AS competency_id, (l.level)::int AS level
    FROM (${batch.rows}) s, ${eachLevel} ORDER BY 1, 2`
  const given = sql`
    SELECT v."jabatanId" AS jabatan_id, max(v."legalBasis") AS legal_basis, max(v.summary) AS summary, max(v.education) AS education,
      max(v."educationFields") AS education_fields, max(v.golongan) AS golongan, max(v."performanceIndicators") AS performance_indicators
    FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("jabatanId" int, "legalBasis" text, summary text, education text, "educationFields" text,
      golongan text, "performanceIndicators" text) GROUP BY v."jabatanId"`
  await newVersions(tx, batch, given)
  await sql`
    INSERT INTO standard_level AS o (standard_id, competency_id, level)
    SELECT s.id, g.competency_id, g.level FROM (${levels}) g JOIN standard s ON s.jabatan_id = g.jabatan_id AND s.state = 'active'
    ON CONFLICT (standard_id, competency_id) DO UPDATE SET level = excluded.level, legal_basis = NULL, verified = NULL
      WHERE o.level <> excluded.level`.execute(tx)
}

export const standardImport: ImportKind = {
  kind: 'standar',
  sheet: sheetMessages.id.own,
  name: { id: 'Standar kompetensi jabatan', en: 'Competency standards' },
  lead: { id: 'Tingkat yang dituntut tiap jabatan, per kompetensi.', en: 'The level that each post demands, by competency.' },
  notes: [
    {
      id: 'Satu baris satu jabatan dengan satu kolom per kompetensi; atau satu baris satu jabatan dan satu kompetensi.',
      en: 'One row one post with a column per competency; or one row one post and one competency.',
    },
    {
      id: 'Tingkat 1 sampai 5. Sel kosong tidak mengubah standar yang ada.',
      en: 'Levels 1 to 5. A blank cell leaves the standard as it is.',
    },
    {
      id: 'Yang tidak disebut di sini tetap mengikuti standar kelasnya. Jabatan yang disebut mendapat versi baru; versi lamanya diarsipkan.',
      en: 'What is not named here keeps the standard of its class. A post that is named gets a new version; the old one is archived.',
    },
    {
      id: 'Pelatihan, sertifikat, dan pengalaman masuk lewat jenis Persyaratan jabatan.',
      en: 'Training, certificates and experience come by the kind Requirements of posts.',
    },
  ],
  fields: standardFields,
  moreFields: async tx => competencyFields(await loadCompetencies(tx)),
  missing: mapped => missingJabatan(mapped) ?? (formFields.some(field => mapped.has(field)) ? null : missingLevels(mapped)),
  subject: jabatanSubject,
  async prepare(p) {
    const posts = await p.read(tx => PostFinder.load(tx, p.instansiId))
    const competencies = new CompetencyFinder(await p.read(loadCompetencies))
    const usable = new Set((await p.read(tx => usableCompetencies(tx, p.instansiId))).map(row => row.id))
    return { check: cells => checkStandard(cells, posts, competencies, usable) }
  },
  // A row that gives nothing is the same as what stands, also where nothing stands.
  before: () => sql`
    SELECT s.row_number, jsonb_build_object('jabatanId', s.values->'jabatanId', 'jabatan', s.values->'jabatan') || coalesce(l.levels, '{}')
      || jsonb_strip_nulls(jsonb_build_object('legalBasis', o.legal_basis, 'summary', o.summary, 'education', o.education,
           'educationFields', o.education_fields, 'golongan', o.golongan, 'performanceIndicators', o.performance_indicators)) AS before
    FROM staged s
    LEFT JOIN standard o ON o.jabatan_id = (s.values->>'jabatanId')::int AND o.state = 'active'
    LEFT JOIN LATERAL (SELECT jsonb_object_agg('level:' || x.competency_id, x.level) AS levels FROM standard_level x WHERE x.standard_id = o.id) l ON true
    WHERE o.id IS NOT NULL OR s.values - 'jabatanId' - 'jabatan' = '{}'`,
  apply: write,
  fact: 'standards.changed',
}
