import { concludeWithin, followWithin } from '../../src/assessment/campaigns/follow.ts'
import type { CampaignMethod } from '../../src/assessment/campaigns/rules/outcome.ts'
import { type Population, wholeInstansi } from '../../src/assessment/campaigns/rules/population.ts'
import { shareOut, type Wave } from '../../src/assessment/campaigns/rules/waves.ts'
import { assignAsesor } from '../../src/assessment/campaigns/store/asesor.ts'
import * as store from '../../src/assessment/campaigns/store/campaign.ts'
import { savePicks } from '../../src/assessment/campaigns/store/participants.ts'
import { type Asked, previewOf } from '../../src/assessment/campaigns/store/population.ts'
import { addReminder } from '../../src/assessment/campaigns/store/reminders.ts'
import { shareTasks, takeIn } from '../../src/assessment/campaigns/store/share.ts'
import { placeholderAddress } from '../../src/identity/rules/address.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { toDay } from './dates.ts'

const everybody = { from: 0, to: 2 ** 31 - 1 }
const threshold = 3
const partner = 'demo-asesor-mitra'

type Planned = {
  instansiId: number
  name: string
  legalBasis: string
  purpose: 'pemetaan' | 'pengisian'
  methods: CampaignMethod[]
  population: Population
  excluded: number[]
  waves: Wave[]
  by: string
  today: string
}

const dayOf = (today: string, offset: number) => new Date((toDay(today) + offset) * 86_400_000).toISOString().slice(0, 10)
const noon = (day: string) => new Date(`${day}T05:00:00Z`)

/** The dictionary of demands is derived later: what the posts ask for is asked of the standards themselves. */
const keepDemands = (tx: Tx, campaignId: number, today: string) =>
  sql`
    INSERT INTO campaign_demand (campaign_id, jabatan_id, competency_id, level, standard_id)
    SELECT ${campaignId}::int, d.jabatan_id, d.competency_id, d.level, d.standard_id
    FROM demands_of((SELECT array_agg(DISTINCT jabatan_id) FROM campaign_participant WHERE campaign_id = ${campaignId}), ${today}::date) d`.execute(
    tx,
  )

async function open(tx: Tx, plan: Planned): Promise<store.Campaign> {
  const at = noon(plan.waves[0]!.startsOn)
  const { instansiId, waves, by, today } = plan
  const id = await store.insertCampaign(tx, { ...plan, ratersEach: 3, seed: 2026, wave: waves[0]!, at })
  await store.saveWaves(tx, id, waves)
  await savePicks(
    tx,
    id,
    plan.excluded.map(one => ({ id: one, kind: 'excluded' as const })),
    by,
    at,
  )
  const asked: Asked = { instansiId, population: plan.population, added: [], excluded: plan.excluded }
  await store.saveOfficeWaves(tx, id, shareOut((await previewOf(tx, asked, today)).offices, waves))
  await takeIn(tx, id, asked, today, at, true)
  await keepDemands(tx, id, today)
  await store.recordChange(tx, id, { kind: 'opened', wave: null, until: null, reason: null, by, at }, 'open')
  const campaign = (await store.campaignById(tx, id))!
  await shareTasks(tx, campaign, everybody, threshold, at)
  await store.setShared(tx, id, at)
  return campaign
}

/** Of a hundred people so many are finished, from a day on, over so many days; `begun`: of the others some raters have begun. */
type Pace = { complete: number; begun: boolean; from: string; days: number; today: string }

/**
 * Hands in ratings by a digest of who rates whom, and never changes a figure of the demo: everything about somebody is handed in only
 * where all levels are known already, and then says what is known; one in four times the second asesor and one peer say a level more,
 * which the mean rounds away.
 */
