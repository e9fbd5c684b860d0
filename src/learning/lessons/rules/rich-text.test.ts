import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { RichText } from '../pages/rich-text.tsx'
import { printMarkup, readMarkup } from './markup.ts'
import { type Block, type Inline, isSafeHref, type Mark, type RichDoc, readDoc, wordsIn } from './rich-text.ts'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) })

describe('what a text may hold', () => {
  it('is rebuilt from what is known alone: attributes nobody asked for are gone', () => {
    const sent = doc({ ...paragraph({ ...text('Halo'), onclick: 'x' }), attrs: { style: 'color:red', class: 'x' } })
    expect(readDoc(sent)).toEqual(doc(paragraph(text('Halo'))))
  })

  it.each([
    ['a script node', doc({ type: 'script', content: [] })],
    ['an image', doc({ type: 'image', attrs: { src: 'x' } })],
    ['HTML', doc({ type: 'html', content: '<b>' })],
    ['a link that runs', doc(paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    ['a link to data', doc(paragraph(text('x', { type: 'link', attrs: { href: 'data:text/html,x' } })))],
    ['a link to another host without a scheme', doc(paragraph(text('x', { type: 'link', attrs: { href: '//jahat.example' } })))],
    ['an unknown mark', doc(paragraph(text('x', { type: 'textStyle' })))],
    ['a heading of the first level', doc({ type: 'heading', attrs: { level: 1 } })],
    ['words that are none', doc(paragraph({ type: 'text', text: 5 }))],
    ['no document', paragraph(text('x'))],
    ['too much', doc(paragraph(text('x'.repeat(100_001))))],
  ])('refuses %s', (_, sent) => expect(readDoc(sent)).toBeNull())

  it('refuses what nests without end', () => {
    let nested: unknown = paragraph(text('x'))
    for (let n = 0; n < 50; n++) nested = { type: 'blockquote', content: [nested] }
    expect(readDoc(doc(nested))).toBeNull()
  })

  it('survives anything that can be sent', () => {
    fc.assert(fc.property(fc.jsonValue(), sent => void readDoc(sent)))
    fc.assert(fc.property(fc.jsonValue(), sent => void readDoc(doc(sent, paragraph(sent)))))
  })

  it('knows a safe address', () => {
    expect(['https://lan.go.id/a?b=c', 'mailto:a@b.id', '/katalog'].every(isSafeHref)).toBe(true)
    expect(['JAVASCRIPT:x', ' https://a b', '//x', '/\\x', 'ftp://x', 5, null, 'https://a"onx'].some(isSafeHref)).toBe(false)
  })
})

describe('how it is shown', () => {
  it('escapes every word: nothing typed becomes HTML', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), words => {
        const html = renderToString(
          h(RichText, { doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] } }),
        )
        expect(html.replace(/^<div class="reading"><p>|<\/p><\/div>$/g, '')).not.toMatch(/</)
      }),
    )
  })

  it('makes headings, lists, quotations and links', () => {
    const html = renderToString(
      h(RichText, { doc: readMarkup('# Judul\n\nSatu **dua** [tiga](https://lan.go.id)\n\n- a\n- b\n\n> kutip') }),
    )
    expect(html).toBe(
      '<div class="reading"><h2>Judul</h2><p>Satu <strong>dua</strong> <a href="https://lan.go.id" target="_blank" rel="noopener noreferrer">tiga</a></p>' +
        '<ul><li><p>a</p></li><li><p>b</p></li></ul><blockquote><p>kutip</p></blockquote></div>',
    )
  })
})

