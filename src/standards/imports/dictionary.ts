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
import { sql, type Tx } from '../../platform/db/index.ts'
import { pillars } from '../../regulation/index.ts'
import { dictionaryMessages } from '../dictionary-messages.ts'
import { pillarLabels } from '../labels.ts'
import { levels } from '../present.ts'
import { isCode, urusanOf } from '../rules/dictionary.ts'
import { sheetMessages } from '../sheet-messages.ts'

const d = dictionaryMessages
const words = (
  key: 'code' | 'competency' | 'nameEn' | 'pillar' | 'urusan' | 'definition' | 'pembina' | 'legalBasis' | 'inDictionaryOf',
) => ({
  id: d.id[key],
  en: d.en[key],
})
const pillarChoices = pillars.map(value => ({
  value,
  label: { id: pillarLabels.id[value], en: pillarLabels.en[value] },
  names: [{ manajerial: 'M', sosial_kultural: 'SK', teknis: 'T', pemerintahan: 'P' }[value]],
}))

const dictionaryFields: readonly ImportField[] = [
  { key: 'code', label: words('code'), headers: ['Kode kompetensi'], required: true, examples: ['T.AUD.1', 'T.AUD.2'] },
  {
    key: 'name',
    label: words('competency'),
    headers: ['Nama kompetensi', 'Nama'],
    required: true,
    examples: ['Audit kinerja', 'Audit investigatif'],
  },
  { key: 'nameEn', label: words('nameEn'), headers: ['Nama Inggris'], examples: ['', ''] },
  {
    key: 'pillar',
    label: words('pillar'),
    headers: ['Pilar kompetensi', 'Kelompok', 'Jenis kompetensi'],
    required: true,
    fixable: true,
    choices: pillarChoices,
    examples: ['Teknis', 'Teknis'],
  },
  { key: 'urusan', label: words('urusan'), headers: ['Urusan', 'Bidang urusan'], examples: ['pengawasan', 'pengawasan'] },
  { key: 'definition', label: words('definition'), headers: ['Pengertian'], examples: ['', ''] },
  {
    key: 'pembina',
    label: words('pembina'),
    headers: ['Pembina'],
    help: { id: 'Nama atau kode kementerian/lembaga.', en: 'Name or code of a ministry or agency.' },
    examples: ['', ''],
  },
  {
    key: 'legalBasis',
    label: words('legalBasis'),
    headers: ['Dasar', 'Peraturan'],
    required: true,
    fixable: true,
    examples: ['Peraturan BPKP 1/2025', 'Peraturan BPKP 1/2025'],
  },
  ...levels.flatMap((level): ImportField[] => [
    {
      key: `label:${level}`,
      label: { id: d.id.levelN(level), en: d.en.levelN(level) },
      headers: [`Level ${level}`, `Deskripsi ${level}`, `Deskripsi level ${level}`],
      required: true,
      examples: ['Mampu …', 'Mampu …'],
    },
    {
      key: `indicators:${level}`,
      label: { id: `${d.id.indicators} ${level}`, en: `${d.en.indicators} ${level}` },
      headers: [`Indikator ${level}`, `Indikator level ${level}`],
      help: { id: 'Satu indikator satu baris di dalam sel.', en: 'One indicator a line within the cell.' },
      examples: ['', ''],
    },
  ]),
  {
    key: 'dictionary',
    label: words('inDictionaryOf'),
    headers: ['Nama kamus'],
    help: {
      id: 'Hanya bila ada beberapa rancangan kamus: nama rancangan yang diisi.',
      en: 'Only where there are several drafts: the name of the one to be filled.',
    },
    fixable: true,
    examples: ['', ''],
  },
]

type Draft = { id: number; name: string; taken: string[] }
type Known = { drafts: Draft[]; central: Map<string, number> }

