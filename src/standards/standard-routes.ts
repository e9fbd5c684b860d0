import { Hono } from 'hono'
import { readPegawai } from '../people/index.ts'
import { coversInstansi } from '../platform/actor.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { page } from '../platform/http/page.tsx'
import { formatInstant, formatNumber } from '../platform/i18n/index.ts'
import { highestLevel } from '../regulation/index.ts'
import { classMessages } from './class-messages.ts'
import { isDifferent, type Looked, lookAt } from './looked.ts'
import { messages } from './messages.ts'
import { StandardPage } from './pages/standard.tsx'
import { originSentence, pillarCells, requirementCells, sameRow, textCells } from './present.ts'
import type { Subject } from './subject.ts'
import { versionMessages } from './version-messages.ts'

const differences = ({ resolved, own }: Looked) =>
  [...resolved.levels.values()].filter(held => isDifferent(held, own)).length +
  Object.values(resolved.form).filter(held => held && isDifferent(held, own)).length +
  resolved.qualifications.filter(held => isDifferent(held, own, sameRow)).length

/** What a jabatan, or a class of them, demands. */
export function standardRoutes(services: Services, base: string, subjectOf: (c: Ctx, services: Services) => Promise<Subject>) {
  const app = new Hono<AppEnv>()

  app.get(base, async c => {
    const language = c.get('language')
    const m = messages[language]
    const actor = actorOf(c)
    const subject = await subjectOf(c, services)
    const looked = await lookAt(services.db, subject)
    const onlyDifferent = c.req.query('beda') === '1'
    const n = differences(looked)
    const draft = subject.mayManage ? looked.draft : null
    const withPart = (part: string) => `${subject.href()}${subject.href().includes('?') ? '&' : '?'}${part}`
    return page(
      c,
      { title: subject.name, wide: true, breadcrumb: [subject.crumb] },
      StandardPage({
        m,
        name: subject.name,
        eyebrow: subject.eyebrow,
        lead: subject.lead,
        total: formatNumber(looked.resolved.levels.size, language),
        sentence: originSentence(looked, m, language),
        pillars: pillarCells(looked, language, onlyDifferent),
        texts: textCells(looked, language, onlyDifferent),
        requirements: requirementCells(looked, language, onlyDifferent),
        maxLevel: highestLevel,
        draft: draft && {
          sentence: m.draftBy(draft.madeBy ?? versionMessages[language].system, formatInstant(draft.madeAt, language)),
          href: `/standar/versi/${draft.id}`,
        },
        tabs:
          subject.instansi && (looked.own || n > 0 || onlyDifferent)
            ? [
                { href: subject.href(), label: m.everything, current: !onlyDifferent },
                { href: withPart('beda=1'), label: m.onlyDifferent, current: onlyDifferent, count: formatNumber(n, language) },
              ]
            : [],
        onlyDifferent,
        backAction: subject.mayManage ? subject.href('/kembali') : null,
        notice: subject.target.jenjang === 'jpt_madya' ? classMessages[language].madya : null,
        links: {
          edit: subject.mayManage ? subject.href('/ubah') : null,
          holders:
            subject.jabatan && coversInstansi(readPegawai(actor), subject.jabatan.instansi.id)
              ? `/pegawai?jabatan=${subject.jabatan.id}`
              : null,
          dif: subject.mayManage && subject.jabatan ? `/kebutuhan/dif/jabatan/${subject.jabatan.id}` : null,
          form: subject.href('/formulir'),
          history: subject.href('/riwayat'),
          copy: subject.mayManage && subject.jabatan && looked.own ? subject.href('/salin') : null,
        },
      }),
    )
  })

  return app
}
