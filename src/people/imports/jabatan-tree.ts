import type { AcceptedRow, Cells, FieldError } from '../../imports/index.ts'
import { readText } from '../../platform/sheet/index.ts'

export type Standing = {
  regionCode: string
  units: readonly { code: string; parentCode: string | null }[]
  jabatan: readonly { code: string; unitCode: string; isHead: boolean }[]
}

/** The tree of units as it stands, and how a file would change it. */
export class Tree {
  readonly #parents: Map<string, string | null>
  readonly #jabatan: Set<string>
  readonly #headOf: Map<string, string>
  readonly #placed: ReadonlySet<string>
  /** The top: the one that stands, or the one unit of the file without a parent, or one named after the instansi. */
  readonly #root: string
  readonly #rootIsNew: boolean

  constructor(standing: Standing, rows: readonly Cells[]) {
    this.#parents = new Map(standing.units.map(unit => [unit.code, unit.parentCode]))
    this.#jabatan = new Set(standing.jabatan.map(row => row.code))
    this.#headOf = new Map(standing.jabatan.filter(row => row.isHead).map(row => [row.unitCode, row.code]))
    const root = standing.units.find(unit => unit.parentCode === null)
    const { placed, orphans } = placesIn(rows, this.#parents)
    this.#placed = placed
    this.#root = root?.code ?? (orphans.size === 1 ? [...orphans][0]! : standing.regionCode)
    this.#rootIsNew = !root && !orphans.has(this.#root)
  }

  hasJabatan = (code: string) => this.#jabatan.has(code)

  /** Where a row without a parent puts its unit; null where it stands, where another row puts it, or at the top. */
  defaultParent = (code: string) => (this.#parents.has(code) || this.#placed.has(code) || code === this.#root ? null : this.#root)

  /** Circles, units and parents that nobody defines, and second heads, which only all rows together show. */
  refuse(rows: readonly AcceptedRow[]): Map<number, FieldError[]> {
    const refused = new Map<number, FieldError[]>()
    const add = (rowNumber: number, error: FieldError) => refused.set(rowNumber, [...(refused.get(rowNumber) ?? []), error])
    const inCircle = this.#circles(rows)
    for (const { rowNumber, values } of rows) {
      const code = String(values.unitCode)
      if (inCircle.has(code) && values.unitParentCode !== undefined) add(rowNumber, circleError(code, inCircle.get(code)!))
    }
    this.#refuseSecondHeads(rows, add)
    for (let left = rows.filter(row => !refused.has(row.rowNumber)); ; left = left.filter(row => !refused.has(row.rowNumber))) {
      const defined = new Set(left.filter(row => row.values.unitName !== undefined).map(row => String(row.values.unitCode)))
      if (this.#rootIsNew) defined.add(this.#root)
      const known = (code: string) => this.#parents.has(code) || defined.has(code)
      const before = refused.size
      for (const { rowNumber, values } of left) {
        const [unit, parent] = [String(values.unitCode), values.unitParentCode]
        if (!known(unit)) add(rowNumber, unknownUnit(unit))
        else if (parent !== undefined && !known(String(parent))) add(rowNumber, unknownParent(String(parent)))
      }
      if (refused.size === before) return refused
    }
  }

  /** Units that, through their parents, come back to themselves: each with the way round. */
  #circles(rows: readonly AcceptedRow[]): Map<string, string[]> {
    const parents = new Map(this.#parents)
    const moved = new Set<string>()
    for (const { values } of rows) {
      if (values.unitParentCode === undefined) continue
      parents.set(String(values.unitCode), String(values.unitParentCode))
      moved.add(String(values.unitCode))
    }
    const circles = new Map<string, string[]>()
    const done = new Set<string>()
    for (const start of moved) {
      const way: string[] = []
      const onWay = new Set<string>()
      for (let at: string | null | undefined = start; at !== null && at !== undefined && !done.has(at); at = parents.get(at)) {
        if (onWay.has(at)) {
          const circle = way.slice(way.indexOf(at))
          for (const code of circle) circles.set(code, circle)
          break
        }
        onWay.add(at)
        way.push(at)
      }
      for (const code of way) done.add(code)
    }
    return circles
  }

  #refuseSecondHeads(rows: readonly AcceptedRow[], add: (rowNumber: number, error: FieldError) => void) {
    const released = new Set(
      rows
        .filter(({ values }) => values.isHead === false || this.#headOf.get(String(values.unitCode)) !== values.code)
        .map(({ values }) => String(values.code)),
    )
    for (const { rowNumber, values } of rows) {
      if (values.isHead !== true) continue
      const head = this.#headOf.get(String(values.unitCode))
      if (head === undefined || head === values.code || released.has(head)) continue
      add(rowNumber, {
        field: 'isHead',
        id: `Unit ${values.unitCode} sudah punya kepala: jabatan ${head}. Sertakan jabatan itu dengan kepala unit = tidak, atau isi tidak di sini.`,
        en: `Unit ${values.unitCode} already has a head: post ${head}. Include that post with head of unit = tidak, or write tidak here.`,
      })
    }
  }
}

/** The units of a file that some row gives a parent, and those that none does and that do not stand yet. */
function placesIn(rows: readonly Cells[], standing: ReadonlyMap<string, unknown>) {
  const placed = new Set<string>()
  const others = new Set<string>()
  for (const cells of rows) {
    const code = readText(cells.unitCode)
    if (code === null) continue
    if (readText(cells.unitParentCode) !== null) placed.add(code)
    else if (!standing.has(code)) others.add(code)
  }
  return { placed, orphans: new Set([...others].filter(code => !placed.has(code))) }
}

const circleError = (code: string, circle: readonly string[]): FieldError => ({
  field: 'unitParentCode',
  id: `Unit ${code} berputar: ${[...circle, circle[0]].join(' → ')}. Sebuah unit tidak boleh berada di bawah dirinya; betulkan kode unit induknya.`,
  en: `Unit ${code} goes in a circle: ${[...circle, circle[0]].join(' → ')}. A unit cannot be below itself; correct its parent.`,
})

const unknownUnit = (code: string): FieldError => ({
  field: 'unitName',
  id: `Unit ${code} belum ada, dan tidak ada baris yang sah yang menamainya. Isi nama unit.`,
  en: `Unit ${code} does not exist and no valid row names it. Give the unit name.`,
})

const unknownParent = (code: string): FieldError => ({
  field: 'unitParentCode',
  id: `Unit induk ${code} tidak ada, di Piawai maupun di baris yang sah dari berkas ini. Tambahkan barisnya atau betulkan kodenya.`,
  en: `The parent unit ${code} exists neither in Piawai nor in a valid row of this file. Add its row or correct the code.`,
})
