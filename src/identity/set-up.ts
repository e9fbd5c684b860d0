import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { createGovernment, createMinistry, regions } from '../people/index.ts'
import { audit } from '../platform/audit/index.ts'
import { asJob, type Db } from '../platform/db/index.ts'
import type { AppEnv, Ctx, Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { Refusal } from '../platform/http/refusal.ts'
import { messages as all } from './messages.ts'
import { SetUpPage } from './pages/set-up.tsx'
import { hashPassword, passwordFlaw } from './rules/password.ts'
import { anyAccount, insertAccount, insertGrant, saveSetUpKey, setUpKeyHolds, spendSetUpKey } from './store.ts'

/** While nobody can sign in: a fresh key for the set-up page, good once; the ones before it no longer hold. */
export async function setUpKey(db: Db): Promise<string | null> {
  if (await anyAccount(db)) return null
  const key = randomBytes(24).toString('base64url')
  await saveSetUpKey(db, key)
  return key
}

export function setUpRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const m = (c: Ctx) => all[c.get('language')]
  const choices = async () => (await regions()).map(region => ({ value: region.code, label: `${region.code} ${region.name}` }))

  const check = async (key: string) => {
    if (!(await setUpKeyHolds(services.db, key))) throw new Refusal(404, { id: all.id.setUpExpired, en: all.en.setUpExpired })
  }

  app.get('/pasang', async c => {
    const key = c.req.query('kunci') ?? ''
    await check(key)
    return page(c, { title: m(c).setUp }, SetUpPage({ m: m(c), key_: key, regions: await choices(), values: {}, errors: [] }))
  })

  app.post('/pasang', async c => {
    const field = await formFields(c)
    const key = field('kunci')
    await check(key)
    const values = Object.fromEntries(
      ['wilayah', 'nama_instansi', 'kode_bkn', 'nama', 'akun'].map(name => [name, field(name)]),
    ) as Record<string, string>
    const username = values.akun!.toLowerCase()
    const list = await regions()
    const region = list.find(one => one.code === values.wilayah)
    const errors: { field: string; message: string }[] = []
    if (!region && !(values.nama_instansi && /^\d{4}$/.test(values.kode_bkn ?? '')))
      errors.push({ field: 'wilayah', message: m(c).setUpInstansiMissing })
    if (!values.nama) errors.push({ field: 'nama', message: m(c).nameMissing })
    if (!/^[a-z0-9.-]{3,40}$/.test(username)) errors.push({ field: 'akun', message: m(c).accountBad })
    const body = await c.req.parseBody()
    const password = typeof body.sandi === 'string' ? body.sandi : ''
    const flaw = passwordFlaw(password, username)
    if (flaw) errors.push({ field: 'sandi', message: m(c).passwordFlaws[flaw] })
    if (errors.length > 0) {
      return page(
        c,
        { title: m(c).setUp, status: 422 },
        SetUpPage({ m: m(c), key_: key, regions: await choices(), values, errors }),
      )
    }
    const passwordHash = await hashPassword(password)
    await asJob(services.db, async tx => {
      if (!(await spendSetUpKey(tx, key))) throw new Refusal(404, { id: all.id.setUpExpired, en: all.en.setUpExpired })
      const guided =
        region?.kind === 'provinsi' && field('binaan') === 'ya' ? list.filter(one => one.code.startsWith(`${region.code}.`)) : []
      const instansiId = region
        ? await createGovernment(tx, region, guided)
        : await createMinistry(tx, values.nama_instansi!, values.kode_bkn!)
      const accountId = await insertAccount(tx, {
        username,
        name: values.nama!,
        pegawaiId: null,
        passwordHash,
        mustChange: false,
      })
      await insertGrant(tx, { accountId, role: 'admin', place: 'nation', instansiId: null, unitId: null, grantedBy: accountId })
      await insertGrant(tx, { accountId, role: 'pengelola', place: 'instansi', instansiId, unitId: null, grantedBy: accountId })
      await audit(tx, accountId, services.clock.now(), {
        verb: 'set_up',
        subject: `instansi:${instansiId}`,
        instansiId,
        detail: { guided: guided.length },
      })
    })
    flash(c, 'ok', m(c).setUpDone)
    return c.redirect('/masuk', 303)
  })

  return app
}
