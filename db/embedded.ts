import { mkdir, rm } from "node:fs/promises"
import { createServer } from "node:net"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { findBinaries } from "./embedded/binaries"
import { makeCluster, type Place } from "./embedded/cluster"
import { holdLease, type Lease } from "./embedded/lease"
import { withLock } from "./embedded/lock"
import { isAlive, readPostmaster, stateOf } from "./embedded/processes"
import { app, databaseUrl, owner, prepareDatabase, superuser } from "./embedded/roles"
import { chooseRunner, runAs } from "./embedded/runner"
import { loadSecrets } from "./embedded/secrets"

const database = "rapporteur"

export type Embedded = {
  /** Owns the database `rapporteur`: for migrations. */
  ownerUrl: string
  /** The running application; may do what migrations granted. */
  appUrl: string
  /** Superuser, database `postgres`: for tests, which make and drop databases. */
  adminUrl: string
  /** Signs sessions and links; kept beside the database, so that it survives a restart. */
  authSecret: string
  /** Leaves. The last one of this data directory to leave stops the server. */
  stop(): Promise<void>
}

/**
 * Starts the Postgres of a data directory, making it on the first call, or joins the one that
 * already runs there. `durable: false` gives up safety against power cuts for speed (tests).
 * Throws with what to do when this machine cannot run it.
 */
export async function startEmbedded(
  dataDir: string,
  options: { durable?: boolean } = {},
): Promise<Embedded> {
  const root = path.resolve(dataDir)
  const cluster = path.join(root, "postgres")
  const lock = path.join(root, "start.lock")
  await mkdir(root, { recursive: true })
  return withLock(lock, async () => {
    const binaries = await findBinaries()
    const runner = await chooseRunner(cluster, [root, binaries.pgCtl])
    const place = { dataDir: root, cluster, binaries, runner }
    const secrets = await loadSecrets(root)
    await makeCluster(place, secrets.superuser, options.durable ?? true)
    const port = (await findRunning(cluster)) ?? (await start(place))
    const adminUrl = `postgres://${superuser}:${secrets.superuser}@127.0.0.1:${port}/postgres`
    const lease = await join(adminUrl, root)
    await prepareDatabase(adminUrl, database, secrets)
    return {
      adminUrl,
      ownerUrl: databaseUrl(adminUrl, database, owner, secrets.owner),
      appUrl: databaseUrl(adminUrl, database, app, secrets.app),
      authSecret: secrets.authSecret,
      stop: () => withLock(lock, () => leave(place, lease)),
    }
  })
}

async function start(place: Place): Promise<number> {
  const log = path.join(place.cluster, "server.log")
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      await runAs(place.runner, "Starting the database", place.binaries.pgCtl, [
        "start",
        `--pgdata=${place.cluster}`,
        `--log=${log}`,
        `--options=-p ${port}`,
        "--timeout=240",
        "--silent",
      ])
      return port
    } catch (error) {
      // Between asking for a free port and using it, another program may have taken it.
      if (attempt === 4) {
        throw new Error(`${error instanceof Error ? error.message : error} More in ${log}.`)
      }
      await wait(250 * attempt)
    }
  }
}

/** The port of the server that runs here; null after making sure that none does. */
async function findRunning(cluster: string): Promise<number | null> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const found = await readPostmaster(cluster)
    if (!found) return null
    const state = await stateOf(cluster, found.pid)
    if (state === "gone") {
      // Postgres itself clears up after a dead number, but not after one that a stranger has now.
      if (found.pid === 0 || isAlive(found.pid)) await rm(path.join(cluster, "postmaster.pid"))
      return null
    }
    if (state === "running" && found.ready) return found.port
    if (Date.now() > deadline) {
      throw new Error(`Process ${found.pid} runs the database in ${cluster}, but is not ready.`)
    }
    await wait(50)
  }
}

async function join(adminUrl: string, root: string): Promise<Lease> {
  try {
    return await holdLease(adminUrl)
  } catch (error) {
    if (!(error instanceof Error) || !/password authentication/.test(error.message)) throw error
    throw new Error(
      `The passwords in ${path.join(root, "secrets.json")} are not those of the database beside it. ` +
        "Restore both from the same backup.",
    )
  }
}

async function leave(place: Place, lease: Lease): Promise<void> {
  const found = await readPostmaster(place.cluster)
  if (!(await lease.end()) || !found) return
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
