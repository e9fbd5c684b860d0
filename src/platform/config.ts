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
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Config = {
  host: string
  port: number
  dataFolder: string
  databaseUrl: string | undefined
  demo: boolean
  publicUrl: string | undefined
  /** Whose `X-Forwarded-For` counts. */
  trustedProxy: TrustedProxy
  logLevel: string
}

const loopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

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
    logLevel: s.LOG_LEVEL,
  }
}