async function rate(tx: Tx, campaign: store.Campaign, by: Pace): Promise<void> {
  const { complete, from, days } = by
  await sql`
    WITH known AS MATERIALIZED (
      SELECT DISTINCT ON (r.pegawai_id, r.competency_id) r.pegawai_id, r.competency_id, r.level
      FROM assessment_result r JOIN campaign_participant c ON c.pegawai_id = r.pegawai_id AND c.campaign_id = ${campaign.id}
      WHERE r.valid_until >= ${by.today}::date
      ORDER BY r.pegawai_id, r.competency_id, r.assessed_on DESC, r.id DESC),
    person AS MATERIALIZED (
      SELECT c.pegawai_id, c.wave, bool_and(k.level IS NOT NULL) AND abs(hashtext('selesai ' || c.pegawai_id)) % 100 < ${complete}::int
        AND NOT EXISTS (SELECT FROM identity.user_account a WHERE a.pegawai_id = c.pegawai_id) AS whole
      FROM campaign_participant c JOIN campaign_demand d ON d.campaign_id = c.campaign_id AND d.jabatan_id = c.jabatan_id
      LEFT JOIN known k ON k.pegawai_id = c.pegawai_id AND k.competency_id = d.competency_id
      WHERE c.campaign_id = ${campaign.id} GROUP BY c.pegawai_id, c.wave),
    task AS MATERIALIZED (
      SELECT t.pegawai_id, t.id, t.relation, t.rater_id, t.rater_account, t.jabatan_id, t.instansi_id, p.whole,
        ${from}::date + abs(hashtext('hari ' || t.id)) % ${days}::int + time '10:00' + interval '1 minute' * (abs(hashtext('jam ' || t.id)) % 300) AS at,
        row_number() OVER (PARTITION BY t.pegawai_id, t.relation ORDER BY t.id) AS nth
      FROM rating_task t JOIN person p ON p.pegawai_id = t.pegawai_id
      WHERE t.campaign_id = ${campaign.id} AND t.wave = 1
        AND (p.whole OR (${by.begun} AND t.relation IN ('asesor', 'diri') AND abs(hashtext('mulai ' || t.pegawai_id)) % 3 = 0))
        AND NOT (t.relation = 'diri' AND EXISTS (SELECT FROM identity.user_account a WHERE a.pegawai_id = t.pegawai_id))),
    started AS (
      UPDATE rating_task t SET version = 1, started_at = k.at AT TIME ZONE 'Asia/Jakarta',
        submitted_at = CASE WHEN k.whole OR k.relation = 'asesor' THEN k.at AT TIME ZONE 'Asia/Jakarta' END
      FROM task k WHERE t.pegawai_id = k.pegawai_id AND t.id = k.id RETURNING t.id)
    INSERT INTO rating (pegawai_id, task_id, competency_id, instansi_id, campaign_id, relation, rater_id, rater_account, level, evidence, rated_at, submitted)
    SELECT k.pegawai_id, k.id, d.competency_id, k.instansi_id, ${campaign.id}::int, k.relation, k.rater_id, k.rater_account,
      least(5, greatest(1, coalesce(l.level, d.level - 1)
        + CASE WHEN (k.relation = 'asesor' AND k.nth = 2 OR k.relation IN ('rekan', 'bawahan') AND k.nth = 1)
            AND abs(hashtext('lebih ' || k.pegawai_id || d.competency_id)) % CASE WHEN k.whole THEN 4 ELSE 50 END = 0
            THEN CASE WHEN k.whole THEN 1 ELSE 2 END ELSE 0 END)),
      CASE WHEN k.relation = 'asesor' AND k.nth = 1 THEN 'Terlihat pada diskusi kelompok dan wawancara' END, k.at AT TIME ZONE 'Asia/Jakarta',
      k.whole OR k.relation = 'asesor'
    FROM task k JOIN campaign_demand d ON d.campaign_id = ${campaign.id} AND d.jabatan_id = k.jabatan_id
    LEFT JOIN known l ON l.pegawai_id = k.pegawai_id AND l.competency_id = d.competency_id
    WHERE k.whole OR k.relation = 'asesor' OR d.competency_id % 2 = 0`.execute(tx)
}

const officeOf = async (tx: Tx, code: string, instansiId: number): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM unit WHERE instansi_id = ${instansiId} AND (code = ${code} OR (${code} = '' AND id = top_id)) AND id = top_id ORDER BY id LIMIT 1`.execute(
    tx,
  )
  return rows[0]!.id
}

/** Who in an office was not assessed in everything the post asks for: a campaign that is over and heard everybody leaves them out. */
const notKnownIn = async (tx: Tx, office: number, today: string): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    WITH person AS (
      SELECT p.pegawai_id, p.jabatan_id FROM pegawai p JOIN unit u ON u.id = p.unit_id WHERE u.top_id = ${office} AND p.status = 'aktif'),
    demand AS MATERIALIZED (SELECT * FROM demands_of((SELECT array_agg(DISTINCT jabatan_id) FROM person), ${today}::date))
    SELECT DISTINCT p.pegawai_id AS id FROM person p JOIN demand d ON d.jabatan_id = p.jabatan_id
    WHERE NOT EXISTS (
      SELECT FROM assessment_result r WHERE r.pegawai_id = p.pegawai_id AND r.competency_id = d.competency_id AND r.valid_until >= ${today}::date)
    ORDER BY 1`.execute(tx)
  return rows.map(row => row.id)
}

