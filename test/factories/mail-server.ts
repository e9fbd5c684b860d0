import { type AddressInfo, createServer } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

type Answers = {
  /** What is said to a recipient; undefined: taken. */
  rcpt?: (address: string) => { code: number; text: string } | undefined
  /** What is said after the letter has come; undefined: taken. */
  data?: (mail: ParsedMail) => { code: number; text: string } | undefined
  /** Before the letter is taken: for a test to look, or to be killed. */
  before?: () => Promise<void>
}

const refusal = ({ code, text }: { code: number; text: string }) => Object.assign(new Error(text), { responseCode: code })

/** A real server of mail, with a password and without TLS, on a port of its own. */
export async function mailServer(answers: Answers = {}, port = 0) {
  const got: ParsedMail[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === 'piawai' && password === 'rah:as/ia'
        ? done(null, { user: username })
        : done(refusal({ code: 535, text: 'no' })),
    onRcptTo: ({ address }, _session, done) => {
      recipients.push(address)
      const said = answers.rcpt?.(address)
      done(said ? refusal(said) : null)
    },
    onData: (stream, _session, done) => {
      simpleParser(stream)
        .then(async mail => {
          await answers.before?.()
          const said = answers.data?.(mail)
          if (said) return done(refusal(said))
          got.push(mail)
          done()
        })
        .catch(done)
    },
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => void server.listen(port, '127.0.0.1', resolve))
  const at = (server.server.address() as AddressInfo).port
  return {
    got,
    /** Everybody a letter was for, also of those not taken. */
    recipients,
    port: at,
    url: `smtp://piawai:${encodeURIComponent('rah:as/ia')}@127.0.0.1:${at}`,
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
export type MailServer = Awaited<ReturnType<typeof mailServer>>

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
