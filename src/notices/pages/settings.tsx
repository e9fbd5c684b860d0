import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  DataTable,
  Disclosure,
  Form,
  FormActions,
  OptionRows,
  PageHeader,
  PostButton,
  PushOffer,
  RadioField,
  Section,
  TextField,
} from '../../ui/index.ts'
import type { AddressState } from '../settings-view.ts'
import type { SettingsWords } from '../settings-words.ts'

const here = '/pesan/pengaturan'

type Address = { state: AddressState; current: string | null; asked: string | null; typed: string; error: string | null }
type TopicRow = {
  name: string
  about: string
  duty: boolean
  inApp: { name: string; checked: boolean }
  email: { name: string; value: string }
  push: { name: string; checked: boolean }
}
type Device = { id: number; label: string; detail: string }
type Letter = { id: number; what: string; when: string; state: string; good: 'ok' | 'info' | 'warn' }

type Props = {
  m: SettingsWords
  address: Address
  /** How e-mail leaves the house, for who keeps the installation. */
  systemHref: string | null
  push: { publicKey: string }
  devices: Device[]
  rhythm: string
  topics: TopicRow[]
  letters: Letter[]
}

export const SettingsPage = ({ m, address, systemHref, push, devices, rhythm, topics, letters }: Props) => (
  <>
    <PageHeader title={m.title} lead={m.lead} actions={systemHref && <ButtonLink href={systemHref}>{m.system}</ButtonLink>} />
    <Section title={m.mail} id="surel">
      <MailSection m={m} address={address} letters={letters} />
    </Section>
    <Section title={m.devices} lead={m.devicesLead} id="perangkat">
      <PushOffer publicKey={push.publicKey} action={`${here}/perangkat`} label={m.addDevice} texts={m.push} />
      {devices.length > 0 && (
        <DataTable<Device>
          caption={m.devices}
          rows={devices}
          rowKey={row => row.id}
          empty={m.noDevices}
          columns={[
            { key: 'label', header: m.device, primary: true, cell: row => row.label },
            { key: 'detail', header: m.lastReached, cell: row => row.detail },
            {
              key: 'remove',
              header: m.action,
              cell: row => <PostButton action={`${here}/perangkat/${row.id}/hapus`} label={m.removeDevice} />,
            },
          ]}
        />
      )}
    </Section>
    <Section title={m.topics} lead={m.topicsLead} id="topik">
      <Form action={here} wide>
        <OptionRows
          rows={topics.map(topic => ({
            name: topic.name,
            help: topic.about,
            note: topic.duty ? m.dutyTopic : undefined,
            controls: topic.duty
              ? [
                  { kind: 'fixed', label: m.inApp, text: m.always },
                  { kind: 'fixed', label: m.email, text: m.emailChoices.now },
                  { kind: 'fixed', label: m.onDevice, text: m.always },
                ]
              : [
                  { kind: 'check', label: m.inApp, ...topic.inApp },
                  {
                    kind: 'select',
                    label: m.email,
                    ...topic.email,
                    options: (['now', 'digest', 'off'] as const).map(value => ({ value, label: m.emailChoices[value] })),
                  },
                  { kind: 'check', label: m.onDevice, ...topic.push },
                ],
          }))}
        />
        <RadioField
          label={m.rhythm}
          name="ringkasan"
          value={rhythm}
          help={m.rhythmHelp}
          options={(['daily', 'weekly'] as const).map(value => ({ value, label: m.rhythms[value] }))}
        />
        <p>{m.dutyNote}</p>
        <FormActions>
          <Button>{m.save}</Button>
        </FormActions>
      </Form>
    </Section>
  </>
)

function MailSection({ m, address, letters }: { m: SettingsWords; address: Address; letters: Letter[] }) {
  if (address.state === 'off')
    return (
      <Alert tone="info" title={m.mailOff}>
        {m.mailOffWhat}
      </Alert>
    )
  const said = m.addressStates[address.state]
  const tone = { none: 'info', asked: 'warn', confirmed: 'ok', refused: 'bad' } as const
  return (
    <>
      <Alert tone={tone[address.state]} title={said.title(address.current ?? '')}>
        <p>{said.what(address.asked ?? '')}</p>
      </Alert>
      {address.state === 'confirmed' ? (
        <Disclosure summary={m.changeAddress} open={address.error !== null}>
          <AddressForms m={m} address={address} />
        </Disclosure>
      ) : (
        <AddressForms m={m} address={address} />
      )}
      {letters.length > 0 && (
        <Disclosure summary={m.letters}>
          <DataTable<Letter>
            caption={m.letters}
            rows={letters}
            rowKey={row => row.id}
            empty=""
            columns={[
              { key: 'what', header: m.letter, primary: true, cell: row => row.what },
              { key: 'when', header: m.when, cell: row => row.when },
              { key: 'state', header: m.state, cell: row => <Badge tone={row.good}>{row.state}</Badge> },
            ]}
          />
        </Disclosure>
      )}
    </>
  )
}

const AddressForms = ({ m, address }: { m: SettingsWords; address: Address }) => (
  <div class="address-forms">
    <Form
      action={`${here}/surel`}
      errors={address.error ? [{ field: 'surel', message: address.error }] : []}
      errorTitle={m.notSaved}
    >
      <TextField
        label={address.current ? m.otherAddress : m.address}
        name="surel"
        type="email"
        inputmode="email"
        autocomplete="email"
        required
        maxlength={254}
        value={address.error ? address.typed : address.state === 'asked' || address.state === 'refused' ? address.current : ''}
        help={m.addressHelp}
        error={address.error ?? undefined}
      />
      <Button>{address.state === 'asked' || address.state === 'refused' ? m.sendAgain : m.sendLink}</Button>
    </Form>
    {address.current !== null && (
      <PostButton action={`${here}/surel/hapus`} label={m.removeAddress} confirm={m.removeAddressAsk} tone="danger" />
    )}
  </div>
)
