import {
  type Batch,
  type Cells,
  type Checked,
  type ImportField,
  type ImportKind,
  namedBy,
  RowReader,
  type Values,
} from '../../imports/index.ts'
import { PostFinder } from '../../people/imports/index.ts'
import { personLabels } from '../../people/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { formLabels } from '../labels.ts'
import { importances, type QualificationKind, qualificationKey, qualificationKinds, trainingKinds } from '../rules/content.ts'
import { longestName, mostMonths } from '../rules/edit.ts'
import { sheetMessages } from '../sheet-messages.ts'
import { jabatanFields, jabatanSubject, missingJabatan, namedJabatan } from './jabatan-cells.ts'
import { newVersions } from './new-versions.ts'

const words = (key: Exclude<keyof typeof sheetMessages.id, 'own'>) => ({ id: sheetMessages.id[key], en: sheetMessages.en[key] })
const kinds = qualificationKinds.map(value => ({
  value,
  label: { id: formLabels.id.kind[value], en: formLabels.en.kind[value] },
  names: { pelatihan: ['Diklat'], sertifikat: ['Sertifikasi'], pengalaman: ['Pengalaman'] }[value],
}))
const importanceChoices = importances.map((value, index) => ({
  value,
  label: { id: formLabels.id.importance[value], en: formLabels.en.importance[value] },
  names: [String(index + 1)],
}))
const trainingChoices = trainingKinds.map(value => ({
  value,
  label: { id: personLabels.id.trainingKind[value], en: personLabels.en.trainingKind[value] },
}))

const requirementFields: readonly ImportField[] = [
  ...jabatanFields,
  {
    key: 'kind',
    label: words('requirementKind'),
    headers: ['Jenis', 'Jenis syarat'],
    required: true,
    examples: ['Pelatihan', 'Pengalaman kerja'],
    choices: kinds,
    fixable: true,
  },
  {
    key: 'trainingKind',
    label: words('trainingKind'),
    headers: ['Rumpun pelatihan', 'Tipe pelatihan'],
    help: { id: 'Hanya untuk pelatihan.', en: 'Only for training.' },
    examples: ['Manajerial', ''],
    choices: trainingChoices,
  },
  {
    key: 'name',
    label: words('requirementName'),
    headers: ['Persyaratan', 'Nama pelatihan', 'Pelatihan', 'Syarat'],
    required: true,
    examples: ['Pelatihan Kepemimpinan Pengawas', 'Jabatan Pengawas atau JF Ahli Muda yang setara'],
  },
  {
    key: 'also',
    label: words('also'),
    headers: ['Nama lain yang juga diakui', 'Padanan'],
    help: { id: 'Pisahkan dengan titik koma.', en: 'Part them with semicolons.' },
    examples: ['PIM IV; Diklatpim Tingkat IV', ''],
  },
  {
    key: 'months',
    label: words('months'),
    headers: ['Lama', 'Bulan', 'Paling sedikit (bulan)'],
    help: { id: 'Hanya untuk pengalaman.', en: 'Only for experience.' },
    examples: ['', 36],
    type: 'number',
  },
  {
    key: 'importance',
    label: { id: 'Tingkat penting', en: 'Importance' },
    headers: ['Tingkat pentingnya', 'Kepentingan', 'Sifat'],
    required: true,
    examples: ['Mutlak', 'Penting'],
    choices: importanceChoices,
    fixable: true,
  },
  { key: 'mandate', label: words('mandate'), headers: ['Dasar kewajiban'], examples: ['PerLAN 6/2022', ''] },
  {
    key: 'legalBasis',
    label: { id: 'Dasar hukum', en: 'Legal basis' },
    headers: ['Dasar', 'Dasar Penetapan', 'Peraturan'],
    help: { id: 'Keputusan yang menetapkan standar jabatan ini.', en: 'The decree that sets the standard of the post.' },
    examples: ['Kepgub 12/2025', 'Kepgub 12/2025'],
    fixable: true,
  },
]

