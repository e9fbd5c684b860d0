import { formatNip } from '../../../people/index.ts'
import { formatDate, formatNumber } from '../../../platform/i18n/index.ts'
import type { Block, PdfDocument, Signatory } from '../../../platform/pdf/index.ts'
import type { PassRule } from '../../rules/pass.ts'
import type { PersonResult } from '../results/load.ts'
import { messages as resultMessages } from '../results/messages.ts'
import { outcomeOf, plain, whyText } from '../results/present.ts'
import { localOf } from '../run/rules/local-time.ts'
import type { RunClass } from '../run/store.ts'
import { timeOf } from '../timetable/present.ts'
import type { Session } from '../timetable/store.ts'
import type { LetterKind } from './kinds.ts'
import { letterKindLabels } from './labels.ts'

// A letter of a government is in Indonesian, whatever the language of who issues it.
const language = 'id'
const day = (date: string) => formatDate(date, language)
const number = (value: number) => formatNumber(value, language)

export type LetterContent = {
  kind: LetterKind
  number: string
  date: string
  recipient: string | null
  signatory: Signatory
  cls: RunClass
  sessions: readonly Session[]
  people: readonly PersonResult[]
  rule: PassRule
  madeAt: Date
}

const period = (cls: RunClass) =>
  cls.startsOn === cls.endsOn ? day(cls.startsOn!) : `${day(cls.startsOn!)} sampai ${day(cls.endsOn!)}`
const place = (cls: RunClass) => cls.place ?? 'ditentukan kemudian'
const called = (cls: RunClass) => `${cls.title} ${cls.name}`
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const participants = (people: readonly PersonResult[]): Block => ({
  kind: 'table',
  columns: [
    { header: 'No.', width: 24, align: 'right' },
    { header: 'Nama, NIP', width: 170 },
    { header: 'Jabatan' },
    { header: 'Unit kerja, instansi' },
  ],
  rows: people.map(({ person }, index) => [
    index + 1,
    `${person.name}\n${formatNip(person.nip)}`,
    person.jabatan ?? '–',
    `${person.unit}\n${person.instansi}`,
  ]),
  empty: 'Belum ada peserta.',
})

const timetable = (cls: RunClass, sessions: readonly Session[]): Block => ({
  kind: 'table',
  columns: [
    { header: 'Tanggal', width: 88 },
    { header: 'Waktu', width: 92 },
    { header: 'Kegiatan' },
    { header: 'JP', width: 24, align: 'right' },
    { header: 'Pengajar', width: 110 },
    { header: 'Tempat', width: 80 },
  ],
  rows: sessions.map(one => [
    day(localOf(one.startsAt, cls.timeZone).day),
    timeOf(one, cls.timeZone),
    one.title,
    one.jp || '',
    one.trainers.map(trainer => trainer.name).join(', '),
    one.mode === 'daring' ? 'Daring' : (one.room ?? place(cls)),
  ]),
  empty: 'Jadwal belum disusun.',
})

const attendance = (people: readonly PersonResult[]): Block => ({
  kind: 'table',
  columns: [
    { header: 'No.', width: 24, align: 'right' },
    { header: 'Nama, NIP' },
    { header: 'Instansi' },
    { header: 'JP dihadiri', width: 66, align: 'right' },
    { header: 'Bagian', width: 50, align: 'right' },
    { header: 'Belum ditandai', width: 54, align: 'right' },
  ],
  rows: people.map(({ person, attended }, index) => [
    index + 1,
    `${person.name}\n${formatNip(person.nip)}`,
    person.instansi,
    `${number(attended.attended)} dari ${number(attended.held)}`,
    attended.held === 0 ? '–' : `${number(Math.floor((attended.attended * 100) / attended.held))} %`,
    attended.undecided || '',
  ]),
  empty: 'Belum ada peserta.',
})

const scores = (people: readonly PersonResult[], rule: PassRule): Block => ({
  kind: 'table',
  columns: [
    { header: 'No.', width: 24, align: 'right' },
    { header: 'Nama, NIP', width: 130 },
    ...rule.components.map(one => ({ header: one.name, width: 56, align: 'right' as const })),
    { header: 'Akhir', width: 40, align: 'right' },
    { header: 'Hasil dan alasan' },
  ],
  rows: people.map((one, index) => [
    index + 1,
    `${one.person.name}\n${formatNip(one.person.nip)}`,
    ...rule.components.map(({ key }) => {
      const score = one.scores[key] ?? null
      return score === null ? '–' : plain(score, language)
    }),
    one.ending.final === null ? '–' : plain(one.ending.final, language),
    // Why is for who has not passed; a line each keeps the list short.
    [
      outcomeOf(one.ending.passed, resultMessages.id).label,
      ...(one.ending.passed ? [] : [whyText(one.ending, language, resultMessages.id)]),
    ].join('\n'),
  ]),
  empty: 'Belum ada peserta.',
})

