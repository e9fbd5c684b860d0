import { createRoute, z } from '@hono/zod-openapi'
import { createApi, errorResponses, json } from '../../platform/http/api.ts'
import { actorOf, type Services } from '../../platform/http/context.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { manageNeeds, readNeeds } from '../access.ts'
import { rounded } from '../rules/fraction.ts'
import { difOf } from '../rules/priority.ts'
import { changeDif, jabatanWithDif } from './jabatan-dif-load.ts'
import { messages } from './jabatan-dif-messages.ts'
import { readRated } from './rules/jabatan-dif.ts'

const rating = z.enum(['r', 's', 't']).nullable().openapi({ description: 'rendah, sedang, tinggi; null: not known' })
const about = {
  kind: z.enum(['gap', 'training']),
  competency: z.string().nullable().openapi({ description: 'Code, of kind gap' }),
  subject: z.string().nullable().openapi({ description: 'Key of a training, of kind training' }),
}
const ratings = { difficulty: rating, importance: rating, frequency: rating }
const line = z
  .object({
    ...about,
    name: z.string(),
    ...ratings,
    setBy: z.string().nullable(),
    setAt: z.string().nullable(),
    dif: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: 'What needs of its jenjang have now: the mean of the posts that were rated, else what was typed' }),
    posts: z.number().int().openapi({ description: 'How many posts that mean is of; 0: typed for the jenjang, or not known' }),
  })
  .openapi('JabatanDif')
const id = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

/** DIF of single jabatan. */
export function jabatanDifApi(services: Services) {
  const api = createApi()

  api.openapi(
    createRoute({
      method: 'get',
      path: '/jabatan/{id}/dif',
      summary: 'How difficult, important and frequent what a post demands is there',
      request: { params: id },
      responses: { 200: json(z.object({ data: z.array(line) }), 'What its standard asks for, rated or not'), ...errorResponses },
    }),
    async c => {
      const { lines } = await jabatanWithDif(services, readNeeds(actorOf(c)), c.req.valid('param').id)
      return c.json(
        {
          data: lines.map(({ kind, code, subject, name, rated, setBy, setAt, known }) => {
            const dif = difOf(known)
            return {
              kind,
              competency: code,
              subject,
              name,
              difficulty: rated?.difficulty ?? null,
              importance: rated?.importance ?? null,
              frequency: rated?.frequency ?? null,
              setBy,
              setAt: setAt?.toISOString() ?? null,
              dif: dif && rounded(dif, 6),
              posts: known.dif_posts ?? 0,
            }
          }),
        },
        200,
      )
    },
  )

  api.openapi(
    createRoute({
      method: 'put',
      path: '/jabatan/{id}/dif',
      summary: 'Say it; what is not named is left as it is',
      request: {
        params: id,
        body: {
          required: true,
          content: {
            'application/json': {
              schema: z.object({
                data: z
                  .array(z.object({ ...about, ...ratings }))
                  .max(300)
                  .openapi({ description: 'All three ratings, or all three null to take them back' }),
                alike: z
                  .boolean()
                  .default(false)
                  .openapi({ description: 'Also for posts of the same name and jenjang in the same government' }),
              }),
            },
          },
        },
      },
      responses: {
        200: json(
          z.object({ lines: z.number().int(), posts: z.number().int() }),
          'How many ratings of how many posts differed; the ranking follows within seconds',
        ),
        ...errorResponses,
        422: { description: 'Nothing was changed; `detail` says why', content: errorResponses[400].content },
      },
    }),
    async c => {
      const { post, lines } = await jabatanWithDif(services, manageNeeds(actorOf(c)), c.req.valid('param').id)
      const { data, alike } = c.req.valid('json')
      const said = data.map(row => {
        const line = lines.find(
          one => one.kind === row.kind && (row.kind === 'gap' ? one.code === row.competency : one.subject === row.subject),
        )
        if (!line) {
          const what = (row.kind === 'gap' ? row.competency : row.subject) ?? '–'
          throw new Refusal(422, { id: messages.id.notDemanded(what), en: messages.en.notDemanded(what) })
        }
        const result = readRated({
          difficulty: row.difficulty ?? '',
          importance: row.importance ?? '',
          frequency: row.frequency ?? '',
        })
        if (!result.ok) {
          const words = (language: 'id' | 'en') => `${line.name}: ${messages[language].missing}`
          throw new Refusal(422, { id: words('id'), en: words('en') })
        }
        return { line, after: result.values }
      })
      const saved = await changeDif(services, actorOf(c), { post, alike }, said)
      return c.json({ lines: saved.lines, posts: saved.posts }, 200)
    },
  )

  return api
}
