import { it } from 'vitest'
import { demoApp } from '../../test/factories/demo.ts'
import { jabatanForSheet } from './store/jabatan.ts'
import { usableCompetencies } from './store/competency.ts'
import { requirementSheet, standardSheets } from './standard-sheet.ts'
import { workbookBytes } from '../platform/sheet/workbook.ts'
it('prof', async () => {
  const demo = await demoApp()
  const db = demo.database.outer
  for (let i = 0; i < 3; i++) {
    const t0 = performance.now()
    const j = await jabatanForSheet(db, { instansiId: 2, unitId: null, jenjang: null, source: null, q: '' }, 'nama', false)
    const t1 = performance.now()
    const c = await usableCompetencies(db, 2)
    const sheets = [...standardSheets('id', 'x', j, c), requirementSheet('id', j)]
    const t2 = performance.now()
    const b = await workbookBytes(sheets)
    const t3 = performance.now()
    console.log(Math.round(t1 - t0), Math.round(t2 - t1), Math.round(t3 - t2), b.length, j.length)
  }
  await demo.close()
}, 300000)