/** Codes that are in force elsewhere cannot be used again, except those of the dictionary that is replaced. */
async function load(tx: Tx, instansiId: number): Promise<Known> {
  const drafts = await sql<Draft>`
    SELECT d.id, d.name, coalesce((SELECT array_agg(c.code) FROM competency c
      WHERE c.active AND c.dictionary_id NOT IN (d.id, coalesce(d.replaces_id, 0))), '{}') AS taken
    FROM dictionary d WHERE d.instansi_id = ${instansiId} AND d.state = 'draft' ORDER BY d.id`.execute(tx)
  const central = await sql<{ id: number; name: string; code: string }>`
    SELECT id, name, region_code AS code FROM instansi WHERE kind IN ('kementerian', 'lembaga')`.execute(tx)
  const names = central.rows.flatMap(row => [row.name, row.code].map(text => [text.toLowerCase(), row.id] as const))
  return { drafts: drafts.rows, central: new Map(names) }
}

function draftOf(row: RowReader, drafts: readonly Draft[]): Draft | null {
  const name = row.text('dictionary')
  const named = name === null ? [] : drafts.filter(draft => draft.name.toLowerCase() === name.toLowerCase())
  if (named.length === 1) return named[0]!
  // The name of the dictionary that a sheet came from is no reason to refuse it where only one can be meant.
  if (drafts.length === 1) return drafts[0]!
  return row.refuse(
    'dictionary',
    drafts.length === 0
      ? {
          id: 'Belum ada rancangan kamus di instansi ini. Buat dahulu lewat Kamus → Daftar kamus → Susun kamus baru.',
          en: 'This agency has no draft of a dictionary. Make one first: Dictionary → Dictionaries → Make a new dictionary.',
        }
      : {
          id: `Ada beberapa rancangan kamus: ${drafts.map(draft => draft.name).join('; ')}. Isi kolom Kamus dengan salah satu namanya.`,
          en: `There are several drafts: ${drafts.map(draft => draft.name).join('; ')}. Give the name of one in the column Dictionary.`,
        },
  )
}

function checkCompetency(cells: Cells, known: Known): Checked {
  const row = new RowReader(cells, dictionaryFields)
  const draft = draftOf(row, known.drafts)
  const code = row.need('code', row.text('code'))
  if (code !== null && !isCode(code)) row.refuse('code', { id: d.id.flaws.code, en: d.en.flaws.code })
  if (code !== null && draft?.taken.includes(code))
    row.refuse('code', { id: d.id.flaws.codeTaken('kamus lain'), en: d.en.flaws.codeTaken('another dictionary') })
  const name = row.need('name', row.text('name', 200))
  const pillar = row.need('pillar', row.choice('pillar', pillarChoices))
  const pembina = row.text('pembina')
  const pembinaId = pembina === null ? null : (known.central.get(pembina.toLowerCase()) ?? null)
  if (pembina !== null && pembinaId === null)
    row.refuse('pembina', {
      id: `“${pembina}” bukan kementerian atau lembaga yang dikenal. Betulkan, atau kosongkan.`,
      en: `“${pembina}” is no ministry or agency that is known. Correct it, or leave it blank.`,
    })
  const legalBasis = row.need('legalBasis', row.text('legalBasis'))
  const values: Values = {}
  const put = (key: string, value: string | number | null) => {
    if (value !== null) values[key] = value
  }
  put('nameEn', row.text('nameEn', 200))
  put('urusan', urusanOf(row.text('urusan', 60) ?? ''))
  put('definition', row.lines('definition', 2000))
  put('pembinaId', pembinaId)
  for (const level of levels) {
    put(`label:${level}`, row.need(`label:${level}`, row.lines(`label:${level}`, 1000)))
    put(`indicators:${level}`, row.lines(`indicators:${level}`, 10_000))
  }
  if (row.errors.length > 0 || !draft || !code || !name || !pillar || !legalBasis) return { ok: false, errors: row.errors }
  Object.assign(values, { dictionaryId: draft.id, code, name, pillar, legalBasis })
  return {
    ok: true,
    values,
    claims: [
      {
        field: 'code',
        thing: `${draft.id} ${code}`,
        says: JSON.stringify(values),
        name: { id: `kompetensi ${code}`, en: `competency ${code}` },
      },
    ],
  }
}

