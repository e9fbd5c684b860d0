import { expect, it } from 'vitest'
import { createThrottle } from './throttle.ts'

const tries = async (throttle: ReturnType<typeof createThrottle>, account: string, address: string, times: number) => {
  const waits: number[] = []
  for (let i = 0; i < times; i++) waits.push(await throttle.attempt(account, address))
  return waits
}

it('lets an account be tried five times, then for none of the quarter of an hour, from whatever address', async () => {
  const throttle = createThrottle()
  expect(await tries(throttle, 'ani', '10.0.0.1', 6)).toEqual([0, 0, 0, 0, 0, 15])
  expect(await tries(throttle, 'ani', '10.0.0.2', 1)).toEqual([15])
  expect(await tries(throttle, 'budi', '10.0.0.1', 1)).toEqual([0])
})

it('lets an address try sixty times in all, so that an office may err and a guesser may not', async () => {
  const throttle = createThrottle()
  for (let i = 0; i < 60; i++) expect(await throttle.attempt(`akun-${i}`, '10.0.0.1')).toBe(0)
  expect(await tries(throttle, 'budi', '10.0.0.1', 1)).toEqual([15])
  expect(await tries(throttle, 'cici', '10.0.0.2', 1)).toEqual([0])
})

it('forgets the errors of an account that signed in, and no longer counts that try for the address', async () => {
  const throttle = createThrottle()
  await tries(throttle, 'ani', '10.0.0.1', 5)
  await throttle.right('ani', '10.0.0.1')
  expect(await tries(throttle, 'ani', '10.0.0.1', 5)).toEqual([0, 0, 0, 0, 0])
  for (let i = 0; i < 51; i++) expect(await throttle.attempt(`akun-${i}`, '10.0.0.1')).toBe(0)
  expect(await tries(throttle, 'budi', '10.0.0.1', 1)).toEqual([15])
})

it('counts tries that come all at once', async () => {
  const throttle = createThrottle()
  const waits = await Promise.all(Array.from({ length: 12 }, () => throttle.attempt('ani', '10.0.0.1')))
  expect(waits.filter(wait => wait === 0)).toHaveLength(5)
})
