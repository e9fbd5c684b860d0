import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asJob } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import { contentDigest, makePdf, type PdfDocument, type Signatory } from '../../../platform/pdf/index.ts'
import { resultsOf } from '../results/load.ts'
import type { RunClass } from '../run/store.ts'
import { sessionsOf } from '../timetable/store.ts'
import { letterDocument } from './content.ts'
import { type LetterKind, letterNumber, usualCode, usualTemplate } from './rules/number.ts'
import type { Signing } from './sign.ts'
import * as store from './store.ts'

export type Issue = { kind: LetterKind; date: string; signatory: Signatory; instansi: string | null }

/**
 * Issues a letter: its number is taken, what it says is kept, and the row written, all or nothing. The PDF is made from what was kept when it
 * is first asked for. The route has seen that the actor plans the class.
 */
export const issueLetter = (
  services: Services,
  by: Actor,
  cls: RunClass,
  issue: Issue,
): Promise<{ id: number; number: string }> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    const { kind, date, signatory } = issue
    const year = Number(date.slice(0, 4))
    const rule = (await store.letterRule(tx, cls.provider.id)) ?? { template: usualTemplate, code: usualCode, signatory: null }
    const results = await resultsOf(tx, cls, at)
    const sessions = await sessionsOf(tx, cls.id)
    const people = results.people.filter(one => issue.instansi === null || one.person.instansi === issue.instansi)
    const serial = await store.nextSerial(tx, cls.provider.id, year)
    const number = letterNumber(rule.template, rule.code, serial, date)
    const recipient = issue.instansi
    const document = letterDocument({
      kind,
      number,
      date,
      recipient,
      signatory,
      cls,
      sessions,
      people,
      rule: results.rule,
      madeAt: at,
    })
    const contentKey = `class-letters/${cls.id}/${randomUUID()}.json`
    await services.files.put(contentKey, Buffer.from(JSON.stringify(document)))
    const row = { kind, number, date, recipient, signatory, contentKey, contentDigest: contentDigest(document) }
    const who = { account: by.accountId, name: by.name, at }
    const id = await store.insertLetter(tx, { ...row, classId: cls.id, providerId: cls.provider.id, year, serial }, who)
    await audit(tx, by.accountId, at, {
      verb: 'issue_letter',
      subject: `course_class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      rows: people.length,
      detail: { letter: id, kind, number, recipient },
    })
    return { id, number }
  })

/** The PDF of a letter: as it was kept, or made now from what it says, signed where somebody signs electronically. */
export async function letterFile(services: Services, signing: Signing, letter: store.Letter): Promise<Uint8Array> {
  if (letter.fileKey) return services.files.get(letter.fileKey)
  const content = Buffer.from(await services.files.get(letter.contentKey)).toString('utf8')
  const made = await makePdf(JSON.parse(content) as PdfDocument)
  const signed = await signing.sign(made)
  const bytes = signed ?? made
  const key = letter.contentKey.replace(/\.json$/, '.pdf')
  await services.files.put(key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await asJob(services.db, tx => store.keepFile(tx, letter.id, { key, sha256, signedAt: signed ? services.clock.now() : null }))
  return bytes
}

/** Sets how the institution numbers its letters and who signs them unless said otherwise. The route has seen that the actor keeps its classes. */
export const setLetterRule = (services: Services, by: Actor, cls: RunClass, rule: store.LetterRule): Promise<void> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    await store.saveLetterRule(tx, cls.provider.id, rule, { account: by.accountId, at })
    await audit(tx, by.accountId, at, {
      verb: 'set_letter_rule',
      subject: `provider:${cls.provider.id}`,
      instansiId: cls.provider.instansiId,
      detail: { template: rule.template, code: rule.code, signatory: rule.signatory?.title ?? null },
    })
  })
