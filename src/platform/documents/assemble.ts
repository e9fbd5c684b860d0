import { formatDate, formatInstant, type Language } from '../i18n/index.ts'
import { contentDigest, type Fact, makePdf, type PdfDocument } from '../pdf/index.ts'
import { writeWorkbook } from '../sheet/index.ts'
import type { Built, Format, Params } from './kind.ts'
import { printed } from './words.ts'

export type Imprint = { id: number; language: Language; params: Params; issuedAt: Date; issuedBy: string }
export type MadeFile = { format: Format; bytes: Uint8Array; contentDigest: string | null; names: boolean }

/** What every document says of itself, in the order of its front page. */
function ownFacts(built: Built, { language, params }: Imprint): Fact[] {
  const w = printed[language]
  return [
    { label: w.asOf, value: formatDate(built.asOf, language) },
    ...(params.number ? [{ label: w.number, value: params.number }] : []),
    ...built.facts,
  ]
}

export function pdfOf(built: Built & { pdf: NonNullable<Built['pdf']> }, imprint: Imprint): PdfDocument {
  const { id, language, params, issuedAt } = imprint
  const w = printed[language]
  const signed = params.signatory
    ? [
        {
          kind: 'signature' as const,
          signatory: params.signatory,
          date: formatDate(dayOf(issuedAt, built.timeZone), language),
          note: w.register(String(id)),
        },
      ]
    : [{ kind: 'paragraph' as const, tone: 'quiet' as const, text: w.register(String(id)) }]
  return {
    language,
    title: built.title,
    subtitle: built.subtitle,
    issuer: built.issuer,
    facts: ownFacts(built, imprint),
    cover: built.pdf.cover,
    blocks: [...built.pdf.blocks, ...signed],
    footer: w.footer(String(id), formatInstant(issuedAt, language, built.timeZone)),
    madeAt: issuedAt.toISOString(),
  }
}

const dayOf = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant)

/** The first sheet: what this workbook is, and what it was made from. */
function aboutSheet(built: Built, imprint: Imprint) {
  const w = printed[imprint.language]
  const facts: Fact[] = [
    { label: w.title, value: built.title },
    { label: w.issuer, value: [built.issuer.instansi, built.issuer.office].filter(Boolean).join(', ') },
    ...ownFacts(built, imprint),
    { label: w.document, value: String(imprint.id) },
    { label: w.issued, value: formatInstant(imprint.issuedAt, imprint.language, built.timeZone) },
    { label: w.issuedBy, value: imprint.issuedBy },
    ...built.inputs.map(({ label, value }) => ({ label, value: String(value) })),
  ]
  return {
    name: w.aboutSheet,
    columns: [
      { header: w.what, width: 34 },
      { header: w.value, width: 90 },
    ],
    rows: facts.map(({ label, value }) => [label, value]),
  }
}

/** The files of a document, the PDF first. */
export async function filesOf(built: Built, imprint: Imprint, progress: (share: number) => Promise<void>): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  if (built.pdf) {
    const document = pdfOf({ ...built, pdf: built.pdf }, imprint)
    files.push({ format: 'pdf', bytes: await makePdf(document), contentDigest: contentDigest(document), names: built.pdf.names })
    await progress(0.7)
  }
  if (built.xlsx) {
    const bytes = await writeWorkbook([aboutSheet(built, imprint), ...built.xlsx.sheets])
    files.push({ format: 'xlsx', bytes, contentDigest: null, names: built.xlsx.names })
  }
  if (files.length === 0) throw new Error(`a document without a file: ${built.title}`)
  return files
}
