import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { setTimeout as wait } from "node:timers/promises"
import next from "next"
import { startEmbedded } from "@/db/embedded"
import { connection } from "@/lib/platform/database"
import {
  dataFolder,
  type Env,
  EnvError,
  env,
  provideEnv,
  readEnv,
  sampleMode,
  wantsEmbedded,
} from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { frontDoor } from "./front-door"
import { listenForMail } from "./inbound/listener"
import { liveSocket } from "./live/socket"
import { fillSample } from "./sample/fill"
import { bringUpToDate } from "./up-to-date"
import { startWorker } from "./worker"

const say = (line: string) => process.stdout.write(`${line}\n`)
const development = process.argv.includes("--dev")

/** What must be let go of at the end, the last first. */
const closers: (() => Promise<unknown>)[] = []

async function prepare(): Promise<Env> {
  if (!wantsEmbedded()) {
    provideEnv(readEnv(process.env, null))
    return env()
  }
  // Everything that can be wrong is said before a database is made.
  readEnv(process.env, { databaseUrl: "", migrationUrl: "", authSecret: "" })
  say("Starting the database …")
  const database = await startEmbedded(dataFolder())
  closers.push(() => database.stop())
  const { ownerUrl, appUrl, authSecret } = database
  provideEnv(readEnv(process.env, { databaseUrl: appUrl, migrationUrl: ownerUrl, authSecret }))
  return env()
}

async function run(): Promise<void> {
  const { port, host, origin, migrationUrl, databaseUrl } = await prepare()
  say("Bringing the database up to date …")
  await bringUpToDate(migrationUrl, databaseUrl)
  closers.push(() => connection().end())
  if (sampleMode() && env().sample && (await fillSample()))
    say("Filled the empty database with the sample group.")

  const server = createServer()
  const upgrades = createServer()
  const app = next({
    dev: development,
    dir: process.cwd(),
    // Next compares rewritten addresses with this name; a loopback number would never equal it.
    hostname: "localhost",
    port,
    // Next would answer every request to upgrade; it gets those that are not ours.
    httpServer: upgrades,
  })
  say("Preparing the pages …")
  await app.prepare()
  closers.push(() => app.close())
  const door = await frontDoor(app.getRequestHandler(), { keepPublic: !development })
  closers.push(door.close)
  server.on("request", door.handle)
  const socket = liveSocket((request, wire, head) => {
    if (!upgrades.emit("upgrade", request, wire, head)) wire.destroy()
  })
  closers.push(socket.close)
  server.on("upgrade", socket.upgrade)
  const worker = await startWorker()
  closers.push(worker.stop)
  if (env().inbound) closers.push((await listenForMail()).close)
  await listen(server, port, host)
  closers.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  say(`\nRapporteur is ready: ${origin}`)
  if (sampleMode()) {
    say(`  Read as the public does:  ${origin}/wg-strategy`)
    say(`  Sign in with one press:   ${origin}/sign-in`)
    say("  Stop with Ctrl-C; what you did is kept.")
  }
}

/** The server before this one may need a moment to let go of the port. */
async function listen(server: Server, port: number, host: string): Promise<void> {
  const deadline = Date.now() + 5_000
  for (;;) {
    server.listen(port, host)
    const refused = await once(server, "listening").then(
      () => null,
      (error: unknown) => error,
    )
    if (!refused) return
    if (!isTaken(refused) || Date.now() > deadline) throw refused
    await wait(100)
  }
}

let stopping = false
async function stop(status: number): Promise<void> {
  if (stopping) return
  stopping = true
  // Whatever hangs must not keep the process: the database repairs itself at its next start.
  setTimeout(() => process.exit(status), 10_000).unref()
  for (const close of closers.reverse()) {
    await close().catch((error: unknown) => process.stderr.write(`While stopping: ${error}\n`))
  }
  process.exit(status)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => void stop(0))

run().catch((error: unknown) => {
  if (error instanceof EnvError)
    process.stderr.write(`Rapporteur cannot start:\n${error.message.replace(/^/gm, "  ")}\n`)
  else if (isTaken(error))
    process.stderr.write(
      `Port ${portOf(error)} is in use. Stop what listens there, or set another.\n`,
    )
  else {
    process.stderr.write(
      `Rapporteur cannot start: ${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
    )
  }
  void stop(1)
})

process.on("unhandledRejection", (error) => log().error({ error }, "unhandled rejection"))

/** The page's port, or that of the mail. */
const portOf = (error: Error) => ("port" in error ? error.port : (process.env.PORT ?? 3000))

function isTaken(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE"
}
