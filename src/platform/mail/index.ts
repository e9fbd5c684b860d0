import { createTransport } from 'nodemailer'
import type { MailSettings } from '../config.ts'
import { withoutNip } from '../log.ts'

export type Letter = {
  to: string
  subject: string
  text: string
  html: string
  /** The same for every attempt: a server or reader that gets it twice can tell. */
  messageId: string
  /** Where one press ends such letters (RFC 8058); null: they cannot be ended. */
  endUrl: string | null
}

/** `said`: what the server answered, without addresses and secrets. */
export type Sending =
  | { kind: 'sent' }
  /** Never taken. `address`: because there is no such mailbox, so that the next letter to it would fare no better. */
  | { kind: 'refused'; address: boolean; said: string }
  /** Not taken now. `server`: the way to the server is the trouble, and every other letter would fare the same. */
  | { kind: 'later'; server: boolean; said: string }

export type Post = { send(letter: Letter): Promise<Sending>; close(): void }

const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim()

type Failure = { code?: string; command?: string; responseCode?: number; response?: string; message?: string }

/** What may be kept and logged of an answer: no address, no NIP, no password of ours. */
const sayable = (failure: Failure, secret: string) => {
  const said = oneLine(failure.response ?? failure.message ?? failure.code ?? '?')
  const bare = secret ? said.replaceAll(secret, '…') : said
  return withoutNip(bare.replace(/[^\s<>"]+@[^\s<>"]+/g, '…')).slice(0, 200)
}

/** What an answer of the server means. A 5xx is about the mailbox (RCPT), the letter (DATA) or, anywhere before, about us. */
export function outcomeOf(failure: Failure, secret = ''): Sending {
  const said = sayable(failure, secret)
  const { responseCode: code = 0, command = '', response = '' } = failure
  const aboutLetter = /RCPT TO|DATA|message/i.test(command) || failure.code === 'EMESSAGE'
  if (code >= 500 && /RCPT TO/i.test(command)) {
    // 5.1.x is an address; any other class (5.7.1: relaying denied) is not the mailbox's fault.
    const enhanced = /^\d{3}[ -](5\.\d+)\./.exec(response)?.[1]
    return { kind: 'refused', address: enhanced === undefined || enhanced === '5.1', said }
  }
  if (code >= 500 && aboutLetter) return { kind: 'refused', address: false, said }
  return { kind: 'later', server: !(code >= 400 && aboutLetter), said }
}

/** `Nama <alamat>` or an address alone. As an object, so that a comma in the name makes no second sender. */
function senderOf(from: string): { name: string; address: string } {
  const [, name = '', address = from] = /^(.*?)\s*<(.+)>$/.exec(from) ?? []
  return { name, address }
}

/** The way to the server of mail, opened for a batch of letters. */
export function openPost({ url, from }: MailSettings): Post {
  const secret = decodeURIComponent(new URL(url).password)
  const transport = createTransport(
    { url, pool: true, maxConnections: 1, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as object,
    { from: senderOf(from), disableFileAccess: true, disableUrlAccess: true } as object,
  )
  return {
    async send({ to, subject, text, html, messageId, endUrl }) {
      try {
        await transport.sendMail({
          to: { name: '', address: to }, // an object is one address, whatever stands in it
          subject: oneLine(subject),
          text,
          html,
          messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(endUrl
              ? {
                  'List-Unsubscribe': { prepared: true, value: `<${oneLine(endUrl)}>` },
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }
              : {}),
          },
        })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error as Failure, secret)
      }
    },
    close: () => transport.close(),
  }
}
