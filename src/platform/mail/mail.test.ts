import { afterEach, describe, expect, it } from 'vitest'
import { freePort, type MailServer, mailServer } from '../../../test/factories/mail-server.ts'
import { type Letter, openPost, outcomeOf } from './index.ts'

let server: MailServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const letter = (changes: Partial<Letter> = {}): Letter => ({
  to: 'ani@contoh.go.id',
  subject: 'Pendaftaran Anda disetujui',
  text: 'Halo',
  html: '<p>Halo</p>',
  messageId: '<1@piawai.test>',
  endUrl: 'https://piawai.test/surat/berhenti/x',
  ...changes,
})

async function send(url: string, ...letters: Letter[]) {
  const post = openPost({ url, from: 'BKPSDM, Babel <piawai@contoh.go.id>', perMinute: 60 })
  try {
    const outcomes = []
    for (const one of letters) outcomes.push(await post.send(one))
    return outcomes
  } finally {
    post.close()
  }
}

describe('a letter', () => {
  it('arrives with both parts, its sender, and the one press that ends such letters', async () => {
    server = await mailServer()
    expect(await send(server.url, letter())).toEqual([{ kind: 'sent' }])
    const [mail] = server.got
    expect(mail).toMatchObject({
      subject: 'Pendaftaran Anda disetujui',
      messageId: '<1@piawai.test>',
      from: { value: [{ name: 'BKPSDM, Babel', address: 'piawai@contoh.go.id' }] },
      to: { value: [{ address: 'ani@contoh.go.id' }] },
      html: '<p>Halo</p>',
    })
    expect(mail!.text).toContain('Halo')
    expect(mail!.headerLines.map(line => line.line)).toEqual(
      expect.arrayContaining([
        'List-Unsubscribe: <https://piawai.test/surat/berhenti/x>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        'Auto-Submitted: auto-generated',
      ]),
    )
  })

  it('that cannot be ended says nothing of ending', async () => {
    server = await mailServer()
    await send(server.url, letter({ endUrl: null }))
    expect(server.got[0]!.headerLines.map(line => line.key)).not.toContain('list-unsubscribe')
  })

  it('takes no header from what somebody has typed, and goes to one address', async () => {
    server = await mailServer()
    await send(
      server.url,
      letter({ subject: 'Halo\r\nBcc: lain@contoh.id\r\n\r\nisi', endUrl: 'https://piawai.test/x\r\nBcc: lain@contoh.id' }),
      letter({ to: 'ani@contoh.go.id\r\nBcc: lain@contoh.id' }),
      letter({ to: 'ani@contoh.go.id, lain@contoh.id' }),
    )
    for (const mail of server.got) {
      expect(mail.headerLines.map(line => line.key)).not.toContain('bcc')
      expect(mail.text).not.toContain('isi')
    }
    expect(server.recipients).toContain('ani@contoh.go.id')
    expect(server.recipients).not.toContain('lain@contoh.id')
    expect(server.got[0]!.subject).toBe('Halo Bcc: lain@contoh.id isi')
  })
})

describe('what the server answers', () => {
  it('is told apart: no such mailbox, not this letter, not now', async () => {
    server = await mailServer({
      rcpt: address =>
        ({
          'tiada@contoh.id': { code: 550, text: '5.1.1 tiada@contoh.id unknown' },
          'luar@contoh.id': { code: 550, text: '5.7.1 relaying denied' },
          'nanti@contoh.id': { code: 451, text: '4.7.1 greylisted' },
        })[address],
      data: mail => (mail.subject === 'besar' ? { code: 552, text: 'too big' } : undefined),
    })
    const to = (address: string) => letter({ to: address })
    expect(
      await send(server.url, to('tiada@contoh.id'), to('luar@contoh.id'), to('nanti@contoh.id'), letter({ subject: 'besar' })),
    ).toMatchObject([
      { kind: 'refused', address: true, said: '550 5.1.1 … unknown' },
      { kind: 'refused', address: false },
      { kind: 'later', server: false },
      { kind: 'refused', address: false },
    ])
    expect(server.got).toEqual([])
  })

  it('is a trouble of the way where nobody listens or the password is wrong, and betrays no secret', async () => {
    const nobody = `smtp://piawai:rahasia@127.0.0.1:${await freePort()}`
    expect(await send(nobody, letter())).toMatchObject([{ kind: 'later', server: true }])
    server = await mailServer()
    const wrong = server.url.replace(/:[^:@]+@/, ':salah-sandi@')
    const outcomes = await send(wrong, letter())
    expect(outcomes).toMatchObject([{ kind: 'later', server: true }])
    expect(JSON.stringify(outcomes)).not.toContain('salah-sandi')
    expect(outcomeOf({ code: 'EAUTH', message: 'bad rah:as/ia for ani@x.id 199001012020121001' }, 'rah:as/ia')).toEqual({
      kind: 'later',
      server: true,
      said: 'bad … for … 1990…',
    })
  })
})
