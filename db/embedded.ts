import { mkdir } from "node:fs/promises"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { findBinaries } from "./embedded/binaries"
import { makeCluster, type Place } from "./embedded/cluster"
import { holdLease, type Lease, type Revive } from "./embedded/lease"
import { withLock } from "./embedded/lock"
import { app, databaseUrl, owner, prepareDatabase, superuser } from "./embedded/roles"
import { chooseRunner } from "./embedded/runner"
import { loadSecrets, type Secrets } from "./embedded/secrets"
import { joinOrStart, stopServer } from "./embedded/server"

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
 * already runs there; if it dies while somebody uses it, it is started again at the same address.
 * `durable: false` gives up safety against power cuts for speed (tests).
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
    const { adminUrl, lease } = await attach(place, secrets, lock)
    await prepareDatabase(adminUrl, database, secrets)
    return {
      adminUrl,
      ownerUrl: databaseUrl(adminUrl, database, owner, secrets.owner),
      appUrl: databaseUrl(adminUrl, database, app, secrets.app),
      authSecret: secrets.authSecret,
      stop: () =>
        withLock(lock, async () => {
          if (await lease.end()) await stopServer(place)
        }),
    }
  })
}

/** Finds or starts the server and holds on to it: one that is just dying still looks alive. */
async function attach(
  place: Place,
  secrets: Secrets,
  lock: string,
): Promise<{ adminUrl: string; lease: Lease }> {
  for (let attempt = 1; ; attempt++) {
    const port = await joinOrStart(place)
    const adminUrl = `postgres://${superuser}:${secrets.superuser}@127.0.0.1:${port}/postgres`
    const revive: Revive = (wanted) =>
      withLock(lock, async () => {
        if (wanted()) await joinOrStart(place, port)
      })
    try {
      return { adminUrl, lease: await holdLease(adminUrl, revive) }
    } catch (error) {
      if (error instanceof Error && /password authentication/.test(error.message)) {
        const file = path.join(place.dataDir, "secrets.json")
        throw new Error(
          `The passwords in ${file} are not those of the database beside it. Restore both from the same backup.`,
        )
      }
      if (attempt === 5) throw error
      await wait(200)
    }
  }
}
