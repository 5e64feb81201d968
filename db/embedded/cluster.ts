import { access, mkdir, rename, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import type { Binaries } from "./binaries"
import { superuser } from "./roles"
import { giveTo, type Runner, runAs } from "./runner"

export type Place = { dataDir: string; cluster: string; binaries: Binaries; runner: Runner }

/** Word search looks letters up in the system's own locale; plain C knows only A to Z. */
const systemLocale: Partial<Record<NodeJS.Platform, string>> = {
  linux: "C.UTF-8",
  darwin: "en_US.UTF-8",
  win32: "en-US",
}

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  timezone: "UTC",
  log_timezone: "UTC",
  // Statements carry what people wrote; they do not belong in a log.
  log_min_error_statement: "panic",
}

/** For data that nobody will miss after a power cut. */
const hasty = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/**
 * Makes the files of the database where there are none: beside their place, and moved there
 * when whole, so that a first start that was killed leaves nothing half made.
 */
export async function makeCluster(place: Place, password: string, durable: boolean): Promise<void> {
  if (await isThere(path.join(place.cluster, "PG_VERSION"))) return
  const draft = `${place.cluster}.new`
  const passwordFile = path.join(place.dataDir, "postgres.pw")
  const make = async (locale: string): Promise<void> => {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    await giveTo(place.runner, draft)
    await runAs(place.runner, "Making the database", place.binaries.initdb, [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale-provider=icu",
      "--icu-locale=und",
      `--locale=${locale}`,
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
      ...Object.entries({ ...settings, ...(durable ? {} : hasty) }).map(
        ([name, value]) => `--set=${name}=${value}`,
      ),
    ])
  }
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    await giveTo(place.runner, passwordFile)
    await make(systemLocale[process.platform] ?? "C").catch(() => make("C"))
    await rename(draft, place.cluster)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