/** An open campaign and a closed one in the province, a small one in a kabupaten; the demo accounts have something to rate. */
export async function insertCampaigns(tx: Tx, today: string): Promise<void> {
  await sql`
    INSERT INTO identity.user_account (id, name, email, username)
    VALUES (${partner}, 'Asesor Mitra Kantor Regional BKN', ${placeholderAddress(partner)}, 'asesor-mitra')`.execute(tx)
  await sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES (${partner}, 'asesor', 'instansi', 2)`.execute(
    tx,
  )
  const { rows } = await sql<{ teamOffice: number; asesor: number }>`
    SELECT u.top_id AS "teamOffice", (SELECT pegawai_id FROM identity.user_account WHERE username = 'asesor') AS asesor
    FROM identity.user_account a JOIN pegawai p ON p.pegawai_id = a.pegawai_id JOIN unit u ON u.id = p.unit_id WHERE a.username = 'atasan'`.execute(
    tx,
  )
  const { teamOffice, asesor } = rows[0]!
  const pair = [
    { accountId: 'demo-asesor', pegawaiId: asesor },
    { accountId: partner, pegawaiId: null },
  ]
  const day = (offset: number) => dayOf(today, offset)

  const running = await open(tx, {
    instansiId: 2,
    name: `Pemetaan kompetensi ${today.slice(0, 4)}`,
    legalBasis: `Surat Sekretaris Daerah tentang pemetaan kompetensi tahun ${today.slice(0, 4)}`,
    purpose: 'pemetaan',
    methods: ['assessment_center', 'penilaian_atasan', 'penilaian_rekan', 'penilaian_diri'],
    population: {
      ...wholeInstansi,
      unitIds: [teamOffice, await officeOf(tx, 'BPSDM', 2), await officeOf(tx, 'BAPPEDA', 2)],
      employment: ['pns'],
    },
    excluded: [],
    waves: [
      { number: 1, startsOn: day(-18), endsOn: day(20), quota: 120 },
      { number: 2, startsOn: day(21), endsOn: day(45), quota: 80 },
    ],
    by: 'demo-pengelola',
    today,
  })
  await assignAsesor(tx, running.id, { wave: 1, unitId: null }, pair, 2, noon(day(-17)))
  await rate(tx, running, { complete: 45, begun: true, from: day(-15), days: 12, today })
  await addReminder(tx, running.id, day(7))
  await addReminder(tx, running.id, day(18))
  await followWithin(tx, running, everybody, noon(day(-2)), today)

  const staffOffice = await officeOf(tx, 'BKPSDMD', 2)
  const past = await open(tx, {
    instansiId: 2,
    name: 'Penilaian 360° BKPSDMD',
    legalBasis: 'Keputusan Kepala BKPSDMD tentang penilaian 360°',
    purpose: 'pengisian',
    methods: ['assessment_center', 'penilaian_atasan', 'penilaian_rekan', 'penilaian_bawahan', 'penilaian_diri'],
    population: { ...wholeInstansi, unitIds: [staffOffice] },
    excluded: await notKnownIn(tx, staffOffice, today),
    waves: [{ number: 1, startsOn: day(-75), endsOn: day(-40), quota: null }],
    by: 'demo-pengelola',
    today,
  })
  await assignAsesor(tx, past.id, { wave: null, unitId: null }, pair, 2, noon(day(-74)))
  await rate(tx, past, { complete: 90, begun: false, from: day(-70), days: 28, today })
  await followWithin(tx, past, everybody, noon(day(-41)), today)
  await store.recordChange(
    tx,
    past.id,
    { kind: 'closed', wave: null, until: null, reason: null, by: 'demo-pengelola', at: noon(day(-38)) },
    'closed',
  )
  await concludeWithin(tx, { ...past, state: 'closed' }, everybody, noon(day(-38)), today)

  const office = await officeOf(tx, '', 3)
  const { rows: first } = await sql<{ id: number }>`
    SELECT p.pegawai_id AS id FROM pegawai p JOIN unit u ON u.id = p.unit_id
    WHERE u.top_id = ${office} AND p.status = 'aktif' AND p.jabatan_id IS NOT NULL ORDER BY 1 LIMIT 1`.execute(tx)
  const small = await open(tx, {
    instansiId: 3,
    name: 'Penilaian diri dan atasan',
    legalBasis: 'Surat Edaran Sekretaris Daerah Kabupaten',
    purpose: 'pemetaan',
    methods: ['penilaian_atasan', 'penilaian_diri'],
    population: { ...wholeInstansi, unitIds: [office] },
    excluded: [first[0]!.id],
    waves: [{ number: 1, startsOn: day(-5), endsOn: day(25), quota: null }],
    by: 'demo-kabupaten',
    today,
  })
  await followWithin(tx, small, everybody, noon(day(-4)), today)
  // Everything is calculated once after the load: nobody need hear of it.
  await sql`DELETE FROM outbox WHERE fact = 'assessment.recorded'`.execute(tx)
}
