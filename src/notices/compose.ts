import { createHash } from 'node:crypto'
import type { Letter } from '../platform/mail/index.ts'
import { letterWords } from './letter-words.ts'
import { type Ending, endingToken } from './links.ts'
import type { Claimed } from './store/letters.ts'
import { topics } from './topics.ts'

export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)

/** A paragraph, or a link with the words that stand on it. */
type Part = string | { words: string; url: string }

const textOf = (parts: readonly Part[]) =>
  parts.map(part => (typeof part === 'string' ? part : `${part.words}:\n${part.url}`)).join('\n\n')

const htmlOf = (language: string, parts: readonly Part[], small: readonly Part[]) => {
  const one = (part: Part) =>
    typeof part === 'string' ? escaped(part) : `<a href="${escaped(part.url)}">${escaped(part.words)}</a>`
  const paragraphs = (list: readonly Part[]) => list.map(part => `<p>${one(part)}</p>`).join('\n')
  return `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:34em">
${paragraphs(parts)}
<div style="font-size:13px;color:#555;border-top:1px solid #ccc;margin-top:24px">${paragraphs(small)}</div>
</body></html>`
}

/**
 * What is sent: the title and a link that opens it after signing in, and nothing of what it is about (ADR 0025). Null where there is
 * nothing left to say or nobody to say it to.
 */
export function compose(claimed: Claimed, publicUrl: string, secret: string): Letter | null {
  const { id, address, kind, language, name, notices, nonce, rhythm } = claimed
  const w = letterWords[language]
  if (address === null) return null
  const url = (path: string) => new URL(path, publicUrl).href
  const settings: Part = { words: w.settings, url: url('/pesan/pengaturan') }
  const letter = (subject: string, parts: Part[], small: Part[], endUrl: string | null): Letter => ({
    to: address,
    subject,
    text: `${textOf(parts)}\n\n-- \n${textOf(small)}\n`,
    html: htmlOf(language, parts, small),
    messageId: `<${createHash('sha256').update(`${secret} ${id}`).digest('hex').slice(0, 32)}@${new URL(publicUrl).hostname}>`,
    endUrl,
  })
  if (kind === 'address') {
    if (nonce === null) return null
    // No name: whether the address is theirs is what it asks.
    const parts = [w.addressLead, { words: w.addressOpen, url: url(`/pesan/alamat/${nonce}`) }]
    return letter(w.addressSubject, parts, [w.addressNotYou], null)
  }
  const [first] = notices
  if (!first) return null
  const ending = (of: Ending) => url(`/surat/berhenti/${endingToken(secret, of)}`)
  if (kind === 'digest') {
    const endUrl = ending({ accountId: claimed.accountId, topic: null })
    const lines = notices.map(line => ({ words: line.title, url: url(`/pesan/${line.id}`) }))
    const end = { words: w.endDigest, url: endUrl }
    return letter(w.digestSubject(lines.length), [w.hello(name), w.digestLead[rhythm], ...lines], [w.why, end, settings], endUrl)
  }
  const parts = [w.hello(name), first.title, { words: w.open, url: url(`/pesan/${first.id}`) }]
  if (first.duty) return letter(first.title, parts, [w.why, w.isDuty, settings], null)
  const endUrl = ending({ accountId: claimed.accountId, topic: first.topic })
  const end = { words: w.end(topics[first.topic].name[language]), url: endUrl }
  return letter(first.title, parts, [w.why, end, settings], endUrl)
}
