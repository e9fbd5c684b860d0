import { expect, it } from 'vitest'
import { createThrottle } from './throttle.ts'

const wrong = async (throttle: ReturnType<typeof createThrottle>, login: string, address: string, times: number) => {
  for (let i = 0; i < times; i++) await throttle.wrong(login, address)
}

it('lets an account be tried five times, then for none of the quarter of an hour, from whatever address', async () => {
  const throttle = createThrottle()
  await wrong(throttle, 'ani', '10.0.0.1', 4)
  expect(await throttle.waitFor('ani', '10.0.0.1')).toBe(0)
  await wrong(throttle, 'ani', '10.0.0.1', 1)
  expect(await throttle.waitFor('ani', '10.0.0.1')).toBe(15)
  expect(await throttle.waitFor('ani', '10.0.0.2')).toBe(15)
  expect(await throttle.waitFor('budi', '10.0.0.1')).toBe(0)
})

it('lets an address try sixty times in all, so that an office may err and a guesser may not', async () => {
  const throttle = createThrottle()
  for (let i = 0; i < 59; i++) await throttle.wrong(`akun-${i}`, '10.0.0.1')
  expect(await throttle.waitFor('budi', '10.0.0.1')).toBe(0)
  await throttle.wrong('akun-59', '10.0.0.1')
  expect(await throttle.waitFor('budi', '10.0.0.1')).toBe(15)
  expect(await throttle.waitFor('budi', '10.0.0.2')).toBe(0)
})

it('forgets the errors of an account that signed in, not those of the address', async () => {
  const throttle = createThrottle()
  await wrong(throttle, 'ani', '10.0.0.1', 4)
  await throttle.right('ani')
  await wrong(throttle, 'ani', '10.0.0.1', 4)
  expect(await throttle.waitFor('ani', '10.0.0.1')).toBe(0)
  for (let i = 0; i < 52; i++) await throttle.wrong(`akun-${i}`, '10.0.0.1')
  expect(await throttle.waitFor('ani', '10.0.0.1')).toBe(15)
})

it('goes on counting past the limit without an error', async () => {
  const throttle = createThrottle()
  await wrong(throttle, 'ani', '10.0.0.1', 20)
  expect(await throttle.waitFor('ani', '10.0.0.1')).toBe(15)
})
