import { formAtTheBeginning, formByName } from '../../src/learning/records/rules/form-by-name.ts'
import { isoOf, yearOf } from './dates.ts'
import { type Parts, type Table, table } from './table.ts'
import type { Course } from './training-catalogue.ts'

const formOf = ({ name, kind }: Course) => (kind === 'lainnya' ? formByName(name) : (formAtTheBeginning(name) ?? kind))
const dateOrNull = (day: number | null) => (day === null ? null : isoOf(day))

/** The people themselves and the histories of their lives. */
export function peopleTables({ people, contracts, tenures, schooling, trainings }: Parts): Table[] {
  return [
    table(
      'pegawai',
      {
        pegawai_id: 'int',
        instansi_id: 'int',
        unit_id: 'int',
        jabatan_id: 'int',
        jabatan_aim_id: 'int',
        atasan_id: 'int',
        nip: 'text',
        name: 'text',
        employment: 'text',
        status: 'text',
        sex: 'text',
        birth_date: 'date',
        golongan: 'text',
        education: 'text',
      },
      people.map(row => ({
        pegawai_id: row.id,
        instansi_id: row.instansiId,
        unit_id: row.unitId,
        jabatan_id: row.status === 'aktif' ? row.post.id : null,
        jabatan_aim_id: row.aim?.id ?? null,
        atasan_id: row.atasanId,
        nip: row.nip,
        name: row.name,
        employment: row.employment,
        status: row.status,
        sex: row.sex,
        birth_date: isoOf(row.birth),
        golongan: row.golongan,
        education: row.education,
      })),
      true,
    ),
    table(
      'employment_history',
      { pegawai_id: 'int', instansi_id: 'int', nip: 'text', employment: 'text', from_date: 'date', until_date: 'date' },
      contracts.map(({ person, nip, employment, from, until }) => ({
        pegawai_id: person.id,
        instansi_id: person.instansiId,
        nip,
        employment,
        from_date: isoOf(from),
        until_date: dateOrNull(until),
      })),
    ),
    table(
      'jabatan_history',
      {
        pegawai_id: 'int',
        instansi_id: 'int',
        instansi_then: 'int',
        jabatan_id: 'int',
        appointment: 'text',
        from_date: 'date',
        until_date: 'date',
      },
      tenures.map(row => ({
        pegawai_id: row.person.id,
        instansi_id: row.person.instansiId,
        instansi_then: row.instansiThen,
        jabatan_id: row.post.id,
        appointment: row.appointment,
        from_date: isoOf(row.from),
        until_date: dateOrNull(row.until),
      })),
    ),
    table(
      'education_history',
      { pegawai_id: 'int', instansi_id: 'int', education: 'text', field: 'text', school: 'text', graduated_year: 'int' },
      schooling.map(row => ({
        pegawai_id: row.person.id,
        instansi_id: row.person.instansiId,
        education: row.education,
        field: row.field,
        school: row.school,
        graduated_year: row.graduatedYear,
      })),
    ),
    table(
      'learning_record',
      {
        pegawai_id: 'int',
        instansi_id: 'int',
        instansi_then: 'int',
        form: 'text',
        name: 'text',
        organiser: 'text',
        jp: 'int',
        started_on: 'date',
        ended_on: 'date',
        certificate_number: 'text',
        source: 'text',
        recorded_at: 'timestamptz',
      },
      trainings.map(({ person, course, startedOn, endedOn, number }) => ({
        pegawai_id: person.id,
        instansi_id: person.instansiId,
        instansi_then: person.instansiId,
        form: formOf(course),
        name: course.name,
        organiser: course.organiser,
        jp: course.jp,
        started_on: isoOf(startedOn),
        ended_on: isoOf(endedOn),
        certificate_number:
          number === null ? null : `${String(number).padStart(5, '0')}/${course.kind.toUpperCase()}/${yearOf(endedOn)}`,
        source: 'impor',
        recorded_at: `${isoOf(endedOn)}T16:00:00+07:00`,
      })),
    ),
  ]
}
