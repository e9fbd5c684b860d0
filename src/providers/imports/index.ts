import { type Batch, type ImportKind, namedBy, staleImport } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { manageProviders } from '../access.ts'
import { loadCodes, loadProviders, ProviderFinder } from './cells.ts'
import { checkOffer } from './offer-check.ts'
import { offerImportFields } from './offer-fields.ts'

export { competenciesCell, loadCodes, loadProviders, ProviderFinder, partsOf, rupiahCell } from './cells.ts'

const typed = (batch: Batch) => sql`
  SELECT v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("providerId" int, title text, form text, pattern text, jp int, days int,
    competencies text, "costParticipant" bigint, "costFixed" bigint, "seatsMin" int, "seatsMax" int, place text, months text, jenjang text,
    "golonganFrom" text, "maxAge" int, programme text, summary text, source text)`

/** The entry rules that a sheet can say, and no others: what was typed beside them stays. */
const rules = sql`
  jsonb_strip_nulls(jsonb_build_object('jenjang', to_jsonb(string_to_array(v.jenjang, '; ')), 'golonganFrom', v."golonganFrom", 'maxAge', v."maxAge"))`

async function write(tx: Tx, batch: Batch) {
  // Meanwhile an institution may have been closed, or been given to another register.
  const { rows: gone } = await sql`
    SELECT 1 FROM (${batch.rows}) s LEFT JOIN provider p ON p.id = (s.values->>'providerId')::int AND p.instansi_id = ${batch.instansiId}::int
      AND p.closed_at IS NULL
    WHERE p.id IS NULL LIMIT 1`.execute(tx)
  if (gone.length > 0) throw staleImport()
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO offer AS o (provider_id, title, form, pattern, jp, days, cost_participant, cost_fixed, seats_min, seats_max, place, months, entry_rules,
      programme, summary, source, made_by, made_at)
    SELECT v."providerId", v.title, v.form, coalesce(v.pattern, t.pattern, 'klasikal'), v.jp, v.days, v."costParticipant", v."costFixed",
      v."seatsMin", v."seatsMax", v.place, coalesce(string_to_array(v.months, ', ')::int[], t.months, '{}'), ${rules}, v.programme, v.summary,
      v.source, ${batch.by}, now()
    FROM v LEFT JOIN offer t ON t.provider_id = v."providerId" AND lower(t.title) = lower(v.title)
    ON CONFLICT (provider_id, lower(title)) DO UPDATE SET title = excluded.title, form = excluded.form, pattern = excluded.pattern,
      jp = coalesce(excluded.jp, o.jp), days = coalesce(excluded.days, o.days),
      cost_participant = coalesce(excluded.cost_participant, o.cost_participant), cost_fixed = coalesce(excluded.cost_fixed, o.cost_fixed),
      seats_min = coalesce(excluded.seats_min, o.seats_min), seats_max = coalesce(excluded.seats_max, o.seats_max),
      place = coalesce(excluded.place, o.place), months = excluded.months, entry_rules = o.entry_rules || excluded.entry_rules,
      programme = coalesce(excluded.programme, o.programme), summary = coalesce(excluded.summary, o.summary),
      source = coalesce(excluded.source, o.source), verified = false, closed_at = NULL`.execute(tx)
  const named = sql`
    v AS (${typed(batch)}),
    named AS (
      SELECT o.id AS offer_id, split_part(part, ':', 1) AS code, split_part(part, ':', 2)::int AS level
      FROM v JOIN offer o ON o.provider_id = v."providerId" AND lower(o.title) = lower(v.title)
      CROSS JOIN LATERAL regexp_split_to_table(v.competencies, '; ') AS part)`
  await sql`WITH ${named} DELETE FROM offer_competency WHERE offer_id IN (SELECT offer_id FROM named)`.execute(tx)
  await sql`
    WITH ${named}
    INSERT INTO offer_competency (offer_id, competency_id, level)
    SELECT DISTINCT ON (n.offer_id, c.code) n.offer_id, c.id, n.level FROM named n JOIN competency c ON upper(c.code) = n.code AND c.active
    ORDER BY n.offer_id, c.code, c.id`.execute(tx)
}

export const offerImport: ImportKind = {
  kind: 'penawaran',
  scope: manageProviders,
  name: { id: 'Penawaran penyelenggara', en: 'Offers of providers' },
  lead: {
    id: 'Pelatihan dan kegiatan belajar yang ditawarkan lembaga di daftar instansi ini.',
    en: 'Trainings and other learning offered by the providers in the register of this agency.',
  },
  notes: [
    {
      id: 'Satu baris satu penawaran. Lembaga dan judul yang sama dianggap penawaran yang sama.',
      en: 'One row one offer. The same provider and title is the same offer.',
    },
    { id: 'Sel kosong tidak menghapus apa yang sudah tercatat.', en: 'A blank cell removes nothing that is on record.' },
    { id: 'Lembaganya harus sudah ada di menu Penyelenggara.', en: 'The provider must be in the register already.' },
  ],
  fields: offerImportFields,
  subject: cells => namedBy(cells.provider, cells.title),
  async prepare(p) {
    const providers = new ProviderFinder(await p.read(tx => loadProviders(tx, p.instansiId)))
    const codes = await p.read(loadCodes)
    return { check: cells => checkOffer(cells, { providers, codes }) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_strip_nulls(jsonb_build_object('providerId', o.provider_id, 'provider', p.name, 'title', o.title, 'form', o.form,
      'pattern', o.pattern, 'jp', o.jp, 'days', o.days, 'costParticipant', o.cost_participant::text, 'costFixed', o.cost_fixed::text,
      'seatsMin', o.seats_min, 'seatsMax', o.seats_max, 'place', o.place, 'months', nullif(array_to_string(o.months, ', '), ''),
      'jenjang', (SELECT string_agg(j, '; ' ORDER BY j COLLATE "C") FROM jsonb_array_elements_text(o.entry_rules->'jenjang') j),
      'golonganFrom', o.entry_rules->'golonganFrom', 'maxAge', o.entry_rules->'maxAge', 'programme', o.programme, 'summary', o.summary,
      'source', o.source, 'competencies', (SELECT string_agg(upper(c.code) || ':' || oc.level, '; ' ORDER BY upper(c.code) COLLATE "C")
        FROM offer_competency oc JOIN competency c ON c.id = oc.competency_id WHERE oc.offer_id = o.id))) AS before
    FROM staged s JOIN offer o ON o.provider_id = (s.values->>'providerId')::int AND lower(o.title) = lower(s.values->>'title') AND o.closed_at IS NULL
    JOIN provider p ON p.id = o.provider_id`,
  apply: write,
}
