import { Hono } from 'hono'
import { asCommunity } from '../../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../../platform/http/context.ts'
import { flash } from '../../platform/http/flash.ts'
import { formFields } from '../../platform/http/form.ts'
import { page } from '../../platform/http/page.tsx'
import { notFound } from '../../platform/http/refusal.ts'
import { formatInstant } from '../../platform/i18n/index.ts'
import { accept, removeReply, reply } from './actions.ts'
import { leadHere, memberHere, selfOf } from './here.ts'
import { communityMessages } from './messages.ts'
import { TopicPage } from './pages/topic.tsx'
import { mayAccept } from './rules/community.ts'
import { repliesOf, topicById } from './store/topic.ts'

const longest = 8000

/** `/komunitas/:id/topik/:topic`: a question or discussion with its replies. */
export function topicRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => communityMessages[c.get('language')]
  const path = '/komunitas/:id{[0-9]{1,9}}/topik/:topic{[0-9]{1,9}}'
  const back = (c: Ctx) => c.redirect(`/komunitas/${c.req.param('id')}/topik/${c.req.param('topic')}`, 303)

  const show = async (c: Ctx, typed: string, error: string | null) => {
    const language = c.get('language')
    const { community: one, me } = await memberHere(c, services)
    const found = await asCommunity(services.db, one.id, async tx => {
      const topic = await topicById(tx, one.id, Number(c.req.param('topic')))
      return topic && { topic, replies: await repliesOf(tx, one.id, topic.id) }
    })
    if (!found) throw notFound()
    const { topic, replies } = found
    const at = (date: Date) => formatInstant(date, language, one.timeZone)
    return page(
      c,
      {
        title: topic.title,
        breadcrumb: [
          { href: '/komunitas', label: m(c).title },
          { href: `/komunitas/${one.id}`, label: one.name },
        ],
        status: error ? 422 : 200,
      },
      TopicPage({
        m: m(c),
        action: `/komunitas/${one.id}/topik/${topic.id}`,
        kind: m(c).kinds[topic.kind],
        title: topic.title,
        body: topic.body,
        by: `${topic.author}, ${at(topic.madeAt)}`,
        replies: replies.map(row => ({
          id: row.id,
          by: `${row.author}, ${at(row.madeAt)}`,
          body: row.body,
          accepted: row.accepted,
          mayAccept: mayAccept(topic, row.authorId, me),
          mayRemove: me.leads && !row.accepted,
        })),
        mayReply: !topic.closed,
        typed,
        error,
      }),
    )
  }

  app.get(path, c => show(c, '', null))

  app.post(`${path}/balas`, async c => {
    const { community } = await memberHere(c, services)
    const body = (await formFields(c))('balasan').slice(0, longest)
    if (body.length < 2) return show(c, body, m(c).replyMissing)
    await reply(services, actorOf(c), community, await selfOf(c, services), Number(c.req.param('topic')), body)
    flash(c, 'ok', m(c).replied)
    return back(c)
  })

  app.post(`${path}/balasan/:reply{[0-9]{1,9}}/terima`, async c => {
    const { community, me } = await memberHere(c, services)
    const done = await accept(
      services,
      actorOf(c),
      community,
      Number(c.req.param('topic')),
      Number(c.req.param('reply')),
      me.leads,
    )
    flash(c, done ? 'ok' : 'warn', done ? m(c).acceptedNow : m(c).notAccepted)
    return back(c)
  })

  app.post(`${path}/balasan/:reply{[0-9]{1,9}}/sembunyikan`, async c => {
    const { community } = await leadHere(c, services)
    const why = (await formFields(c))('alasan').slice(0, 500)
    const done = why.length >= 10 && (await removeReply(services, actorOf(c), community, Number(c.req.param('reply')), why))
    flash(c, done ? 'ok' : 'warn', done ? m(c).removed : m(c).notRemoved)
    return back(c)
  })

  return app
}
