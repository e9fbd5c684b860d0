import { formatNumber } from '../i18n/index.ts'
import type { Ctx } from './context.ts'
import { listHref } from './form.ts'

const texts = {
  id: { previous: 'Sebelumnya', next: 'Berikutnya', of: 'dari' },
  en: { previous: 'Previous', next: 'Next', of: 'of' },
}

/** The props of the pager for page `page` of a list of `total` rows. */
export function pagerOf(c: Ctx, page: number, size: number, total: number) {
  const language = c.get('language')
  const from = total === 0 ? 0 : (page - 1) * size + 1
  const to = Math.min(page * size, total)
  const t = texts[language]
  return {
    from,
    to,
    total,
    previousHref: page > 1 ? listHref(c, { halaman: page === 2 ? null : page - 1 }) : null,
    nextHref: to < total ? listHref(c, { halaman: page + 1 }) : null,
    texts: {
      previous: t.previous,
      next: t.next,
      summary: `${formatNumber(from, language)}–${formatNumber(to, language)} ${t.of} ${formatNumber(total, language)}`,
    },
  }
}
