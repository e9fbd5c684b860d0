import {
  type Batch,
  type Cells,
  type Checked,
  type Claim,
  type ImportField,
  type ImportKind,
  meant,
  NameIndex,
  plainName,
  RowReader,
  type Values,
} from '../imports/index.ts'
import { PostFinder } from '../people/imports/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'

export type CompetencyRow = { id: number; code: string; name: string; name_en: string | null }

/** The names that SIASN's web service gives the nine (kompetensi/save). */
const siasnNames: Record<string, string> = {
  'M.1': 'integritas',
  'M.2': 'kerjasama',
  'M.3': 'komunikasi',
  'M.4': 'orientasiPadaHasil',
  'M.5': 'pelayananPublik',
  'M.6': 'pengembanganDiriDanOrla',
  'M.7': 'mengelolaPerubahan',
  'M.8': 'pengambilanKeputusan',
  'SK.1': 'perekatBangsa',
}
export const siasnCompetencyHeaders = Object.values(siasnNames)

export async function loadCompetencies(tx: Tx): Promise<CompetencyRow[]> {
  const { rows } = await sql<CompetencyRow>`SELECT id, code, name, name_en FROM competency ORDER BY sort, code`.execute(tx)
  return rows
}

/** The field of a competency's column, and the key of its level among the values of a row. */
export const levelKey = (competencyId: number) => `level:${competencyId}`

/** A column for each competency, known by code, by name, or by both. */
export const competencyFields = (competencies: readonly CompetencyRow[]): ImportField[] =>
  competencies.map(({ id, code, name, name_en }) => ({
    key: levelKey(id),
    label: { id: `${code} ${name}`, en: `${code} ${name_en ?? name}` },
    headers: [
      code,
      name,
      `${name} (${code})`,
      `${name} ${code}`,
      ...(name_en ? [name_en] : []),
      ...(siasnNames[code] ? [siasnNames[code]] : []),
    ],
    examples: [3, 2],
    type: 'number',
    many: true,
    inTemplate: code in siasnNames,
  }))

export const longFields: readonly ImportField[] = [
  {
    key: 'competency',
    label: { id: 'Kompetensi', en: 'Competency' },
    headers: ['Kode Kompetensi', 'Nama Kompetensi'],
    help: {
      id: 'Kode atau nama. Hanya bila satu baris memuat satu kompetensi.',
      en: 'Code or name. Only where a row holds one competency.',
    },
    examples: ['', ''],
  },
  {
    key: 'level',
    label: { id: 'Level', en: 'Level' },
    headers: ['Level Kompetensi', 'Nilai', 'Level Standar', 'Nilai Kompetensi', 'Level Individu'],
    help: { id: '1 sampai 5.', en: '1 to 5.' },
    examples: ['', ''],
    type: 'number',
  },
]

/** Finds the competency that a cell names. */
export class CompetencyFinder {
  readonly all: readonly CompetencyRow[]
  readonly #byName: Map<string, CompetencyRow>
  readonly #names: NameIndex
  constructor(all: readonly CompetencyRow[]) {
    this.all = all
    const spelt = all.flatMap(row =>
      [row.code, row.name, row.name_en ?? row.name, `${row.code} ${row.name}`, siasnNames[row.code] ?? row.name].map(
        text => [plainName(text), row] as const,
      ),
    )
    this.#byName = new Map(spelt.toReversed())
    this.#names = new NameIndex(all.map(row => row.name))
  }

  find(text: string) {
    return this.#byName.get(plainName(text)) ?? null
  }

