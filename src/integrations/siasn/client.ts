import { setTimeout as pause } from 'node:timers/promises'
import { rowsIn } from './rules/history.ts'
import { type DiklatSave, type DokPath, documentNumber, type KursusSave } from './rules/payload.ts'
import type { SiasnSettings } from './settings.ts'

/** Nothing can be sent just now, whatever the row: tokens, network, too many requests. The sentence holds no secret. */
export class ServiceDown extends Error {}

export type SaveAnswer =
  | { kind: 'saved'; id: string; answer: unknown }
  | { kind: 'refused'; problem: string; answer: unknown }
  /** No answer, or one of a broken server: nobody knows whether it was saved. */
  | { kind: 'unsure'; problem: string }

export type UploadAnswer =
  | { kind: 'uploaded'; document: DokPath }
  | { kind: 'refused'; problem: string }
  /** No answer: it may be there, but no row leads to it, and it can be uploaded again. */
  | { kind: 'unsure'; problem: string }

export type SiasnClient = {
  /**
   * Uploads a certificate before its row is saved. `upload-dok`, its two fields and the document in `data` are as public clients use them;
   * no official text was seen (unverified). `upload-dok-rw` wants the number of a row that stands already.
   */
  upload(service: 'diklat' | 'kursus', file: { name: string; bytes: Uint8Array }): Promise<UploadAnswer>
  save(service: 'diklat' | 'kursus', payload: DiklatSave | KursusSave): Promise<SaveAnswer>
  /** The rows of a history of one person. @throws ServiceDown */
  history(service: 'rw-diklat' | 'rw-kursus', nip: string): Promise<Record<string, unknown>[]>
}

const patience = 30_000 // ms for one answer
const early = 60_000 // ms before its end a token is fetched anew
const longestWait = 60 // seconds that a 429 may ask for

type Token = { value: string; until: number }

/** One token, fetched when it is needed and again shortly before it ends. */
function tokenOf(fetchIt: () => Promise<Response>, name: string) {
  let held: Token | null = null
  return {
    async get(): Promise<string> {
      if (held && Date.now() < held.until) return held.value
      const answer = await fetchIt().catch(() => null)
      const body = answer?.ok ? ((await answer.json().catch(() => null)) as Record<string, unknown> | null) : null
      if (typeof body?.access_token !== 'string')
        throw new ServiceDown(
          `Token ${name} tidak didapat (${answer ? `jawaban ${answer.status}` : 'tidak terhubung'}). Periksa pengaturan SIASN.`,
        )
      const seconds = Number(body.expires_in)
      held = {
        value: body.access_token,
        until: Date.now() + Math.max(0, (Number.isFinite(seconds) ? seconds : 300) * 1000 - early),
      }
      return held.value
    },
    forget() {
      held = null
    },
  }
}

export const noAnswer = 'Tidak ada jawaban dari layanan.'

/** What the service says went wrong. */
const problemOf = (body: { message?: unknown } | null, status: number): string =>
  typeof body?.message === 'string' && body.message !== '' ? body.message.slice(0, 500) : `Jawaban ${status} tanpa penjelasan.`

/** The document of an answer, field by field: what else it says is not sent back. Null where it says none. */
function documentIn(data: unknown): DokPath | null {
  const given = (Array.isArray(data) ? data[0] : data) as Partial<Record<keyof DokPath, unknown>> | null | undefined
  const text = (key: keyof DokPath) =>
    typeof given?.[key] === 'string' || typeof given?.[key] === 'number' ? String(given[key]) : ''
  const document = {
    dok_id: text('dok_id'),
    dok_nama: text('dok_nama'),
    dok_uri: text('dok_uri'),
    object: text('object'),
    slug: text('slug'),
  }
  return document.dok_uri === '' && document.object === '' ? null : document
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields)

