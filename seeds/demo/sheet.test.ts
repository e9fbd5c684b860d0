import { expect, it } from 'vitest'
import { sheet } from './sheet.ts'

it('reads a line as a row, a blank cell as null, and refuses a row of another width', () => {
  expect(
    sheet(`
    id | name | place
    1 | BPSDM, Babel |
    2 | | Jakarta
  `),
  ).toEqual([
    { id: '1', name: 'BPSDM, Babel', place: null },
    { id: '2', name: null, place: 'Jakarta' },
  ])
  expect(() => sheet('a | b\n1')).toThrow('1 cells for 2 names: 1')
})
