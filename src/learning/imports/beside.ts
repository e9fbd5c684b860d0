import type { Cells, Checked, Preparation, Values } from '../../imports/index.ts'
import { flagSentence } from '../claims/flag-words.ts'
import { dayHoldsBy } from '../claims/flags.ts'
import { certificateKey } from '../claims/rules/certificate.ts'
import { type Flag, flagsOf, type Piece } from '../claims/rules/duplicates.ts'
import { candidatesOf } from '../claims/store/duplicates.ts'

const atOnce = 1_000 // rows a look-up: some 50 ms on the embedded engine
const besideInFile = 50 // rows of one certificate that are held against each other

const pieceOf = (values: Values): Piece => ({
  pegawaiId: Number(values.pegawaiId),
  claimId: null,
  recordId: null,
  name: String(values.name),
  startedOn: values.startedOn === undefined ? null : String(values.startedOn),
  endedOn: String(values.endedOn),
  jp: values.jp === undefined ? null : Number(values.jp),
  certificateNumber: values.certificateNumber === undefined ? null : String(values.certificateNumber),
  fileSha256: null,
})

/** What of the same file may be like a row: its person's rows, and those that bear its certificate. */
function inFile(pieces: readonly Piece[]): (piece: Piece) => Piece[] {
  const byPerson = Map.groupBy(pieces, one => one.pegawaiId)
  const byCertificate = Map.groupBy(pieces, one => certificateKey(one.certificateNumber))
  return piece => {
    const key = certificateKey(piece.certificateNumber)
    const others =
      key === null
        ? []
        : byCertificate
            .get(key)!
            .slice(0, besideInFile)
            .filter(one => one.pegawaiId !== piece.pegawaiId)
    // A row that says the same is told by the import itself.
    const own = byPerson
      .get(piece.pegawaiId)!
      .filter(one => one !== piece && !(one.name === piece.name && one.endedOn === piece.endedOn))
    return [...own, ...others]
  }
}

const sentence = (flag: Flag, piece: Piece, candidates: readonly Piece[]) => {
  const other = candidates.find(
    one => one.pegawaiId === flag.other?.pegawaiId && one.claimId === flag.other.claimId && one.recordId === flag.other.recordId,
  )
  const own = other?.pegawaiId === piece.pegawaiId
  const found = {
    ...flag,
    other: other
      ? { own, claimId: null, seen: false, person: null, name: own ? other.name : null, endedOn: own ? other.endedOn : null }
      : null,
  }
  return { id: flagSentence(found, 'id'), en: flagSentence(found, 'en') }
}

/**
 * What stands beside the rows of a file, in it and in the records and claims of everybody. A row that a day cannot hold is refused; the
 * same certificate, a like activity or a full day is noted. What is recorded already the import tells itself.
 */
export async function checkBeside(p: Preparation, checked: ReadonlyMap<Cells, Checked>): Promise<Map<Cells, Checked>> {
  const rows = [...checked].flatMap(([cells, result]) => (result.ok ? [{ cells, result, piece: pieceOf(result.values) }] : []))
  const near = inFile(rows.map(row => row.piece))
  const holds = await p.read(tx => dayHoldsBy(tx, [p.instansiId], p.today))
  const judged = new Map(checked)
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    const standing = await p.read(tx =>
      candidatesOf(
        tx,
        some.map(row => row.piece),
      ),
    )
    for (const [index, { cells, result, piece }] of some.entries()) {
      const candidates = [...standing[index]!, ...near(piece)]
      const flags = flagsOf(piece, candidates, holds(p.instansiId, piece.endedOn))
      if (flags.some(flag => flag.kind === 'recorded')) continue
      const blocking = flags.find(flag => flag.blocks)
      if (blocking) judged.set(cells, { ok: false, errors: [{ field: 'jp', ...sentence(blocking, piece, candidates) }] })
      else if (flags.length > 0) {
        const notes = flags.map(flag => sentence(flag, piece, candidates))
        judged.set(cells, {
          ...result,
          note: { id: notes.map(note => note.id).join(' '), en: notes.map(note => note.en).join(' ') },
        })
      }
    }
  }
  return judged
}