const typed = (batch: Batch) => sql`
  SELECT DISTINCT ON (v."dictionaryId", v.code) s.row_number, s.values, v.* FROM (${batch.rows}) s,
    jsonb_to_record(s.values) AS v("dictionaryId" int, code text, name text, "nameEn" text, pillar text, urusan text, definition text, "pembinaId" int, "legalBasis" text)
  ORDER BY v."dictionaryId", v.code, s.row_number`

/** Writes into drafts only: what has come into force meanwhile is left as it is. */
async function write(tx: Tx, batch: Batch) {
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO competency AS c (dictionary_id, active, code, name, name_en, pillar, urusan, definition, legal_basis, verified, pembina_id, sort)
    SELECT v."dictionaryId", false, v.code, v.name, v."nameEn", v.pillar, v.urusan, v.definition, v."legalBasis", true, v."pembinaId",
      coalesce((SELECT max(o.sort) FROM competency o WHERE o.dictionary_id = v."dictionaryId"), 0) + row_number() OVER (ORDER BY v.row_number)
    FROM v JOIN dictionary d ON d.id = v."dictionaryId" AND d.state = 'draft'
    ON CONFLICT (dictionary_id, code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, pillar = excluded.pillar, urusan = excluded.urusan,
      definition = excluded.definition, legal_basis = excluded.legal_basis, pembina_id = excluded.pembina_id`.execute(tx)
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO competency_level AS l (competency_id, level, label, indicators)
    SELECT c.id, n, v.values->>('label:' || n), coalesce(string_to_array(v.values->>('indicators:' || n), E'\n'), '{}')
    FROM v JOIN dictionary d ON d.id = v."dictionaryId" AND d.state = 'draft' JOIN competency c ON c.dictionary_id = d.id AND c.code = v.code
    CROSS JOIN generate_series(1, 5) n
    ON CONFLICT (competency_id, level) DO UPDATE SET label = excluded.label, indicators = excluded.indicators`.execute(tx)
  await sql`
    WITH v AS (${typed(batch)})
    UPDATE dictionary SET revision = revision + 1 WHERE id IN (SELECT "dictionaryId" FROM v) AND state = 'draft'`.execute(tx)
}

export const dictionaryImport: ImportKind = {
  kind: 'kamus',
  sheet: sheetMessages.id.dictionary,
  name: { id: 'Kamus kompetensi', en: 'Competency dictionary' },
  lead: {
    id: 'Kompetensi dengan lima tingkat dan indikatornya, ke dalam rancangan kamus.',
    en: 'Competencies with five levels and their indicators, into a draft of a dictionary.',
  },
  notes: [
    { id: 'Satu baris satu kompetensi dengan kelima tingkatnya.', en: 'One row one competency with all five levels.' },
    {
      id: 'Masuk ke rancangan kamus instansi Anda; kamus yang sudah berlaku tidak diubah.',
      en: 'It goes into the draft of your agency; a dictionary in force is not changed.',
    },
  ],
  fields: dictionaryFields,
  subject: cells => namedBy(cells.code, cells.name),
  async prepare(p) {
    const known = await p.read(tx => load(tx, p.instansiId))
    return { check: cells => checkCompetency(cells, known) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_strip_nulls(jsonb_build_object('dictionaryId', c.dictionary_id, 'code', c.code, 'name', c.name, 'nameEn', c.name_en,
      'pillar', c.pillar, 'urusan', c.urusan, 'definition', c.definition, 'pembinaId', c.pembina_id, 'legalBasis', c.legal_basis)) || l.levels AS before
    FROM staged s JOIN competency c ON c.dictionary_id = (s.values->>'dictionaryId')::int AND c.code = s.values->>'code'
    CROSS JOIN LATERAL (
      SELECT jsonb_strip_nulls(jsonb_object_agg('label:' || x.level, x.label)
        || jsonb_object_agg('indicators:' || x.level, nullif(array_to_string(x.indicators, E'\n'), ''))) AS levels
      FROM competency_level x WHERE x.competency_id = c.id) l`,
  apply: write,
}
