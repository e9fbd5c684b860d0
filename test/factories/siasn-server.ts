import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SiasnSettings } from '../../src/integrations/siasn/settings.ts'

// The national service as its clients describe it (docs: DOMAIN 12), over HTTP: two tokens, saves that are held against the contract,
// histories. It refuses what the contract does not know.

type Row = Record<string, unknown>
type Kind = 'string' | 'number' | 'array' | 'date' | 'string|null'
const kursus: Record<string, Kind> = {
  id: 'string|null',
  instansiId: 'string',
  institusiPenyelenggara: 'string',
  jenisDiklatId: 'string',
  jenisKursus: 'string',
  jenisKursusSertipikat: 'string',
  jumlahJam: 'number',
  lokasiId: 'string',
  namaKursus: 'string',
  nomorSertipikat: 'string',
  path: 'array',
  pnsOrangId: 'string',
  tahunKursus: 'number',
  tanggalKursus: 'date',
  tanggalSelesaiKursus: 'date',
}
const diklat: Record<string, Kind> = {
  id: 'string|null',
  bobot: 'number',
  institusiPenyelenggara: 'string',
  jenisKompetensi: 'string',
  jumlahJam: 'number',
  latihanStrukturalId: 'string',
  nomor: 'string',
  path: 'array',
  pnsOrangId: 'string',
  tahun: 'number',
  tanggal: 'date',
  tanggalSelesai: 'date',
}

const fits = (kind: Kind, value: unknown) => {
  if (kind === 'array') return Array.isArray(value)
  if (kind === 'date') return typeof value === 'string' && /^\d{2}-\d{2}-\d{4}$/.test(value)
  if (kind === 'string|null') return value === null || typeof value === 'string'
  return typeof value === kind
}
/** Where a payload breaks the contract. */
export const contractFlaws = (service: 'diklat' | 'kursus', payload: Row): string[] => {
  const contract = service === 'kursus' ? kursus : diklat
  const unknown = Object.keys(payload).filter(key => !(key in contract))
  const wrong = Object.entries(contract).filter(([key, kind]) => !fits(kind, payload[key]))
  const values = [
    ...(service === 'kursus' && !/^([1-9]|1\d|2[0-5])$/.test(String(payload.jenisDiklatId)) ? ['jenisDiklatId'] : []),
    ...(service === 'kursus' && !['F', 'T', 'P'].includes(String(payload.jenisKursusSertipikat))
      ? ['jenisKursusSertipikat']
      : []),
    ...(service === 'diklat' && !/^[1-8]$/.test(String(payload.latihanStrukturalId)) ? ['latihanStrukturalId'] : []),
    ...(payload.pnsOrangId === '' ? ['pnsOrangId'] : []),
  ]
  return [...unknown.map(key => `unknown ${key}`), ...wrong.map(([key]) => key), ...values]
}

const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

export type Behaviour = { status?: number; headers?: Record<string, string>; body?: unknown; hangUp?: 'before' | 'after' }

