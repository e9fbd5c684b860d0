import { meant, NameIndex, plainName, type Words } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'

export type UnitRow = { id: number; code: string; name: string; parentId: number | null }
export type JabatanRow = { id: number; code: string; name: string; unitId: number }
export type Found<T> = { ok: true; found: T } | { ok: false; field: 'unit' | 'jabatan' | 'jabatanCode'; words: Words }

const grouped = <Row>(rows: readonly Row[], key: (row: Row) => string) => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

const SHOWN = 3

/** Codes differ by their signs (1.11 and 11.1), so that only case and outer blanks are overlooked. */
const plainCode = (code: string) => code.trim().toUpperCase()

/** Finds units and jabatan by what people write into a sheet: a code, a name, a name below another unit. Never guesses. */
export class PostFinder {
  readonly #units: Map<number, UnitRow>
  readonly #unitByCode: Map<string, UnitRow>
  readonly #unitsByName: Map<string, UnitRow[]>
  readonly #jabatanByCode: Map<string, JabatanRow>
  readonly #jabatanByName: Map<string, JabatanRow[]>
  readonly #unitNames: NameIndex
  readonly #jabatanNames: NameIndex

  constructor(units: readonly UnitRow[], jabatan: readonly JabatanRow[]) {
    this.#units = new Map(units.map(unit => [unit.id, unit]))
    this.#unitByCode = new Map(units.map(unit => [plainCode(unit.code), unit]))
    this.#unitsByName = grouped(units, unit => plainName(unit.name))
    this.#jabatanByCode = new Map(jabatan.map(row => [plainCode(row.code), row]))
    this.#jabatanByName = grouped(jabatan, row => plainName(row.name))
    this.#unitNames = new NameIndex(units.map(unit => unit.name))
    this.#jabatanNames = new NameIndex(jabatan.map(row => row.name))
  }

  static async load(tx: Tx, instansiId: number): Promise<PostFinder> {
    const units =
      await sql<UnitRow>`SELECT id, code, name, parent_id AS "parentId" FROM unit WHERE instansi_id = ${instansiId}`.execute(tx)
    const jabatan =
      await sql<JabatanRow>`SELECT id, code, name, unit_id AS "unitId" FROM jabatan WHERE instansi_id = ${instansiId}`.execute(tx)
    return new PostFinder(units.rows, jabatan.rows)
  }

  unitName(id: number): string {
    return this.#units.get(id)?.name ?? '–'
  }

