import { type Cells, type Checked, RowReader, type Values } from '../../imports/index.ts'
import { competenciesCell, type ProviderFinder, partsOf, rupiahCell } from '../../providers/imports/index.ts'
import { courseForms, courseImportFields, openingChoices, yesChoices } from './course-fields.ts'

/** `codes`: of the competencies in force. `archived`: `<provider id> <code>` of courses that were taken out of the catalogue. */
export type CourseLookup = { providers: ProviderFinder; codes: ReadonlySet<string>; archived: ReadonlySet<string> }

const mostJp = 2000

/** `Etika: 4; Standar: 6` as it is compared with what stands, and its sum; null: none is given, or it was refused. */
function curriculum(row: RowReader): { text: string; jp: number } | null {
  const text = row.lines('subjects', 4000)
  if (text === null) return null
  let jp = 0
  const subjects: string[] = []
  for (const part of partsOf(text, /[;\n]/)) {
    const [, title, hours] = /^(.*\S)\s*[:=]\s*(\d{1,4})(?:\s*jp)?$/i.exec(part) ?? []
    if (!title || title.length > 200 || Number(hours) < 1 || Number(hours) > mostJp)
      return row.refuse('subjects', {
        id: `“${part.slice(0, 80)}” belum terbaca. Tulis mata pelatihan, titik dua, dan JP, misalnya Etika pelayanan: 4.`,
        en: `“${part.slice(0, 80)}” cannot be read. Write subject, colon and JP, such as Etika pelayanan: 4.`,
      })
    jp += Number(hours)
    subjects.push(`${title}: ${Number(hours)}`)
  }
  return { text: subjects.join('; '), jp }
}

function codeOf(row: RowReader): string | null {
  const code = row.need('code', row.text('code', 60))?.toUpperCase().replaceAll(/\s+/g, '-') ?? null
  if (code === null || /^[A-Z0-9][A-Z0-9-]{1,29}$/.test(code)) return code
  return row.refuse('code', {
    id: `Kode “${code}” memuat tanda lain. Pakai 2 sampai 30 huruf, angka, atau tanda hubung, misalnya PRIMA-01.`,
    en: `The code “${code}” has other signs. Use 2 to 30 letters, digits or hyphens, such as PRIMA-01.`,
  })
}

/** One course; the same provider and code is the same course. A blank cell leaves what stands. */
export function checkCourse(cells: Cells, lookup: CourseLookup): Checked {
  const row = new RowReader(cells, courseImportFields)
  const name = row.need('provider', row.text('provider'))
  const found = name === null ? null : lookup.providers.find(name)
  if (found && !found.ok) row.refuse('provider', found.words)
  const code = codeOf(row)
  const title = row.need('title', row.text('title', 200))
  const form = row.need('form', row.choice('form', courseForms))
  const subjects = curriculum(row)
  const said = row.whole('jp', 1, mostJp)
  if (subjects && said !== null && said !== subjects.jp)
    row.refuse('jp', {
      id: `JP ${said} tidak sama dengan jumlah kurikulumnya, ${subjects.jp}. Betulkan salah satunya.`,
      en: `JP ${said} is not the sum of the curriculum, ${subjects.jp}. Correct one of them.`,
    })
  const competencies = competenciesCell(row, lookup.codes)
  const inForce = row.choice('inForce', yesChoices) === 'ya'
  if (inForce && row.errors.length === 0 && (!subjects || competencies === null))
    row.refuse('inForce', {
      id: 'Kursus baru dapat berlaku bila kurikulum dan kompetensinya terisi. Lengkapi, atau kosongkan sel ini agar menjadi rancangan.',
      en: 'A course can be in force only with a curriculum and competencies. Complete them, or leave this blank for a draft.',
    })
  const jp = row.errors.length > 0 ? null : row.need('jp', said ?? subjects?.jp ?? null)
  const read = {
    competencies,
    subjects: subjects?.text ?? null,
    summary: row.lines('summary', 1000),
    audience: row.text('audience', 300),
    costParticipant: rupiahCell(row, 'costParticipant'),
    programme: row.text('programme', 100),
    openTo: row.choice('openTo', openingChoices),
    inForce: inForce || null,
  }
  if (code !== null && found?.ok && lookup.archived.has(`${found.provider.id} ${code}`))
    row.refuse('code', {
      id: `Kursus ${code} sudah diarsipkan. Kembalikan dahulu di halaman kursusnya, atau pakai kode lain.`,
      en: `The course ${code} is archived. Put it back on its page first, or use another code.`,
    })
  if (row.errors.length > 0 || !found?.ok || code === null || title === null || form === null || jp === null)
    return { ok: false, errors: row.errors }
  const values: Values = { providerId: found.provider.id, provider: found.provider.name, code, title, form, jp }
  for (const [key, value] of Object.entries(read)) if (value !== null) values[key] = value
  const about = { id: `kursus ${code}`, en: `course ${code}` }
  return {
    ok: true,
    values,
    claims: [{ field: 'code', thing: `${found.provider.id} ${code}`, says: JSON.stringify(values), name: about }],
  }
}
