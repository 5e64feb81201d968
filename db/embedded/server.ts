import { rm } from "node:fs/promises"
import { createServer } from "node:net"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import type { Place } from "./cluster"
import { isAlive, readPostmaster, stateOf } from "./processes"
import { runAs } from "./runner"

const patience = 60_000

/**
 * Resolves to the port of the server of a cluster, starting it where none runs: on `port`, else on
 * the one it had when it was killed, else on a free one. Call it under the start lock.
 */
export async function joinOrStart(place: Place, port?: number): Promise<number> {
  const found = await find(place.cluster)
  if (found.running) return found.port
  const log = path.join(place.cluster, "server.log")
  for (let attempt = 1; ; attempt++) {
    const wanted = port ?? (attempt === 1 && found.port > 0 ? found.port : await freePort())
    try {
      await runAs(place.runner, "Starting the database", place.binaries.pgCtl, [
        "start",
        `--pgdata=${place.cluster}`,
        `--log=${log}`,
        `--options=-p ${wanted}`,
        "--timeout=240",
        "--silent",
      ])
      return wanted
    } catch (error) {
      // Between asking for a free port and using it, another program may have taken it.
      if (attempt === 4) {
        throw new Error(`${error instanceof Error ? error.message : error} More in ${log}.`)
      }
      await wait(250 * attempt)
    }
  }
}

/** Stops the server, letting nobody finish; what was committed is kept. */
export async function stopServer(place: Place): Promise<void> {
  const found = await readPostmaster(place.cluster)
  if (!found) return
  await runAs(place.runner, "Stopping the database", place.binaries.pgCtl, [
    "stop",
    `--pgdata=${place.cluster}`,
    "--mode=fast",
    "--timeout=60",
    "--silent",
  ])
  // It takes its pid file away a moment before it is gone.
  for (let tries = 0; tries < 200; tries++) {
    if ((await stateOf(place.cluster, found.pid)) === "gone") return
    await wait(10)
  }
}

/** Makes sure whether a server runs here; `port` is its own or the last one's, 0 when unknown. */
async function find(cluster: string): Promise<{ running: boolean; port: number }> {
  const deadline = Date.now() + patience
  for (;;) {
    const found = await readPostmaster(cluster)
    if (!found) return { running: false, port: 0 }
    const state = await stateOf(cluster, found.pid)
    if (state === "gone") {
      // Postgres itself clears up after a dead number, but not after one that a stranger has now.
      if (found.pid === 0 || isAlive(found.pid)) await rm(path.join(cluster, "postmaster.pid"))
      return { running: false, port: found.port }
    }
    if (state === "running" && found.ready) return { running: true, port: found.port }
    if (Date.now() > deadline) {
      throw new Error(`Process ${found.pid} runs the database in ${cluster}, but is not ready.`)
    }
    await wait(50)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === "string") throw new Error("No free port was found.")
  return address.port
}
