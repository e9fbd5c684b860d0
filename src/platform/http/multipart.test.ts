import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf, textOf } from './multipart.ts'

/** The same body in pieces of these sizes, as a network brings it. */
const inPieces = (bytes: Uint8Array, sizes: readonly number[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      let at = 0
      for (let n = 0; at < bytes.length; n++) {
        const size = sizes[n % sizes.length] ?? bytes.length
        controller.enqueue(bytes.slice(at, at + size))
        at += size
      }
      controller.close()
    },
  })
const asked = (contentType: string, body: ReadableStream<Uint8Array>) =>
  new Request('http://piawai.test', {
    method: 'POST',
    body,
    headers: { 'content-type': contentType },
    duplex: 'half',
  } as RequestInit)

async function read(request: Request) {
  const found: { name: string; fileName: string | null; bytes: string }[] = []
  for await (const part of partsOf(request)) {
    const pieces: Uint8Array[] = []
    for await (const piece of part.body) pieces.push(piece)
    found.push({ name: part.name, fileName: part.fileName, bytes: Buffer.concat(pieces).toString('latin1') })
  }
  return found
}

describe('a form with a file', () => {
  it('is read as the browser wrote it, however the network cut it', async () => {
    const field = fc.tuple(fc.constantFrom('judul', 'isi', 'menit'), fc.string({ maxLength: 60 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(field, { maxLength: 4 }),
        fc.uint8Array({ maxLength: 300 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (fields, file, sizes) => {
          const form = new FormData()
          for (const [name, value] of fields) form.append(name, value)
          form.append('berkas', new File([file as Uint8Array<ArrayBuffer>], 'film "a".mp4'))
          const whole = new Request('http://piawai.test', { method: 'POST', body: form })
          const type = whole.headers.get('content-type')!
          const bytes = new Uint8Array(await whole.arrayBuffer())
          const parts = await read(asked(type, inPieces(bytes, sizes)))
          expect(parts.slice(0, -1).map(part => [part.name, Buffer.from(part.bytes, 'latin1').toString('utf8')])).toEqual(
            fields.map(([name, value]) => [name, value.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n')]),
          )
          expect(parts.at(-1)).toEqual({ name: 'berkas', fileName: 'film "a".mp4', bytes: Buffer.from(file).toString('latin1') })
        },
      ),
      { numRuns: 60 },
    )
  })

  const type = 'multipart/form-data; boundary=x'
  const text = (body: string) => inPieces(new TextEncoder().encode(body), [7])
  const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nisi\r\n'

  it('that nobody reads is skipped, and the next one is whole', async () => {
    const names: string[] = []
    for await (const one of partsOf(asked(type, text(`${part}${part.replace('"a"', '"b"')}--x--\r\n`)))) {
      names.push(one.name === 'b' ? `b=${await textOf(one)}` : one.name)
    }
    expect(names).toEqual(['a', 'b=isi'])
  })

  it.each([
    ['breaks off in a part', `${part}--x\r\nContent-Disposition: form-data; name="b"\r\n\r\nis`],
    ['breaks off in a head', '--x\r\nContent-Disposition: form'],
    ['has no end', part],
    ['names nothing', '--x\r\nContent-Type: text/plain\r\n\r\nisi\r\n--x--'],
    ['has a head without end', `--x\r\n${'a'.repeat(30_000)}`],
    ['is something else', 'halo'],
  ])('that %s is refused with a sentence', async (_, body) => {
    await expect(read(asked(type, text(body)))).rejects.toMatchObject({ status: 400 })
  })

  it('without a boundary is refused', async () => {
    await expect(read(asked('multipart/form-data', text(part)))).rejects.toMatchObject({ status: 400 })
    await expect(read(asked('application/json', text('{}')))).rejects.toMatchObject({ status: 400 })
  })
})