describe('simple markup', () => {
  it('reads paragraphs, headings and lists as a person types them', () => {
    expect(readMarkup('# Judul\r\nBaris satu\nbaris dua\n\nParagraf lain\n1. satu\n2. dua')).toEqual(
      doc(
        { type: 'heading', attrs: { level: 2 }, content: [text('Judul')] },
        paragraph(text('Baris satu baris dua')),
        paragraph(text('Paragraf lain')),
        {
          type: 'orderedList',
          content: [
            { type: 'listItem', content: [paragraph(text('satu'))] },
            { type: 'listItem', content: [paragraph(text('dua'))] },
          ],
        },
      ),
    )
  })

  it('keeps what is no markup as words', () => {
    expect(wordsIn(readMarkup('3 * 4 = 12, [x] dan **buka'))).toBe('3 * 4 = 12, [x] dan **buka')
    expect(wordsIn(readMarkup('[klik](javascript:alert(1))'))).toBe('[klik](javascript:alert(1))')
  })

  it('always gives a text that is allowed, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        typed => void expect(readDoc(JSON.parse(JSON.stringify(readMarkup(typed))))).not.toBeNull(),
      ),
    )
    const signs = fc.array(
      fc.constantFrom('*', '**', '[', ']', '(', ')', '\\', '# ', '- ', '1. ', '> ', '\n', '  ', 'a', ' ', 'https://x.id'),
      { maxLength: 60 },
    )
    fc.assert(fc.property(signs, parts => void expect(readDoc(readMarkup(parts.join('')))).not.toBeNull()))
  })

  it('takes a text there and back unharmed', () => {
    const word = fc.stringMatching(/^[a-z*[\]\\#>.0-9-]{1,8}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map(all => all.join(' '))
    const link = fc.constant<Mark>({ type: 'link', attrs: { href: 'https://lan.go.id/a_b?c=1' } })
    const mark = fc.oneof(
      fc.constant<Mark[]>([]),
      fc.constant<Mark[]>([{ type: 'bold' }]),
      fc.constant<Mark[]>([{ type: 'italic' }]),
      link.map((one): Mark[] => [one]),
    )
    // Neighbours with the same marks are one text: the editor joins them, too.
    const line: fc.Arbitrary<Inline[]> = fc
      .array(fc.tuple(words, mark), { minLength: 1, maxLength: 3 })
      .map(parts =>
        parts.flatMap(([said, marks], n): Inline[] => [
          ...(n > 0 ? [{ type: 'text', text: ' dan ' } as Inline] : []),
          marks.length > 0 ? { type: 'text', text: said, marks } : { type: 'text', text: `x${said}` },
        ]),
      )
    const joined = (inlines: Inline[]): Inline[] =>
      inlines.reduce<Inline[]>((out, one) => {
        const last = out.at(-1)
        if (last?.type === 'text' && one.type === 'text' && !last.marks && !one.marks)
          out[out.length - 1] = { type: 'text', text: last.text + one.text }
        else out.push(one)
        return out
      }, [])
    const para: fc.Arbitrary<Block> = line.map(content => ({ type: 'paragraph', content: joined(content) }))
    const block: fc.Arbitrary<Block> = fc.oneof(
      para,
      line.map((content): Block => ({ type: 'heading', attrs: { level: 3 }, content: joined(content) })),
      fc
        .array(para, { minLength: 1, maxLength: 3 })
        .map((all): Block => ({ type: 'bulletList', content: all.map(one => ({ type: 'listItem', content: [one] })) })),
      para.map((one): Block => ({ type: 'blockquote', content: [one] })),
    )
    const apart = (blocks: Block[]) =>
      blocks.filter((one, n) => n === 0 || one.type !== blocks[n - 1]!.type || one.type === 'paragraph')
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), blocks => {
        const whole: RichDoc = { type: 'doc', content: apart(blocks) }
        expect(readMarkup(printMarkup(whole))).toEqual(whole)
      }),
    )
  })

  it('reads a very long text in a moment, whatever its lines are', () => {
    const parts = ['\n', 'a\n', '# a\n', '- a\n', '- a\n\n1. b\n\n', '> a\n']
    for (const part of parts) {
      const began = performance.now()
      readMarkup(part.repeat(60_000))
      expect(performance.now() - began, JSON.stringify(part)).toBeLessThan(4000)
    }
  }, 30_000)
})
