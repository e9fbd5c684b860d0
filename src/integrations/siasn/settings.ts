import { z } from 'zod'

const setting = z.string().min(1)
const settings = z.object({
  SIASN_BASE_URL: z.url(),
  SIASN_TOKEN_URL: z.url(),
  SIASN_KEY: setting,
  SIASN_SECRET: setting,
  SIASN_SSO_URL: z.url(),
  SIASN_SSO_CLIENT: setting,
  SIASN_SSO_USERNAME: setting,
  SIASN_SSO_PASSWORD: setting,
  SIASN_INSTANSI: setting,
  SIASN_PER_SECOND: z.coerce.number().min(0.1).max(50).default(2),
})

export type SiasnSettings = {
  baseUrl: string
  tokenUrl: string
  key: string
  secret: string
  ssoUrl: string
  ssoClient: string
  ssoUsername: string
  ssoPassword: string
  /** Region code of the instansi that the agreement was made with: for no other is anything sent. */
  regionCode: string
  perSecond: number
}

/** The live connection; null where none is set up (files work always). Throws where it is set up by half, without a value in the message. */
export function readSiasnSettings(env: Record<string, string | undefined>): SiasnSettings | null {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name.startsWith('SIASN_') && value !== ''))
  if (Object.keys(given).length === 0) return null
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(issue => issue.path.join('.')))].join(', ')
    throw new Error(`Pengaturan SIASN belum lengkap atau keliru / incomplete SIASN settings: ${names}. Lihat docs/deployment.md.`)
  }
  const s = parsed.data
  return {
    baseUrl: s.SIASN_BASE_URL.replace(/\/$/, ''),
    tokenUrl: s.SIASN_TOKEN_URL,
    key: s.SIASN_KEY,
    secret: s.SIASN_SECRET,
    ssoUrl: s.SIASN_SSO_URL,
    ssoClient: s.SIASN_SSO_CLIENT,
    ssoUsername: s.SIASN_SSO_USERNAME,
    ssoPassword: s.SIASN_SSO_PASSWORD,
    regionCode: s.SIASN_INSTANSI,
    perSecond: s.SIASN_PER_SECOND,
  }
}
