import { inflateSync } from 'node:zlib'

/** A PDF that pdfmake wrote, read back: enough of the format to find its pages, its words and its fonts. */
export function readPdf(bytes: Uint8Array) {
  const file = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, string>()
  for (const [, id, body] of file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) objects.set(Number(id), body!)
  const at = (reference: string | undefined) => objects.get(Number(reference)) ?? ''
  const stream = (body: string) => {
    const from = body.indexOf('stream\n') + 'stream\n'.length
    return inflateSync(Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1')).toString('latin1')
  }
  const all = [...objects.values()]
  const signs = new Map<string, string[]>()
  const signsOf = (font: string) => {
    const known = signs.get(font)
    if (known) return known
    const found = [...stream(at(/\/ToUnicode (\d+) 0 R/.exec(at(font))?.[1])).matchAll(/<[\da-f]{4}> <[\da-f]{4}> \[([^\]]*)\]/g)]
    const list = found.flatMap(([, row]) =>
      [...row!.matchAll(/<([\da-f ]+)>/g)].map(([, code]) =>
        Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      ),
    )
    signs.set(font, list)
    return list
  }
  const pages = all
    .filter(body => /\/Type \/Page\n/.test(body))
    .map(page => {
      const resources = at(/\/Resources (\d+) 0 R/.exec(page)?.[1])
      const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, id!]))
      let list: string[] = []
      const words: string[] = []
      for (const [, font, row] of stream(at(/\/Contents (\d+) 0 R/.exec(page)?.[1])).matchAll(
        /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g,
      )) {
        if (font) list = signsOf(fonts.get(font)!)
        else
          words.push(
            [...row!.matchAll(/<([\da-f]*)>/g)]
              .map(([, hex]) => (hex!.match(/.{4}/g) ?? []).map(code => list[Number.parseInt(code, 16)] ?? '').join(''))
              .join(''),
          )
      }
      return words.join('').replace(/\s+/g, ' ').trim()
    })
  return {
    pages,
    text: pages.join('\n'),
    title: at(/\/Creator \d+ 0 R[\s\S]*?\/Title (\d+) 0 R/.exec(file)?.[1]).replace(/^\(([\s\S]*)\)$/, '$1'),
    language: /\/Lang \(([^)]*)\)/.exec(file)?.[1],
    /** Names of the fonts, and whether each brings its outlines along. */
    fonts: all
      .filter(body => /\/Type \/FontDescriptor\n/.test(body))
      .map(body => ({
        name: /\/FontName \/([\w+-]+)/.exec(body)![1]!.replace(/^\w{6}\+/, ''),
        embedded: /\/FontFile2 /.test(body),
      })),
    outlines: all.filter(body => /\/Dest \[/.test(body) && /\/Title /.test(body)).length,
  }
}
