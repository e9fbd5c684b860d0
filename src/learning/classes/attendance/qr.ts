import qrcode from 'qrcode'

/** A QR code as the path of an SVG on a grid of `size` with a quiet rim. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const rim = 4
  const dark: string[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) dark.push(`M${x + rim} ${y + rim}h1v1h-1z`)
  return { path: dark.join(''), size: modules.size + 2 * rim }
}