function checkRequirement(cells: Cells, posts: PostFinder): Checked {
  const row = new RowReader(cells, requirementFields)
  const jabatan = namedJabatan(row, posts)
  const kind = row.need('kind', row.choice('kind', kinds)) as QualificationKind | null
  const name = row.need('name', row.text('name', longestName))
  const importance = row.need('importance', row.choice('importance', importanceChoices))
  const trainingKind = row.choice('trainingKind', trainingChoices)
  const months = row.whole('months', 1, mostMonths)
  const also = row
    .text('also', 500)
    ?.split(';')
    .map(text => text.trim())
    .filter(Boolean)
    .join('; ')
  const [mandate, legalBasis] = [row.text('mandate'), row.text('legalBasis')]
  if (row.errors.length > 0 || !jabatan || !kind || !name || !importance) return { ok: false, errors: row.errors }
  const values: Values = { jabatanId: jabatan.id, jabatan: jabatan.name, kind, name, importance }
  if (kind === 'pelatihan' && trainingKind) values.trainingKind = trainingKind
  if (kind === 'pengalaman' && months !== null) values.months = months
  if (also) values.also = also
  if (mandate !== null) values.mandate = mandate
  const says = JSON.stringify(values)
  if (legalBasis !== null) values.legalBasis = legalBasis
  const thing = `${jabatan.id} ${qualificationKey({ kind, name })}`
  return {
    ok: true,
    values,
    claims: [{ field: 'name', thing, says, name: { id: `“${name}” untuk jabatan ini`, en: `“${name}” for this post` } }],
  }
}

const typed = (batch: Batch) => sql`
  SELECT s.row_number, v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("jabatanId" int, kind text, "trainingKind" text, name text, also text,
    months int, importance text, mandate text, "legalBasis" text)`

/** Each jabatan named gets a new version in force: what it had, with the requirements given; one of the same kind and name is replaced. */
async function write(tx: Tx, batch: Batch) {
  await newVersions(
    tx,
    batch,
    sql`
      SELECT v."jabatanId" AS jabatan_id, max(v."legalBasis") AS legal_basis, NULL::text AS summary, NULL::text AS education,
        NULL::text AS education_fields, NULL::text AS golongan, NULL::text AS performance_indicators
      FROM (${typed(batch)}) v GROUP BY v."jabatanId"`,
  )
  await sql`
    INSERT INTO standard_qualification AS q (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
    SELECT s.id, coalesce((SELECT max(o.sort) FROM standard_qualification o WHERE o.standard_id = s.id), 0)
        + row_number() OVER (PARTITION BY s.id ORDER BY v.row_number), v.kind, v."trainingKind", v.name,
      CASE WHEN v.also IS NULL THEN '{}' ELSE string_to_array(v.also, '; ') END, v.months, v.importance, v.mandate
    FROM (SELECT DISTINCT ON (t."jabatanId", t.kind, lower(t.name)) t.* FROM (${typed(batch)}) t ORDER BY t."jabatanId", t.kind, lower(t.name), t.row_number) v
    JOIN standard s ON s.jabatan_id = v."jabatanId" AND s.state = 'active'
    ON CONFLICT (standard_id, kind, lower(name)) DO UPDATE SET training_kind = excluded.training_kind, name = excluded.name, also = excluded.also,
      months = excluded.months, importance = excluded.importance, mandate_basis = excluded.mandate_basis`.execute(tx)
}

export const requirementImport: ImportKind = {
  kind: 'syarat',
  sheet: sheetMessages.id.requirements,
  name: { id: 'Persyaratan jabatan', en: 'Requirements of posts' },
  lead: {
    id: 'Pelatihan, sertifikat, dan pengalaman yang diminta tiap jabatan, dengan tingkat pentingnya.',
    en: 'Training, certificates and experience that each post asks for, with their importance.',
  },
  notes: [
    { id: 'Satu baris satu persyaratan dari satu jabatan.', en: 'One row one requirement of one post.' },
    {
      id: 'Persyaratan dengan jenis dan nama yang sama diganti; yang lain tetap ada. Menghapus dilakukan lewat “Ubah standar”.',
      en: 'A requirement of the same kind and name is replaced, others stay. To remove one, edit the standard.',
    },
  ],
  fields: requirementFields,
  missing: missingJabatan,
  subject: cells => namedBy(jabatanSubject(cells), cells.name),
  async prepare(p) {
    const posts = await p.read(tx => PostFinder.load(tx, p.instansiId))
    return { check: cells => checkRequirement(cells, posts) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_build_object('jabatanId', s.values->'jabatanId', 'jabatan', s.values->'jabatan') || jsonb_strip_nulls(jsonb_build_object(
      'kind', q.kind, 'trainingKind', q.training_kind, 'name', q.name, 'also', nullif(array_to_string(q.also, '; '), ''), 'months', q.months,
      'importance', q.importance, 'mandate', q.mandate_basis, 'legalBasis', o.legal_basis)) AS before
    FROM staged s JOIN standard o ON o.jabatan_id = (s.values->>'jabatanId')::int AND o.state = 'active'
    JOIN standard_qualification q ON q.standard_id = o.id AND q.kind = s.values->>'kind' AND lower(q.name) = lower(s.values->>'name')`,
  apply: write,
  fact: 'standards.changed',
}