/** The service as it answers over HTTP, two tokens on each request, so many requests a second at most. */
export function siasnClient(s: SiasnSettings): SiasnClient {
  const post = (url: string, body: URLSearchParams, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(patience), redirect: 'error' })
  const gateway = tokenOf(
    () =>
      post(s.tokenUrl, form({ grant_type: 'client_credentials' }), {
        Authorization: `Basic ${Buffer.from(`${s.key}:${s.secret}`).toString('base64')}`,
      }),
    'WSO2',
  )
  const person = tokenOf(
    () =>
      post(s.ssoUrl, form({ grant_type: 'password', client_id: s.ssoClient, username: s.ssoUsername, password: s.ssoPassword })),
    'SSO',
  )
  let next = 0
  const inTurn = async () => {
    const now = Date.now()
    const at = Math.max(now, next)
    next = at + 1000 / s.perSecond
    if (at > now) await pause(at - now)
  }

  /** With fresh tokens once where they were refused, and later where it was too much. Null: no answer. */
  async function ask(path: string, init: RequestInit): Promise<Response | null> {
    for (let attempt = 0; ; attempt++) {
      const headers = {
        ...init.headers,
        Accept: 'application/json',
        Authorization: `Bearer ${await gateway.get()}`,
        Auth: `bearer ${await person.get()}`,
      }
      await inTurn()
      const answer = await fetch(s.baseUrl + path, {
        ...init,
        headers,
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      }).catch(() => null)
      if (answer?.status === 401 && attempt === 0) {
        gateway.forget()
        person.forget()
      } else if (answer?.status === 429 && attempt < 3) {
        const asked = Number(answer.headers.get('Retry-After'))
        await pause(1000 * Math.min(longestWait, Number.isFinite(asked) && asked > 0 ? asked : 5 * (attempt + 1)))
      } else if (answer?.status === 401 || answer?.status === 403 || answer?.status === 429) {
        throw new ServiceDown(
          answer.status === 429
            ? 'Layanan SIASN sedang membatasi permintaan. Coba lagi nanti.'
            : `Layanan SIASN menolak izin (jawaban ${answer.status}).`,
        )
      } else return answer
    }
  }

  return {
    async upload(service, { name, bytes }) {
      const body = new FormData()
      body.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }), name)
      body.set('id_ref_dokumen', documentNumber[service])
      const answer = await ask('/upload-dok', { method: 'POST', body })
      if (!answer) return { kind: 'unsure', problem: noAnswer }
      const said = (await answer.json().catch(() => null)) as { message?: unknown; data?: unknown } | null
      const document = documentIn(said?.data)
      if (answer.ok && document) return { kind: 'uploaded', document }
      const problem = problemOf(said, answer.status)
      return answer.ok || answer.status >= 500 ? { kind: 'unsure', problem } : { kind: 'refused', problem }
    },
    async save(service, payload) {
      const answer = await ask(`/${service}/save`, {
        method: 'POST',
        body: JSON.stringify(payload),
        headers: { 'Content-Type': 'application/json' },
      })
      if (!answer) return { kind: 'unsure', problem: noAnswer }
      const body = (await answer.json().catch(() => null)) as {
        success?: unknown
        message?: unknown
        mapData?: { rwKursusId?: unknown; rwDiklatId?: unknown }
      } | null
      const id = body?.mapData?.[service === 'kursus' ? 'rwKursusId' : 'rwDiklatId']
      if (answer.ok && body?.success === true && typeof id === 'string' && id !== '') return { kind: 'saved', id, answer: body }
      const problem = problemOf(body, answer.status)
      if (answer.status >= 500 || (answer.ok && body?.success !== false)) return { kind: 'unsure', problem }
      return { kind: 'refused', problem, answer: body }
    },
    async history(service, nip) {
      const answer = await ask(`/pns/${service}/${encodeURIComponent(nip)}`, { method: 'GET' })
      if (answer?.status === 404) return []
      const rows = answer?.ok ? rowsIn(await answer.json().catch(() => undefined)) : null
      if (!rows)
        throw new ServiceDown(`Riwayat ${service} tidak terbaca (${answer ? `jawaban ${answer.status}` : 'tidak terhubung'}).`)
      return rows
    },
  }
}
