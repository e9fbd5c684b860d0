import { Hono } from 'hono'
import { asAccount } from '../platform/db/index.ts'
import { type AppEnv, actorOf, type Ctx, type Services } from '../platform/http/context.ts'
import { flash } from '../platform/http/flash.ts'
import { formFields } from '../platform/http/form.ts'
import { page } from '../platform/http/page.tsx'
import { notFound } from '../platform/http/refusal.ts'
import { formatInstant } from '../platform/i18n/index.ts'
import { mayKeepMail } from './access.ts'
import * as actions from './actions.ts'
import { AddressPage } from './pages/address.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { deviceLabel } from './rules/device.ts'
import { fieldOf, readChoices } from './schema.ts'
import { keysOf } from './send-pushes.ts'
import { addressState, letterCells } from './settings-view.ts'
import { settingsWords } from './settings-words.ts'
import * as store from './store/contact.ts'
import { devicesOf } from './store/devices.ts'
import { topicKeys, topics } from './topics.ts'

const here = '/pesan/pengaturan'
const shownLetters = 5

/** Where one is told what: in the product, by e-mail, on a phone. Everybody's own. */
export function settingsRoutes(services: Services) {
  const app = new Hono<AppEnv>()
  const w = (c: Ctx) => settingsWords[c.get('language')]

  const settings = async (c: Ctx, refused: { typed: string; flaw: actions.AskFlaw } | null) => {
    const language = c.get('language')
    const words = w(c)
    const { publicKey } = await keysOf(services.db)
    const found = await asAccount(services.db, actorOf(c).accountId, async tx => ({
      contact: await store.contactOf(tx),
      choices: new Map((await store.choicesOf(tx)).map(choice => [choice.topic, choice])),
      devices: await devicesOf(tx),
      letters: await store.lastLetters(tx, shownLetters),
    }))
    const state = addressState(services.config.mail !== null, found.contact)
    return page(
      c,
      {
        title: words.title,
        breadcrumb: [{ href: '/pesan', label: words.messages }],
        status: refused ? (refused.flaw === 'often' ? 429 : 422) : 200,
      },
      SettingsPage({
        m: words,
        address: {
          state,
          current: found.contact.address,
          asked: found.contact.askedAt && formatInstant(found.contact.askedAt, language),
          typed: refused?.typed ?? '',
          error: refused && words.addressFlaws[refused.flaw],
        },
        systemHref: mayKeepMail(actorOf(c)) ? '/sistem/surel' : null,
        push: { publicKey },
        devices: found.devices.map(device => ({
          id: device.id,
          label: device.label,
          detail: words.deviceSince(
            formatInstant(device.addedAt, language),
            device.reachedAt && formatInstant(device.reachedAt, language),
          ),
        })),
        rhythm: found.contact.rhythm,
        topics: topicKeys.map(topic => {
          const { name, about, duty, email } = topics[topic]
          const chosen = found.choices.get(topic) ?? { inApp: true, email, push: true }
          return {
            name: name[language],
            about: about[language],
            duty,
            inApp: { name: fieldOf.inApp(topic), checked: chosen.inApp },
            email: { name: fieldOf.email(topic), value: chosen.email },
            push: { name: fieldOf.push(topic), checked: chosen.push },
          }
        }),
        letters: letterCells(found.letters, words, language),
      }),
    )
  }

  app.get(here, c => settings(c, null))

  app.post(here, async c => {
    const field = await formFields(c)
    const { choices, rhythm } = readChoices(field, topic => topics[topic].email)
    await actions.saveChoices(services, actorOf(c), choices, rhythm)
    flash(c, 'ok', w(c).saved)
    return c.redirect(here, 303)
  })

  app.post(`${here}/surel`, async c => {
    const typed = (await formFields(c))('surel')
    if (!services.config.mail) {
      flash(c, 'warn', w(c).mailOff)
      return c.redirect(here, 303)
    }
    const flaw = await actions.askAddress(services, actorOf(c), typed)
    if (flaw) return settings(c, { typed, flaw })
    flash(c, 'ok', w(c).asked(typed))
    return c.redirect(`${here}#surel`, 303)
  })

  app.post(`${here}/surel/hapus`, async c => {
    if (await actions.removeAddress(services, actorOf(c))) flash(c, 'ok', w(c).addressRemoved)
    return c.redirect(`${here}#surel`, 303)
  })

  // Looking at the link changes nothing: servers of mail open every link before the person does.
  app.get('/pesan/alamat/:nonce{[\\w-]{1,64}}', async c => {
    const { address } = await asAccount(services.db, actorOf(c).accountId, tx => store.contactOf(tx))
    return page(c, { title: w(c).confirmTitle }, AddressPage({ m: w(c), address, action: c.req.path }))
  })

  app.post('/pesan/alamat/:nonce{[\\w-]{1,64}}', async c => {
    const address = await actions.confirmAddress(services, actorOf(c), c.req.param('nonce'))
    flash(c, address === null ? 'warn' : 'ok', address === null ? w(c).linkSpent : w(c).confirmed(address))
    return c.redirect(`${here}#surel`, 303)
  })

  // Asked by the script of the page (src/client/push.ts).
  app.post(`${here}/perangkat`, async c => {
    const field = await formFields(c)
    const subscription = { endpoint: field('endpoint'), p256dh: field('p256dh'), auth: field('auth') }
    const added = await actions.addDevice(services, actorOf(c), subscription, deviceLabel(c.req.header('user-agent') ?? ''))
    if (!added) return c.text(w(c).push.failed, 422)
    flash(c, 'ok', w(c).deviceAdded)
    return c.body(null, 204)
  })

  app.post(`${here}/perangkat/:id{[0-9]{1,9}}/hapus`, async c => {
    const label = await actions.removeDevice(services, actorOf(c), Number(c.req.param('id')))
    if (label === null) throw notFound()
    flash(c, 'ok', w(c).deviceRemoved(label))
    return c.redirect(`${here}#perangkat`, 303)
  })

  return app
}
