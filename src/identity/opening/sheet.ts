import type { Language } from '../../platform/i18n/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import type { PersonTold } from './actions.ts'
import { openingMessages } from './messages.ts'

/** What is handed out: one row a person, by office. A NIP is a text, or a spreadsheet would round it. */
export function passwordsWorkbook(
  people: readonly PersonTold[],
  about: { where: string; publicUrl: string | undefined; language: Language },
): Promise<Uint8Array> {
  const m = openingMessages[about.language].sheet
  return writeWorkbook([
    {
      name: m.name,
      title: m.title(about.where),
      notes: [m.howTo(about.publicUrl ?? null), m.care],
      columns: [
        { header: m.nip, width: 22, kind: 'text' },
        { header: m.person, width: 36 },
        { header: m.opd, width: 40 },
        { header: m.unit, width: 40 },
        { header: m.jabatan, width: 44 },
        { header: m.account, width: 22, kind: 'text' },
        { header: m.password, width: 24, kind: 'text' },
        { header: m.remark, width: 40 },
      ],
      rows: people.map(one => [
        one.nip,
        one.name,
        one.opd,
        one.unit,
        one.jabatan,
        one.password === null ? null : one.username,
        one.password,
        one.password === null ? m.notHeld : null,
      ]),
    },
  ])
}
