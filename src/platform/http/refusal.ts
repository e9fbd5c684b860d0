/** Something the person can understand and mend. Becomes a page or a problem+json, never a stack trace. */
export class Refusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429
  readonly detail: { id: string; en: string }
  constructor(status: Refusal['status'], detail: { id: string; en: string }) {
    super(detail.en)
    this.status = status
    this.detail = detail
  }
}

/** Outside the scope and not existing look the same from outside. */
export const notFound = () =>
  new Refusal(404, {
    id: 'Halaman atau data ini tidak ada, atau berada di luar wewenang Anda. Periksa alamatnya, atau kembali ke beranda.',
    en: 'This page or record does not exist, or lies outside your authority. Check the address, or go back home.',
  })

export const forbidden = () =>
  new Refusal(403, {
    id: 'Peran Anda tidak memuat tindakan ini. Tidak ada yang diubah. Bila seharusnya bisa, hubungi admin instansi Anda.',
    en: 'Your role does not include this action. Nothing was changed. If it should, ask the admin of your agency.',
  })
