import { type ComponentChildren, Fragment, h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Layout } from '../../ui/index.ts'
import type { Ctx } from './context.ts'

export type PageOptions = {
  title: string
  breadcrumb?: { href: string; label: string }[]
  wide?: boolean
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500
}

/** A whole HTML page in the frame of this request. */
export function page(c: Ctx, options: PageOptions, body: ComponentChildren): Response {
  const html = renderToString(
    <Layout frame={c.get('frame')} title={options.title} breadcrumb={options.breadcrumb} wide={options.wide}>
      {body}
    </Layout>,
  )
  return c.html(`<!doctype html>${html}`, options.status ?? 200) as Response
}

/** A piece of a page, for the parts that refresh themselves. */
export const fragment = (c: Ctx, body: ComponentChildren): Response => c.html(renderToString(h(Fragment, null, body))) as Response
