import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, describe, expect, test } from 'vitest'
import { type RunningServer, signIn, startServer, temporaryFolder } from '../running-server.ts'

// What whoever runs Piawai meets at the terminal: starting, stopping, being killed, and what it refuses.

const password = 'kuda baterai staples'
const real = { PIAWAI_DEMO: '0' }

/** Runs a program of the build to its end. */
function ends(program: 'server' | 'cli', dataFolder: string, env: Record<string, string> = {}, ...words: string[]) {
  const result = spawnSync(process.execPath, [`dist/server/${program}.js`, ...words], {
    env: { PATH: process.env['PATH'], PORT: '0', PIAWAI_DATA: dataFolder, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: result.status, said: result.stderr }
}

/** A sentence for people: it says what is asked for and shows no stack. */
function refused(result: { code: number | null; said: string }, sentence: string | RegExp, code = 1) {
  expect(result.said).toMatch(sentence)
  expect(result.said).not.toMatch(/^\s+at /m)
  expect(result.code).toBe(code)
}

const form = (url: string, path: string, fields: Record<string, string>, cookie = '') =>
  fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: { cookie } })

/** Asks it to end as Ctrl-C does; answers the code and how long it took. */
async function interrupt(server: RunningServer) {
  const began = Date.now()
  const ended = once(server.process, 'exit')
  server.process.kill('SIGINT')
  const [code] = await ended
  return { code, milliseconds: Date.now() - began }
}

describe('settings that cannot be', () => {
  const { folder, remove } = temporaryFolder()
  afterAll(remove)

  test('a PORT that is no port is named, with where to read on', () => {
    for (const PORT of ['abc', '70000', '-1'])
      refused(ends('server', folder, { PORT }), /Pengaturan tidak dapat dipakai[\s\S]*PORT: [\s\S]*README/)
  })

  test('the demo is not opened to the network unless somebody asks for it', () => {
    refused(ends('server', folder, { HOST: '0.0.0.0' }), /Mode demo tidak dibuka di alamat 0\.0\.0\.0[\s\S]*PIAWAI_DEMO=0/)
  })
})

describe('a server for real data', () => {
  const { folder, remove } = temporaryFolder()
  let server: RunningServer
  afterAll(async () => {
    await server?.kill()
    remove()
  })

  test('prints a link for setting up that works once; then one signs in', async () => {
    server = await startServer(folder, real)
    expect(server.line).toMatch(/^Piawai siap disiapkan \(tautan sekali pakai\): http:\/\/127\.0\.0\.1:\d+\/pasang\?kunci=\S+$/)
    const link = new URL(/http\S+/.exec(server.line)![0])
    const kunci = link.searchParams.get('kunci')!
    expect((await fetch(link)).status).toBe(200)
    const fields = {
      wilayah: '',
      nama_instansi: 'Kementerian Uji',
      kode_bkn: '3001',
      nama: 'Ani',
      akun: 'ani',
      sandi: password,
      kunci,
    }
    expect((await form(server.url, '/pasang', { ...fields, kunci: `${kunci}x` })).status).toBe(404)
    expect((await form(server.url, '/pasang', fields)).status).toBe(303)
    expect((await form(server.url, '/pasang', { ...fields, akun: 'budi' })).status).toBe(404)
    expect((await fetch(link)).status).toBe(404)
    const cookie = await signIn(server.url, 'ani', password)
    expect((await fetch(`${server.url}/akun`, { headers: { cookie } })).status).toBe(200)
  })

  test('says that it lives, and that its parts are ready', async () => {
    const [alive, ready] = await Promise.all([fetch(`${server.url}/healthz`), fetch(`${server.url}/readyz`)])
    expect([alive.status, ready.status]).toEqual([200, 200])
    expect(await ready.json()).toEqual({ database: true, migrations: true, jobs: true })
  })

  test('keeps its data for itself: a second server and the command line are refused in words, and it goes on', async () => {
    const inUse = new RegExp(`Data di ${folder} sedang dipakai proses Piawai lain \\(nomor proses ${server.process.pid}\\)`)
    refused(ends('server', folder, real), inUse)
    const cli = ends('cli', folder, real, 'status')
    refused(cli, inUse, 3)
    expect(cli.said).toContain('GET /api/v1/coverage')
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  test('takes no port that another program has, and leaves the data whole', async () => {
    const other = temporaryFolder()
    try {
      refused(
        ends('server', other.folder, { ...real, PORT: new URL(server.url).port }),
        /sudah dipakai program lain\. Setel PORT/,
      )
    } finally {
      other.remove()
    }
  })

  test('has all that it said yes to after it was killed in the middle of writing', async () => {
    // While this process waited for others, the server closed the connection kept from before: the first use finds that out.
    await fetch(`${server.url}/healthz`).catch(() => {})
    const cookie = await signIn(server.url, 'ani', password)
    const acknowledged: string[] = []
    let writing = true
    const write = async (lane: number) => {
      for (let n = 0; writing; n++) {
        const akun = `akun-${lane}-${n}`
        const answer = await form(server.url, '/akun', { nama: akun, akun, nip: '' }, cookie).catch(() => null)
        if (answer?.status === 200) acknowledged.push(akun)
        else return
      }
    }
    const lanes = [0, 1, 2].map(write)
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(30)
    await server.kill()
    writing = false
    await Promise.all(lanes)

    server = await startServer(folder, real)
    expect(server.line).toMatch(/^Piawai siap: http/)
    const again = await signIn(server.url, 'ani', password)
    const missing: string[] = []
    for (const akun of acknowledged) {
      const text = await (await fetch(`${server.url}/akun?q=${akun}`, { headers: { cookie: again } })).text()
      if (!text.includes(`>${akun}<`)) missing.push(akun)
    }
    expect(missing).toEqual([])
  })

  test('ends within five seconds when it is asked to, and can be read from the command line then', async () => {
    await fetch(`${server.url}/masuk`) // leaves a connection open, as a browser does
    const { code, milliseconds } = await interrupt(server)
    expect(code).toBe(0)
    expect(milliseconds).toBeLessThan(5000)
    expect(ends('cli', folder, real, 'accounts').code).toBe(0)
  })

  test('is never filled with the demo', () => {
    refused(ends('server', folder, { PIAWAI_DEMO: '1' }), /sudah disiapkan untuk data sungguhan[\s\S]*tidak ada yang diubah/)
    refused(ends('server', folder), /sudah disiapkan untuk data sungguhan/)
  })
})

describe('a server with the demo', () => {
  const { folder, remove } = temporaryFolder()
  afterAll(remove)

  test('does not become one for real data', async () => {
    const server = await startServer(folder)
    expect((await interrupt(server)).code).toBe(0)
    refused(ends('server', folder, real), /berisi data contoh \(demo\)[\s\S]*tidak ada yang diubah/)
  })
})
