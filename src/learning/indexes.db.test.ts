import { expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { sql } from '../platform/db/index.ts'

it('has an index for what is found without its person', async () => {
  const database = await testDatabase()
  try {
    const { rows } = await sql<{ led: string }>`
      SELECT DISTINCT i.indrelid::regclass || '.' || a.attname AS led
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] WHERE i.indpred IS NULL`.execute(
      database.outer,
    )
    expect(rows.map(row => row.led)).toEqual(
      expect.arrayContaining([
        'activity.id',
        'attendance.session_id',
        'lesson_progress.lesson_id',
        'quiz_attempt.lesson_id',
        'submission.lesson_id',
      ]),
    )
  } finally {
    await database.close()
  }
})
