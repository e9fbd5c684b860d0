import { type ImportField, meant, NameIndex, plainName, type RowReader } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'

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

/** Competencies in force, then those of old dictionaries whose levels are said in new words: a result may still come in these. */
export async function loadCompetencies(tx: Tx): Promise<CompetencyRow[]> {
  const { rows } = await sql<CompetencyRow>`
    SELECT c.id, c.code, c.name, c.name_en FROM competency c JOIN dictionary d ON d.id = c.dictionary_id
    WHERE c.active OR (d.state = 'archived' AND EXISTS (SELECT FROM competency_crosswalk x WHERE x.from_id = c.id))
    ORDER BY c.active DESC, d.instansi_id NULLS FIRST, c.sort, c.code`.execute(tx)
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

/** The rows of `staged` with a line per competency: what `jsonb_each` makes of the keys `level:<id>`. */
export const eachLevel = sql`jsonb_each(s.values) AS l(key, level) WHERE l.key LIKE 'level:%'`