  /** Reads the levels of one row, wide (a column per competency) and long (one competency and its level). */
  levels(row: RowReader): Map<CompetencyRow, number> {
    const levels = new Map<CompetencyRow, number>()
    for (const competency of this.all) {
      const level = row.level(levelKey(competency.id))
      if (level !== null) levels.set(competency, level)
    }
    const named = row.text('competency')
    // A recap may hold a total score under the name "Kompetensi", beside the columns of the competencies.
    if (named === null || (levels.size > 0 && row.text('level') === null)) return levels
    const competency = this.find(named)
    const level = row.need('level', row.level('level'))
    if (competency && level !== null) levels.set(competency, level)
    if (!competency) row.refuse('competency', this.#unknown(named))
    return levels
  }

  #unknown(text: string) {
    const words = {
      id: `Kompetensi “${text}” tidak ada di kamus. Pakai kode atau namanya.`,
      en: `The dictionary has no competency “${text}”. Use its code or name.`,
    }
    return meant(words, this.#names.nearest(text))
  }
}

/** What a file of levels must hold beside its required fields. */
export const missingLevels = (mapped: ReadonlySet<string>) =>
  (mapped.has('competency') && mapped.has('level')) || [...mapped].some(key => key.startsWith('level:'))
    ? null
    : {
        field: 'competency',
        id: 'Pilih paling sedikit satu kolom kompetensi; atau, bila satu baris memuat satu kompetensi, kolom Kompetensi dan Level.',
        en: 'Choose at least one competency column; or, where a row holds one competency, the columns Competency and Level.',
      }

const jabatanFields: readonly ImportField[] = [
  {
    key: 'jabatanCode',
    label: { id: 'Kode jabatan', en: 'Post code' },
    headers: ['KODE JAB', 'Kode'],
    examples: ['DINKES-KB1', ''],
    help: { id: 'Lebih pasti daripada nama.', en: 'Surer than the name.' },
  },
  {
    key: 'jabatan',
    label: { id: 'Nama jabatan', en: 'Post' },
    headers: ['Jabatan', 'JABATAN NAMA'],
    examples: ['', 'Analis Keuangan'],
  },
  {
    key: 'unit',
    label: { id: 'Unit', en: 'Unit' },
    headers: ['UNOR NAMA', 'Unit Kerja', 'Nama Unit', 'Kode Unit'],
    examples: ['', 'Sekretariat'],
    help: { id: 'Membedakan jabatan yang namanya sama.', en: 'Tells posts of the same name apart.' },
  },
  {
    key: 'unitParent',
    label: { id: 'Unit induk', en: 'Parent unit' },
    headers: ['UNOR INDUK NAMA', 'OPD', 'Perangkat Daerah'],
    examples: ['', 'Dinas Kesehatan'],
  },
  ...longFields,
  {
    key: 'legalBasis',
    label: { id: 'Dasar hukum', en: 'Legal basis' },
    headers: ['Dasar', 'Dasar Penetapan', 'Peraturan'],
    examples: ['Kepgub 12/2025', 'Kepgub 12/2025'],
    fixable: true,
  },
]

/** The standard of one jabatan: one level a competency. */
function checkStandard(cells: Cells, posts: PostFinder, competencies: CompetencyFinder): Checked {
  const row = new RowReader(cells, jabatanFields)
  const [code, name, unitText] = [row.text('jabatanCode', 100), row.text('jabatan'), row.text('unit')]
  const unit = unitText === null ? null : posts.unit(unitText, row.text('unitParent'))
  if (unit && !unit.ok) row.refuse(unit.field, unit.words)
  if (code === null && name === null) row.need('jabatanCode', null)
  const post = (code === null && name === null) || (unit && !unit.ok) ? null : posts.jabatan(code, name, unit?.found ?? null)
  if (post && !post.ok) row.refuse(post.field, post.words)
  const levels = competencies.levels(row)
  const basis = row.text('legalBasis')
  if (levels.size === 0 && row.errors.length === 0) {
    row.refuse('level', {
      id: 'Tidak ada satu pun level di baris ini. Isi paling sedikit satu.',
      en: 'This row holds no level. Give at least one.',
    })
  }
  if (row.errors.length > 0 || !post?.ok) return { ok: false, errors: row.errors }
  const values: Values = { jabatanId: post.found.id, jabatan: post.found.name, ...(basis ? { legalBasis: basis } : {}) }
  const claims: Claim[] = []
  for (const [competency, level] of levels) {
    values[levelKey(competency.id)] = level
    claims.push({
      field: cells.competency === undefined ? levelKey(competency.id) : 'level',
      thing: `${post.found.id} ${competency.id}`,
      says: `${level} ${basis ?? ''}`,
      name: { id: `${competency.code} untuk jabatan ini`, en: `${competency.code} for this post` },
    })
  }
  return { ok: true, values, claims }
}

/** The rows of `staged` with a line per competency: what `jsonb_each` makes of the keys `level:<id>`. */
export const eachLevel = sql`jsonb_each(s.values) AS l(key, level) WHERE l.key LIKE 'level:%'`

/**
 * Each jabatan named gets a new version in force: what it had, with the levels given.
 */
async function write(tx: Tx, batch: Batch) {
  const given = sql`
    SELECT DISTINCT ON (1, 2) (s.values->>'jabatanId')::int AS jabatan_id, substr(l.key, 7)::int AS competency_id, (l.level)::int AS level,
      s.values->>'legalBasis' AS legal_basis
    FROM (${batch.rows}) s, ${eachLevel} ORDER BY 1, 2`
  const { rows: former } = await sql<{ id: number; jabatan_id: number }>`
    UPDATE standard SET state = 'archived', active_until = greatest(active_from, ${batch.today}::date)
    WHERE state = 'active' AND jabatan_id IN (SELECT jabatan_id FROM (${given}) g)
    RETURNING id, jabatan_id`.execute(tx)
  await sql`
    WITH former AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(former)}::jsonb) AS f(id int, jabatan_id int)),
    made AS (
      INSERT INTO standard (instansi_id, jabatan_id, version, state, legal_basis, active_from, copied_from, import_id, made_by, made_at, set_by, set_at,
        summary, education, education_fields, golongan, performance_indicators)
      SELECT ${batch.instansiId}::int, g.jabatan_id, coalesce((SELECT max(version) FROM standard v WHERE v.jabatan_id = g.jabatan_id), 0) + 1, 'active',
        g.legal_basis, ${batch.today}::date, f.id, ${batch.importId}::int, ${batch.by}, now(), ${batch.by}, now(),
        o.summary, o.education, o.education_fields, o.golongan, o.performance_indicators
      FROM (SELECT jabatan_id, min(legal_basis) AS legal_basis FROM (${given}) all_given GROUP BY jabatan_id) g
      LEFT JOIN former f ON f.jabatan_id = g.jabatan_id LEFT JOIN standard o ON o.id = f.id
      RETURNING id, copied_from),
    kept AS (
      INSERT INTO standard_level (standard_id, competency_id, level, legal_basis)
      SELECT m.id, l.competency_id, l.level, l.legal_basis FROM made m JOIN standard_level l ON l.standard_id = m.copied_from)
    INSERT INTO standard_qualification (standard_id, sort, kind, training_kind, name, also, months, importance, mandate_basis)
    SELECT m.id, q.sort, q.kind, q.training_kind, q.name, q.also, q.months, q.importance, q.mandate_basis
    FROM made m JOIN standard_qualification q ON q.standard_id = m.copied_from`.execute(tx)
  await sql`
    INSERT INTO standard_level AS o (standard_id, competency_id, level, legal_basis)
    SELECT s.id, g.competency_id, g.level, g.legal_basis
    FROM (${given}) g JOIN standard s ON s.jabatan_id = g.jabatan_id AND s.state = 'active'
    ON CONFLICT (standard_id, competency_id) DO UPDATE SET level = excluded.level, legal_basis = coalesce(excluded.legal_basis, o.legal_basis)`.execute(
    tx,
  )
}

export const standardImport: ImportKind = {
  kind: 'standar',
  name: { id: 'Standar kompetensi jabatan', en: 'Competency standards' },
  lead: { id: 'Level yang dituntut tiap jabatan, per kompetensi.', en: 'The level that each post demands, by competency.' },
  notes: [
    {
      id: 'Satu baris satu jabatan dengan satu kolom per kompetensi; atau satu baris satu jabatan dan satu kompetensi.',
      en: 'One row one post with a column per competency; or one row one post and one competency.',
    },
    {
      id: 'Level 1 sampai 5. Sel kosong tidak mengubah standar yang ada.',
      en: 'Levels 1 to 5. A blank cell leaves the standard as it is.',
    },
    {
      id: 'Yang tidak disebut di sini tetap mengikuti standar bawaan jenjangnya.',
      en: 'What is not named here keeps the default of its jenjang.',
    },
  ],
  fields: jabatanFields,
  moreFields: async tx => competencyFields(await loadCompetencies(tx)),
  missing: mapped =>
    mapped.has('jabatanCode') || mapped.has('jabatan')
      ? missingLevels(mapped)
      : {
          field: 'jabatanCode',
          id: 'Pilih kolom kode jabatan atau nama jabatan.',
          en: 'Choose the column of the post code or the post name.',
        },
  subject: cells =>
    [cells.jabatanCode, cells.jabatan, cells.unit]
      .filter(cell => cell !== undefined)
      .map(String)
      .join(' · ') || '–',
  async prepare(p) {
    const posts = await p.read(tx => PostFinder.load(tx, p.instansiId))
    const competencies = new CompetencyFinder(await p.read(loadCompetencies))
    return { check: cells => checkStandard(cells, posts, competencies) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_object_agg(l.key, j.level) || jsonb_build_object('jabatanId', s.values->'jabatanId', 'jabatan', s.values->'jabatan')
      || CASE WHEN count(DISTINCT coalesce(j.legal_basis, '')) = 1 THEN jsonb_build_object('legalBasis', min(j.legal_basis)) ELSE '{}' END AS before
    FROM staged s CROSS JOIN LATERAL (SELECT l.key, substr(l.key, 7)::int AS competency_id FROM ${eachLevel}) l
    JOIN standard o ON o.jabatan_id = (s.values->>'jabatanId')::int AND o.state = 'active'
    JOIN standard_level j ON j.standard_id = o.id AND j.competency_id = l.competency_id
    GROUP BY s.row_number, s.values`,
  apply: write,
  fact: 'standards.changed',
}
