export const largestPdf = 10 * 1024 * 1024

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes)

/**
 * Whether bytes are a PDF that may be kept, by what they hold and not by their name: they begin with `%PDF-1.` or `%PDF-2.`, and the end
 * mark stands in the last kilobyte, so that half a file is noticed.
 */
export function pdfFlaw(bytes: Uint8Array): 'large' | 'kind' | 'cut' | null {
  if (bytes.length > largestPdf) return 'large'
  if (!/^%PDF-[12]\./.test(ascii(bytes.subarray(0, 8)))) return 'kind'
  return ascii(bytes.subarray(-1024)).includes('%%EOF') ? null : 'cut'
}

/** A name that is safe to send back and to save: letters, digits, dot, dash; always `.pdf`. */
export function safePdfName(name: string): string {
  const bare = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.pdf$/i, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
  return `${bare || 'berkas'}.pdf`
}