  #above(unit: UnitRow): UnitRow[] {
    const above: UnitRow[] = []
    for (let at = unit; at.parentId !== null && above.length < 20; ) {
      const parent = this.#units.get(at.parentId)
      if (!parent) break
      above.push(parent)
      at = parent
    }
    return above
  }

  #isBelow(unit: UnitRow, ancestor: string): boolean {
    const [name, code] = [plainName(ancestor), plainCode(ancestor)]
    return this.#above(unit).some(above => plainName(above.name) === name || plainCode(above.code) === code)
  }

  /** By code, by name, or by a path such as `Subbagian Umum - Sekretariat - Dinas Kesehatan` in either direction. */
  unit(text: string, parent: string | null): Found<UnitRow> {
    const byCode = this.#unitByCode.get(plainCode(text))
    if (byCode) return { ok: true, found: byCode }
    let candidates = this.#unitsByName.get(plainName(text)) ?? this.#byPath(text)
    if (candidates.length > 1 && parent) {
      const below = candidates.filter(unit => this.#isBelow(unit, parent))
      if (below.length > 0) candidates = below
    }
    if (candidates.length === 1) return { ok: true, found: candidates[0]! }
    return { ok: false, field: 'unit', words: candidates.length === 0 ? this.#noUnit(text) : this.#manyUnits(text, candidates) }
  }

  #byPath(text: string): UnitRow[] {
    const parts = text.split(/\s+[-–>/\\|]\s+|\s*[>|\\]\s*/).filter(Boolean)
    if (parts.length < 2) return []
    for (const [own, ...above] of [parts, parts.toReversed()]) {
      const found = (this.#unitsByName.get(plainName(own!)) ?? []).filter(unit => above.every(name => this.#isBelow(unit, name)))
      if (found.length > 0) return found
    }
    return []
  }

  #noUnit(text: string): Words {
    const words = {
      id: `Unit “${text}” tidak ada di instansi ini. Impor unitnya dahulu (jenis Jabatan dan unit), atau betulkan namanya.`,
      en: `This agency has no unit “${text}”. Import the unit first (kind Posts and units), or correct the name.`,
    }
    return meant(words, this.#unitNames.nearest(text))
  }

  #manyUnits(text: string, candidates: readonly UnitRow[]): Words {
    const examples = candidates.slice(0, SHOWN).map(unit => `${unit.code} (di ${this.#above(unit)[0]?.name ?? 'puncak'})`)
    return {
      id: `Ada ${candidates.length} unit bernama “${text}”. Isi kode unitnya, atau isi kolom unit induk: ${examples.join(', ')}.`,
      en: `There are ${candidates.length} units named “${text}”. Give the unit's code, or fill the parent unit: ${examples.join(', ')}.`,
    }
  }

  /** By code; else by name, in the unit where one is given. */
  jabatan(code: string | null, name: string | null, unit: UnitRow | null): Found<JabatanRow> {
    if (code !== null) {
      const found = this.#jabatanByCode.get(plainCode(code))
      if (!found)
        return { ok: false, field: 'jabatanCode', words: this.#noJabatan(`dengan kode ${code}`, `with code ${code}`, name) }
      if (unit && found.unitId !== unit.id) return { ok: false, field: 'unit', words: this.#otherUnit(found, unit) }
      return { ok: true, found }
    }
    const named = this.#jabatanByName.get(plainName(name ?? '')) ?? []
    const here = unit ? named.filter(row => row.unitId === unit.id) : named
    if (here.length === 1) return { ok: true, found: here[0]! }
    if (here.length > 1) return { ok: false, field: 'jabatan', words: this.#manyJabatan(name!, here) }
    if (unit && named.length > 0) return { ok: false, field: 'jabatan', words: this.#otherUnit(named[0]!, unit) }
    return { ok: false, field: 'jabatan', words: this.#noJabatan(`“${name}”`, `“${name}”`, name) }
  }

  #noJabatan(id: string, en: string, name: string | null): Words {
    const words = {
      id: `Jabatan ${id} tidak ada. Impor jabatan dahulu (jenis Jabatan dan unit), atau betulkan namanya.`,
      en: `There is no post ${en}. Import posts first (kind Posts and units), or correct the name.`,
    }
    return meant(words, name === null ? null : this.#jabatanNames.nearest(name))
  }

  #otherUnit(found: JabatanRow, unit: UnitRow): Words {
    return {
      id: `Jabatan “${found.name}” ada di unit “${this.unitName(found.unitId)}”, bukan di “${unit.name}”. Betulkan unitnya, atau impor jabatan itu untuk unit ini.`,
      en: `The post “${found.name}” is in unit “${this.unitName(found.unitId)}”, not in “${unit.name}”. Correct the unit, or import the post for this unit.`,
    }
  }

  #manyJabatan(name: string, rows: readonly JabatanRow[]): Words {
    const examples = rows.slice(0, SHOWN).map(row => `${row.code} (${this.unitName(row.unitId)})`)
    return {
      id: `Ada ${rows.length} jabatan bernama “${name}”. Isi kode jabatannya, atau isi kolom unit: ${examples.join(', ')}.`,
      en: `There are ${rows.length} posts named “${name}”. Give the post's code, or fill the unit: ${examples.join(', ')}.`,
    }
  }
}
