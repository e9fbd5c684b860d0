import type { TestProject } from 'vitest/node'
import { startServer, temporaryFolder } from '../running-server.ts'

/** One server with the demo for all journeys, on a folder of its own. */
export default async function setup(project: TestProject) {
  const { folder, remove } = temporaryFolder()
  const server = await startServer(folder)
  project.provide('url', server.url)
  return async () => {
    await server.stop()
    remove()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    url: string
  }
}
