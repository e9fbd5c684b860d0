import { register } from '../src/regulation/index.ts'

// `npm run law`: every regulated number that Piawai calculates with, as a table to read and to compare with the acts.

const width = Math.max(80, Math.min(process.stdout.columns ?? 140, 180))

function wrapped(text: string, columns: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + word.length + 1 > columns) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

const head = ['Angka', 'Isi', 'Dasar', 'Sejak', 'Dipakai oleh', 'Diperiksa', 'Status']
const rows = register.flatMap(number =>
  number.entries.map(entry => [
    number.name.id,
    number.reads(entry.value).id,
    `${entry.act === null ? 'tidak ditemukan dalam peraturan' : [entry.act, entry.article].filter(Boolean).join(', ')}. ${entry.source}`,
    entry.until === undefined ? entry.from : `${entry.from} sampai sebelum ${entry.until}`,
    number.usedBy.id,
    number.checked,
    entry.verified ? 'terverifikasi' : 'BELUM',
  ]),
)

const fixed = [0, 0, 0, 10, 0, 10, 13]
const free = width - fixed.reduce((sum, n) => sum + n, 0) - 3 * (head.length - 1)
const shares = [0.2, 0.28, 0.34, 0, 0.18, 0, 0]
const columns = fixed.map((n, index) => n || Math.max(10, Math.floor(free * shares[index]!)))

const line = (cells: readonly string[]) => {
  const parts = cells.map((cell, index) => wrapped(cell, columns[index]!))
  const height = Math.max(...parts.map(part => part.length))
  return Array.from({ length: height }, (_, row) =>
    parts
      .map((part, index) => (part[row] ?? '').padEnd(columns[index]!))
      .join(' | ')
      .trimEnd(),
  ).join('\n')
}
const rule = columns.map(n => '-'.repeat(n)).join('-+-')

console.log(line(head))
for (const row of rows) console.log(`${rule}\n${line(row)}`)
const open = rows.filter(row => row.at(-1) === 'BELUM').length
console.log(
  `${rule}\n${rows.length} angka, ${open} belum terverifikasi. Aturan setempat tiap instansi: /aturan dan /hukum di aplikasi.`,
)
