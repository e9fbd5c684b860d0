import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asJob, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { contentDigest, makePdf, type PdfDocument } from '../../platform/pdf/index.ts'
import { letterNumber, usualCode, usualTemplate } from './rules/number.ts'
import type { Signing } from './sign.ts'
import * as store from './store.ts'

export type Numbered = { year: number; serial: number; number: string; contentKey: string; contentDigest: string }

/** Takes the next number of who issues and keeps what the letter says, in the transaction that writes the letter. */
export async function takeNumber(
  services: Services,
  tx: Tx,
  issuer: store.Issuer,
  letter: { date: string; folder: string; says: (number: string) => PdfDocument },
): Promise<Numbered> {
  const { template, code } = await ruleOf(tx, issuer)
  const year = Number(letter.date.slice(0, 4))
  const serial = await store.nextSerial(tx, issuer, year)
  const number = letterNumber(template, code, serial, letter.date)
  const document = letter.says(number)
  const contentKey = `${letter.folder}/${randomUUID()}.json`
  await services.files.put(contentKey, Buffer.from(JSON.stringify(document)))
  return { year, serial, number, contentKey, contentDigest: contentDigest(document) }
}

/** How somebody numbers letters, by choice or as usual. */
export const ruleOf = async (db: Parameters<typeof store.letterRule>[0], issuer: store.Issuer): Promise<store.LetterRule> =>
  (await store.letterRule(db, issuer)) ?? { template: usualTemplate, code: usualCode, signatory: null }

export type MadeFile = { key: string; sha256: string; signedAt: Date | null }

/** The PDF of a letter: as it was kept, or made now from what it says, signed where somebody signs electronically; `keep` writes down where. */
export async function letterFile(
  services: Services,
  signing: Signing,
  letter: { contentKey: string; fileKey: string | null },
  keep: (tx: Tx, file: MadeFile) => Promise<void>,
): Promise<Uint8Array> {
  if (letter.fileKey) return services.files.get(letter.fileKey)
  const content = Buffer.from(await services.files.get(letter.contentKey)).toString('utf8')
  const made = await makePdf(JSON.parse(content) as PdfDocument)
  const signed = await signing.sign(made)
  const bytes = signed ?? made
  const key = letter.contentKey.replace(/\.json$/, '.pdf')
  await services.files.put(key, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await asJob(services.db, tx => keep(tx, { key, sha256, signedAt: signed ? services.clock.now() : null }))
  return bytes
}

/** What a letter is called where it is kept; that one was withdrawn is read off its name. */
export const letterFileName = (kind: string, { number, withdrawn }: { number: string; withdrawn: object | null }) =>
  `${withdrawn ? 'dicabut-' : ''}${kind}-${number.replace(/[^\w.-]+/g, '-')}.pdf`

/** Sets how somebody numbers letters and who signs them unless said otherwise. The route has seen that the actor may. */
export const setLetterRule = (
  services: Services,
  by: Actor,
  issuer: store.Issuer,
  instansiId: number | null,
  rule: store.LetterRule,
): Promise<void> =>
  asJob(services.db, async tx => {
    const at = services.clock.now()
    await store.saveLetterRule(tx, issuer, rule, { account: by.accountId, at })
    await audit(tx, by.accountId, at, {
      verb: 'set_letter_rule',
      subject: 'providerId' in issuer ? `provider:${issuer.providerId}` : `instansi:${issuer.instansiId}`,
      instansiId,
      detail: { template: rule.template, code: rule.code, signatory: rule.signatory?.title ?? null },
    })
  })