function outcome(people: readonly PersonResult[], cls: RunClass): Block[] {
  const count = (passed: boolean | null) => people.filter(one => one.ending.passed === passed).length
  const unknown = count(null)
  return [
    paragraph(
      `Pada hari ini, setelah seluruh kegiatan ${called(cls)} selesai (${period(cls)}, ${number(cls.jp)} JP) di ${place(cls)}, penyelenggara menyatakan hasil berikut.`,
    ),
    {
      kind: 'figures',
      items: [
        { label: 'Peserta', value: number(people.length) },
        { label: 'Lulus', value: number(count(true)) },
        { label: 'Belum lulus', value: number(count(false)) },
        ...(unknown > 0 ? [{ label: 'Belum pasti', value: number(unknown) }] : []),
      ],
    },
    paragraph(
      cls.state === 'closed'
        ? 'Kelas telah ditutup; hasil dan JP peserta telah dicatat.'
        : 'Kelas belum ditutup ketika berita acara ini dibuat; hasil di bawah ini keadaan saat itu.',
    ),
  ]
}

function bodyOf({ kind, cls, sessions, people, rule, recipient }: LetterContent): Block[] {
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
  switch (kind) {
    case 'undangan':
      return [
        paragraph(
          `Dengan hormat, kami mengundang ${recipient ? `peserta dari ${recipient}` : 'para peserta'} sebagaimana terlampir untuk mengikuti ${called(cls)} pada ${period(cls)} di ${place(cls)}.`,
        ),
        paragraph('Peserta diharapkan hadir 30 menit sebelum sesi pertama dengan membawa surat tugas.'),
        heading('Peserta yang diundang'),
        participants(people),
        heading('Jadwal'),
        timetable(cls, sessions),
      ]
    case 'surat_tugas':
      return [
        paragraph(
          `Menugaskan pegawai ${recipient ?? ''} berikut untuk mengikuti ${called(cls)} yang diselenggarakan ${cls.provider.name} pada ${period(cls)} di ${place(cls)}.`,
        ),
        participants(people),
        paragraph('Agar dilaksanakan dengan penuh tanggung jawab dan melaporkan hasilnya kepada atasan langsung.'),
      ]
    case 'nota':
      return [
        paragraph(
          `Bersama ini dilaporkan rencana penyelenggaraan ${called(cls)} pada ${period(cls)} di ${place(cls)}, ${number(cls.jp)} JP, diikuti ${number(people.length)} peserta.`,
        ),
        timetable(cls, sessions),
        paragraph('Demikian disampaikan, mohon arahan lebih lanjut.'),
      ]
    case 'daftar_peserta':
      return [participants(people)]
    case 'jadwal':
      return [timetable(cls, sessions)]
    case 'daftar_hadir':
      return [attendance(people)]
    case 'rekap_nilai':
      return [scores(people, rule)]
    case 'berita_acara':
      return [...outcome(people, cls), scores(people, rule)]
  }
}

/** The letter as a document: letterhead, number, what it says, who signs. */
export function letterDocument(given: LetterContent): PdfDocument {
  const { cls, kind, signatory, date, recipient } = given
  const { instansi, name, address } = cls.provider
  return {
    language,
    title: letterKindLabels.id[kind],
    subtitle: called(cls),
    issuer: { instansi: instansi ?? name, office: [instansi ? name : null, address].filter(Boolean).join('\n') || null },
    facts: [
      { label: 'Nomor', value: given.number },
      { label: 'Tanggal', value: day(date) },
      ...(recipient ? [{ label: 'Untuk', value: recipient }] : []),
      { label: 'Waktu', value: period(cls) },
      { label: 'Tempat', value: place(cls) },
    ],
    cover: false,
    blocks: [...bodyOf(given), { kind: 'signature', signatory, date: day(date) }],
    footer: `${letterKindLabels.id[kind]} ${given.number}`,
    madeAt: given.madeAt.toISOString(),
  }
}
