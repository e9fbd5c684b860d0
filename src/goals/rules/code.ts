/** What a nomenclature code stands for, from the widest to the narrowest. */
export type CodeLevel = 'urusan' | 'bidang' | 'program' | 'kegiatan' | 'sub_kegiatan'
/** Whose kegiatan it is: the fourth part is 1 for a province, 2 for a kabupaten or kota. */
export type CodeGovernment = 'provinsi' | 'kabupaten_kota'

type NomenclatureCode = {
  /** As it is stored: no blanks, no dot at the end, `X.XX` in capitals. */
  code: string
  level: CodeLevel
  /** Null above the kegiatan. */
  government: CodeGovernment | null
  /** The code it stands under; null for an urusan. */
  parent: string | null
  /** Digits of the sub kegiatan: 2 in the old tables, 4 since 2023; null for what is none. */
  subDigits: 2 | 4 | null
}
/** Which part is wrong: its place from 1, and what stands there. `parts`: there are too few, too many, or none. */
export type CodeFlaw = { part: 'parts' | 1 | 2 | 3 | 4 | 5 | 6; text: string }
export type CodeReading = { ok: true; code: NomenclatureCode } | { ok: false; flaw: CodeFlaw }

const shapes = [/^(\d|X)$/, /^(\d\d|XX)$/, /^\d\d$/, /^[12]$/, /^\d\d$/, /^(\d\d|\d{4})$/] as const
const levels: Record<number, CodeLevel> = { 1: 'urusan', 2: 'bidang', 3: 'program', 5: 'kegiatan', 6: 'sub_kegiatan' }

/**
 * Reads a code `U.BB.PP.L.KK.SSSS` (urusan.bidang.program.level.kegiatan.sub kegiatan) or the beginning of one. `X.XX` stands for every
 * urusan: the program that supports each office is `X.XX.01` (Permendagri 90/2019 and its updates).
 */
export function readCode(text: string): CodeReading {
  const code = text
    .trim()
    .replace(/\s*\.\s*/g, '.')
    .replace(/\.$/, '')
    .toUpperCase()
  const parts = code.split('.')
  const level = levels[parts.length]
  if (!level || code === '') return { ok: false, flaw: { part: 'parts', text: code } }
  const wrong = parts.findIndex((part, index) => !shapes[index]!.test(part))
  if (wrong >= 0) return { ok: false, flaw: { part: (wrong + 1) as 1, text: parts[wrong]! } }
  if ((parts[0] === 'X') !== (parts[1] === 'XX') && parts.length > 1) return { ok: false, flaw: { part: 2, text: parts[1]! } }
  return {
    ok: true,
    code: {
      code,
      level,
      government: parts[3] === undefined ? null : parts[3] === '1' ? 'provinsi' : 'kabupaten_kota',
      // The level of government and the number of the kegiatan are one step.
      parent: level === 'urusan' ? null : parts.slice(0, level === 'kegiatan' ? 3 : -1).join('.'),
      subDigits: parts[5] === undefined ? null : (parts[5].length as 2 | 4),
    },
  }
}

export type CodeParts = { urusan: string; bidang: string; program: string; kegiatan: string; sub: string }

/**
 * The code from a table that gives each level a column of its own, as the annex of the act does; '' where the row ends above. A sheet
 * drops zeros: `3` is `03`; a kegiatan `1.1` that was a number is `1.10` (`kegiatan` must be text then, see `kegiatanText`).
 */
export function codeFromParts(parts: CodeParts, subDigits: 2 | 4): string {
  const padded = (text: string, width: number) => (/^\d+$/.test(text) ? text.padStart(width, '0') : text)
  const kegiatan = parts.kegiatan.replace(',', '.').replace(/^(\d)\.(\d)$/, '$1.0$2')
  return [parts.urusan, padded(parts.bidang, 2), padded(parts.program, 2), kegiatan, padded(parts.sub, subDigits)]
    .filter(part => part !== '')
    .join('.')
}

/** A kegiatan `L.KK` that a sheet holds as a number: 1.1 is 1.10. */
export const kegiatanText = (value: number) => value.toFixed(2)
