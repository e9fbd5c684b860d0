import { resolve } from 'node:path'
import { z } from 'zod'
import { readTrustedProxy, type TrustedProxy } from './http/client-address.ts'

const flag = z.enum(['0', '1']).transform(value => value === '1')

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PIAWAI_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  PIAWAI_DEMO: flag.optional(),
  PUBLIC_URL: z.url().optional(),
  PIAWAI_TRUSTED_PROXY: z
    .string()
    .default('')
    .transform((text, problem) => {
      const read = readTrustedProxy(text)
      if (read) return read
      problem.addIssue(
        'must be a number of proxies from 1 to 20, or their addresses divided by commas, such as 127.0.0.1,10.0.0.0/8',
      )
      return z.NEVER
    }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…, such as smtp://user:password@mail.example.go.id:587' })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>@\p{Cc}]+ <[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+>|[^<>@\s\p{Cc}]+@[^<>@\s\p{Cc}]+)$/u, {
      error: 'must be an address, or a name with one: Piawai <piawai@example.go.id>',
    })
    .optional(),
  MAIL_PER_MINUTE: z.coerce.number().int().min(1).max(10_000).default(60),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type MailSettings = {
  /** With the password in it: never shown, never logged. */
  url: string
  from: string
  /** Letters a minute, of all processes together. */
  perMinute: number
}

export type Config = {
  host: string
  port: number
  dataFolder: string
  databaseUrl: string | undefined
  demo: boolean
  publicUrl: string | undefined
  /** Whose `X-Forwarded-For` counts. */
  trustedProxy: TrustedProxy
  /** Null: nothing is sent by e-mail. */
  mail: MailSettings | null
  logLevel: string
}

const loopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

function mailOf(s: z.infer<typeof settings>): MailSettings | null {
  if (s.SMTP_URL === undefined) return null
  const missing = [s.MAIL_FROM === undefined && 'MAIL_FROM', s.PUBLIC_URL === undefined && 'PUBLIC_URL'].filter(Boolean)
  if (missing.length > 0) {
    throw new Error(
      `SMTP_URL disetel tanpa ${missing.join(' dan ')}.\nSurel membutuhkan alamat pengirim (MAIL_FROM) dan alamat Piawai untuk tautannya (PUBLIC_URL). Setel keduanya, atau hapus SMTP_URL: pesan lalu hanya tampil di dalam Piawai.`,
    )
  }
  return { url: s.SMTP_URL, from: s.MAIL_FROM!, perMinute: s.MAIL_PER_MINUTE }
}

/** The settings of this process, parsed once. Throws one Error that names each wrong setting and the remedy. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Pengaturan tidak dapat dipakai / invalid settings:\n${lines.join('\n')}\nLihat tabel pengaturan di README.`)
  }
  const s = parsed.data
  const demo = s.PIAWAI_DEMO ?? s.DATABASE_URL === undefined
  if (demo && s.PIAWAI_DEMO === undefined && !loopback(s.HOST)) {
    throw new Error(
      `Mode demo tidak dibuka di alamat ${s.HOST} tanpa diminta: kata sandinya diketahui umum.\nSetel PIAWAI_DEMO=0 untuk pemakaian nyata, atau PIAWAI_DEMO=1 bila demo ini memang untuk umum.`,
    )
  }
  return {
    host: s.HOST,
    port: s.PORT,
    dataFolder: resolve(s.PIAWAI_DATA),
    databaseUrl: s.DATABASE_URL,
    demo,
    publicUrl: s.PUBLIC_URL?.replace(/\/$/, ''),
    trustedProxy: s.PIAWAI_TRUSTED_PROXY,
    mail: mailOf(s),
    logLevel: s.LOG_LEVEL,
  }
}
