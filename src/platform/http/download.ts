import type { Ctx } from './context.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook to keep, named `<name>-<yyyy-mm-dd>.xlsx`. */
export const spreadsheet = (c: Ctx, bytes: Uint8Array, name: string, date: string) =>
  c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': xlsx,
    'Content-Disposition': `attachment; filename="${name}-${date}.xlsx"`,
  })

const types = { pdf: 'application/pdf', xlsx } as const

/** A file that was kept, byte by byte. */
export const keptFile = (c: Ctx, file: { bytes: Uint8Array; format: keyof typeof types; name: string }) =>
  c.body(file.bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': types[file.format],
    'Content-Disposition': `attachment; filename="${file.name}"`,
  }) as Response
