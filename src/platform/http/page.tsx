import { gzipSync } from 'node:zlib'
import { type ComponentChildren, Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Layout } from '../../ui/index.ts'
import type { Ctx } from './context.ts'

export type PageOptions = {
  title: string
  breadcrumb?: { href: string; label: string }[]
  wide?: boolean
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500
}

const html = { 'Content-Type': 'text/html; charset=UTF-8', Vary: 'Accept-Encoding' }
const takesGzip = (c: Ctx) => /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(c.req.header('accept-encoding') ?? '')

/** A whole HTML page in the frame of this request. */
export function page(c: Ctx, options: PageOptions, body: ComponentChildren): Response {
  const rendered = renderToString(
    <Layout frame={c.get('frame')} title={options.title} breadcrumb={options.breadcrumb} wide={options.wide}>
      {body}
    </Layout>,
  )
  const text = `<!doctype html>${rendered}`
  const status = options.status ?? 200
  if (!takesGzip(c)) return c.body(text, status, html)
  // At once, not as a stream: half a millisecond for a page, where the streams around it cost more.
  return c.body(gzipSync(text), status, { ...html, 'Content-Encoding': 'gzip' })
}

/** A piece of a page, for the parts that refresh themselves. */
export const fragment = (c: Ctx, body: ComponentChildren): Response => c.html(renderToString(h(Fragment, null, body))) as Response