/** A running service; `people`: pnsOrangId by NIP. `next` and `nextUploads` are how it behaves on the next saves and uploads, in order. */
export async function siasnServer(people: Record<string, string>) {
  const rows: { service: string; nip: string; row: Row }[] = []
  const requests: { method: string; path: string; at: number }[] = []
  const next: Behaviour[] = []
  const documents: { number: string; name: string; type: string; bytes: number; uri: string }[] = []
  const nextUploads: Behaviour[] = []
  const tokens = { gateway: 0, person: 0, refuse: false }
  let saved = 0
  const nipOf = (orang: unknown) => Object.entries(people).find(([, id]) => id === orang)?.[0] ?? '?'
  const keep = (service: 'diklat' | 'kursus', payload: Row) => {
    const id = `rw-${++saved}`
    const { nomorSertipikat, jenisKursusSertipikat, pnsOrangId, ...rest } = payload
    const row = {
      ...rest,
      id,
      idPns: pnsOrangId,
      nipBaru: nipOf(pnsOrangId),
      ...(service === 'kursus' && { noSertipikat: nomorSertipikat, jenisKursusSertifikat: jenisKursusSertipikat }),
      jumlahJam: String(payload.jumlahJam), // numbers come back as texts
    }
    rows.push({ service: `rw-${service}`, nip: nipOf(pnsOrangId), row })
    return id
  }
  const server = createServer(async (request, response) => {
    const path = request.url!
    const body = await bodyOf(request)
    const text = body.toString()
    requests.push({ method: request.method!, path, at: Date.now() })
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
      response.end(JSON.stringify(body))
    }
    if (path === '/oauth2/token') {
      const right = request.headers.authorization === `Basic ${Buffer.from('kunci:rahasia').toString('base64')}`
      if (!right || tokens.refuse || !text.includes('grant_type=client_credentials'))
        return answer(401, { error: 'invalid_client' })
      return answer(200, { access_token: `gateway-${++tokens.gateway}`, expires_in: 3600 })
    }
    if (path === '/sso/token') {
      const given = new URLSearchParams(text)
      if (given.get('grant_type') !== 'password' || given.get('password') !== 'sandi-rahasia')
        return answer(401, { error: 'invalid_grant' })
      return answer(200, { access_token: `person-${++tokens.person}`, expires_in: 3600 })
    }
    if (
      request.headers.authorization !== `Bearer gateway-${tokens.gateway}` ||
      request.headers.auth !== `bearer person-${tokens.person}`
    )
      return answer(401, { message: 'Invalid Credentials' })
    if (path === '/apisiasn/1.0/upload-dok' && request.method === 'POST') {
      const behaviour = nextUploads.shift()
      if (behaviour?.hangUp === 'before') return request.socket.destroy()
      if (behaviour?.status) return answer(behaviour.status, behaviour.body ?? {}, behaviour.headers)
      const fields = await new Response(body, { headers: { 'Content-Type': request.headers['content-type'] ?? '' } }).formData()
      const [number, file] = [fields.get('id_ref_dokumen'), fields.get('file')]
      if (typeof number !== 'string' || !/^(874|881)$/.test(number) || !(file instanceof File))
        return answer(400, { message: 'Berkas atau id_ref_dokumen tidak ada' })
      const uri = `peremajaan/usulan/${number}_${documents.length + 1}.pdf`
      documents.push({ number, name: file.name, type: file.type, bytes: file.size, uri })
      if (behaviour?.hangUp === 'after') return request.socket.destroy()
      const dok = { dok_id: number, dok_nama: 'Dok Sertifikat', dok_uri: uri, object: uri, slug: number }
      return answer(200, { code: 1, data: { ...dok, ditambahkan: 'kemudian' }, message: 'success' })
    }
    const save = /^\/apisiasn\/1\.0\/(diklat|kursus)\/save$/.exec(path)
    if (save && request.method === 'POST') {
      const service = save[1] as 'diklat' | 'kursus'
      const payload = JSON.parse(text) as Row
      const behaviour = next.shift()
      if (behaviour?.hangUp === 'before') return request.socket.destroy()
      if (behaviour?.status) return answer(behaviour.status, behaviour.body ?? {}, behaviour.headers)
      const unknown = (payload.path as { dok_uri: string }[]).some(one => !documents.some(known => known.uri === one.dok_uri))
      const flaws = [...contractFlaws(service, payload), ...(unknown ? ['path'] : [])]
      if (flaws.length > 0) return answer(400, { success: false, message: `Data tidak sesuai: ${flaws.join(', ')}`, mapData: {} })
      const id = keep(service, payload)
      if (behaviour?.hangUp === 'after') return request.socket.destroy()
      return answer(200, {
        success: true,
        message: 'Sukses',
        mapData: { [service === 'kursus' ? 'rwKursusId' : 'rwDiklatId']: id },
      })
    }
    const read = /^\/apisiasn\/1\.0\/pns\/(rw-diklat|rw-kursus)\/(\d{18})$/.exec(path)
    if (read) {
      const found = rows.filter(one => one.service === read[1] && one.nip === read[2]).map(one => one.row)
      return answer(200, { code: 1, data: found })
    }
    answer(404, { message: 'No matching resource found' })
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings: SiasnSettings = {
    baseUrl: `${origin}/apisiasn/1.0`,
    tokenUrl: `${origin}/oauth2/token`,
    key: 'kunci',
    secret: 'rahasia',
    ssoUrl: `${origin}/sso/token`,
    ssoClient: 'piawai',
    ssoUsername: '198501012010011001',
    ssoPassword: 'sandi-rahasia',
    regionCode: '19',
    perSecond: 50,
  }
  return {
    settings,
    rows,
    requests,
    next,
    documents,
    nextUploads,
    tokens,
    keep,
    saves: () => requests.filter(one => one.path.endsWith('/save')).length,
    close: () =>
      new Promise<void>(closed => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
