import { Badge, Button, DataTable, Disclosure, Form, FormActions, PostButton, TextField } from '../../../ui/index.ts'
import type { ActivityMessages } from '../messages.ts'

type LogView = { id: number; on: string; minutes: string; words: string; confirmed: boolean | null; mayRemove: boolean }
export type LogProps = {
  m: ActivityMessages
  id: number
  log: LogView[]
  mayLog: boolean
  mayConfirm: boolean
  typed: { on: string; minutes: string; words: string; outcome: string }
  errors: { field: string; message: string }[]
}

export const Log = ({ m, id, log, mayConfirm }: LogProps) => {
  const table = (
    <DataTable<LogView>
      caption={m.log}
      rows={log}
      rowKey={row => row.id}
      empty={m.logNone}
      select={
        mayConfirm
          ? { name: 'catatan', all: m.chooseAll, value: row => String(row.id), label: row => m.chooseEntry(row.on) }
          : undefined
      }
      columns={[
        { key: 'on', header: m.on, primary: true, nowrap: true, cell: row => row.on },
        { key: 'minutes', header: m.minutes, align: 'right', cell: row => row.minutes },
        { key: 'words', header: m.words, long: true, cell: row => row.words },
        ...(log.some(row => row.confirmed !== null)
          ? [
              {
                key: 'state',
                header: m.state,
                cell: (row: LogView) => (
                  <Badge tone={row.confirmed ? 'ok' : 'warn'}>{row.confirmed ? m.confirmed : m.unconfirmed}</Badge>
                ),
              },
            ]
          : []),
        ...(log.some(row => row.mayRemove)
          ? [
              {
                key: 'remove',
                header: '',
                cell: (row: LogView) =>
                  row.mayRemove && <PostButton action={`/kegiatan/${id}/log/${row.id}/hapus`} label={m.remove} tone="ghost" />,
              },
            ]
          : []),
      ]}
    />
  )
  if (!mayConfirm) return table
  return (
    <Form action={`/kegiatan/${id}/konfirmasi`} wide>
      {table}
      <FormActions>
        <Button>{m.confirm}</Button>
      </FormActions>
    </Form>
  )
}

export const NewEntry = ({ m, id, typed, errors }: LogProps) => {
  const ours = errors.filter(one => ['tanggal', 'menit', 'uraian'].includes(one.field))
  const error = (field: string) => ours.find(one => one.field === field)?.message
  return (
    <Disclosure summary={m.addLog} open={ours.length > 0}>
      <Form action={`/kegiatan/${id}/log`} errors={ours} errorTitle={m.errors}>
        <TextField label={m.on} name="tanggal" type="date" value={typed.on} error={error('tanggal')} />
        <TextField
          label={m.minutes}
          name="menit"
          inputmode="numeric"
          maxlength={4}
          value={typed.minutes}
          error={error('menit')}
        />
        <TextField label={m.words} name="uraian" rows={4} maxlength={4000} value={typed.words} error={error('uraian')} />
        <FormActions>
          <Button>{m.addLog}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  )
}
