import type { Ctx } from './context.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook to keep, named `<name>-<yyyy-mm-dd>.xlsx`. */
export const spreadsheet = (c: Ctx, bytes: Uint8Array, name: string, date: string) =>
  c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': xlsx,
    'Content-Disposition': `attachment; filename="${name}-${date}.xlsx"`,
  })
