import { formatDate, formatNumber } from '../../platform/i18n/index.ts'
import type { PdfDocument } from '../../platform/pdf/index.ts'
import { communityMessages } from './messages.ts'
import type { Community, Member } from './store/community.ts'
import type { Meeting } from './store/meeting.ts'

// What is signed in a government is in Indonesian, whatever the language of who prints it.
const m = communityMessages.id

/** The list that goes round in a meeting: every member, with a place to sign. */
export const attendanceList = (
  community: Community,
  meeting: Meeting,
  members: readonly Member[],
  madeAt: Date,
): PdfDocument => ({
  language: 'id',
  title: 'Daftar hadir',
  subtitle: meeting.title,
  issuer: { instansi: community.name, office: community.instansi },
  facts: [
    { label: m.on, value: formatDate(meeting.on, 'id') },
    { label: m.minutes, value: formatNumber(meeting.minutes, 'id') },
    { label: m.place, value: meeting.place },
  ],
  cover: false,
  blocks: [
    {
      kind: 'table',
      columns: [
        { header: 'No.', width: 24, align: 'right' },
        { header: m.person, width: 170 },
        { header: m.unit },
        { header: m.signHere, width: 120 },
      ],
      rows: members.map((one, index) => [index + 1, one.name, one.unit, '']),
      empty: m.none,
    },
  ],
  footer: `Daftar hadir ${community.name}`,
  madeAt: madeAt.toISOString(),
})
