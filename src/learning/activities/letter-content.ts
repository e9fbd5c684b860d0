import { formatNip, type Person } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { Block, PdfDocument, Signatory } from '../../platform/pdf/index.ts'
import { activityMessages } from './messages.ts'
import { kindsOfActivity } from './rules/activity.ts'
import { letterKindOf } from './rules/letter.ts'
import type { Activity } from './store/activity.ts'

// A letter of a government is in Indonesian, whatever the language of who issues it.
const m = activityMessages.id
const day = (date: string) => formatDate(date, 'id')

export type LetterContent = {
  of: Activity
  learner: Person
  partner: Person | null
  number: string
  date: string
  signatory: Signatory
  /** The government by its full name. */
  government: string
  madeAt: Date
}

const people = (learner: Person, partner: Person | null): Block => ({
  kind: 'table',
  columns: [
    { header: 'Sebagai', width: 70 },
    { header: 'Nama, NIP', width: 150 },
    { header: 'Jabatan' },
    { header: 'Unit kerja, instansi' },
  ],
  rows: [
    ...(partner ? [{ as: 'Pendamping', person: partner }] : []),
    { as: partner ? 'Yang didampingi' : 'Pegawai', person: learner },
  ].map(({ as, person }) => [
    as,
    `${person.name}\n${formatNip(person.nip)}`,
    person.jabatan?.name ?? '–',
    `${person.unit.name}\n${person.instansi.name}`,
  ]),
  empty: '',
})

/** The letter as a document: letterhead, number, who is sent to learn what, where and when, who signs. */
export function letterDocument({
  of,
  learner,
  partner,
  number,
  date,
  signatory,
  government,
  madeAt,
}: LetterContent): PdfDocument {
  const title = m.letterKinds[letterKindOf(of.kind)]
  const when = of.startsOn === of.endsOn ? day(of.startsOn) : `${day(of.startsOn)} sampai ${day(of.endsOn)}`
  const at = kindsOfActivity[of.kind].host && of.host ? ` di ${of.host}` : ''
  const heading = (text: string): Block => ({ kind: 'heading', level: 2, text })
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
  return {
    language: 'id',
    title,
    subtitle: of.title,
    issuer: { instansi: government, office: learner.unit.path[0] ?? null },
    facts: [
      { label: 'Nomor', value: number },
      { label: 'Tanggal', value: day(date) },
      { label: 'Bentuk', value: m.kinds[of.kind] },
      { label: 'Waktu', value: when },
      ...(at ? [{ label: 'Tempat', value: of.host! }] : []),
    ],
    cover: false,
    blocks: [
      paragraph(
        partner
          ? `Dengan ini ditugaskan pegawai berikut untuk menjalani ${m.kinds[of.kind].toLowerCase()} “${of.title}” pada ${when}.`
          : `Dengan ini ditugaskan pegawai berikut untuk melaksanakan “${of.title}”${at} pada ${when}.`,
      ),
      people(learner, partner),
      heading('Yang ingin dicapai'),
      paragraph(of.aim),
      heading('Rencana'),
      paragraph(of.plan),
      paragraph(
        partner
          ? 'Setiap pertemuan dicatat dalam buku log dan dikonfirmasi pendamping. Hasilnya dilaporkan kepada atasan langsung setelah kegiatan selesai.'
          : 'Setiap hari belajar dicatat dalam buku log. Hasilnya dilaporkan kepada atasan langsung setelah kegiatan selesai.',
      ),
      { kind: 'signature', signatory, date: day(date) },
    ],
    footer: `${title} ${number}`,
    madeAt: madeAt.toISOString(),
  }
}
