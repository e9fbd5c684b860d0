import { Worker } from 'node:worker_threads'

/** A sheet may not take the server's memory with it: its thread ends first. */
const MEMORY_MB = 2_048

/** What a thread can come to besides its answer. */
export class ThreadStopped extends Error {
  readonly why: 'time' | 'memory'
  constructor(why: 'time' | 'memory') {
    super(`the sheet's thread ran out of ${why}`)
    this.why = why
  }
}

/**
 * Runs sheet-worker.ts on one task and hands each of its messages to `receive`, which returns true at the last one.
 * @throws ThreadStopped when time or memory ran out; any error of the thread itself
 */
export function inThread<M>(task: unknown, seconds: number, receive: (message: M, worker: Worker) => boolean): Promise<void> {
  // Tests run the sources, the server runs the build: the thread's file stands beside this one in both.
  const file = import.meta.url.endsWith('.ts') ? './sheet-worker.ts' : './sheet-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  let timer: NodeJS.Timeout
  return new Promise<void>((resolve, reject) => {
    timer = setTimeout(() => reject(new ThreadStopped('time')), seconds * 1000)
    worker.on('message', (message: M & { failure?: string }) => {
      try {
        if (message.failure !== undefined) reject(new Error(message.failure))
        else if (receive(message, worker)) resolve()
      } catch (error) {
        reject(error)
      }
    })
    worker.on('error', error => {
      const outOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(outOfMemory ? new ThreadStopped('memory') : error)
    })
    worker.on('exit', () => reject(new Error('the sheet thread ended without an answer')))
  }).finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}
