import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import type { TestProject } from "vitest/node"
import { readPostmaster, stateOf } from "../embedded/processes"

declare module "vitest" {
  interface ProvidedContext {
    /** A directory that lives as long as this run; the first test that needs a server puts it there. */
    testRun: string
  }
}

/** Vitest's global set-up: a place for the run's Postgres, and its end together with the run's. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(path.join(tmpdir(), "rapporteur-test-"))
  project.provide("testRun", directory)
  return async () => {
    await stopServer(path.join(directory, "postgres"))
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Nothing in it is worth a proper farewell, and a worker that hangs must not keep it alive. */
async function stopServer(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster)
  if (!found || (await stateOf(cluster, found.pid)) === "gone") return
  process.kill(found.pid, "SIGQUIT")
  for (let tries = 0; tries < 500; tries++) {
    if ((await stateOf(cluster, found.pid)) === "gone") return
    await wait(20)
  }
}
