import { type ChildProcess, spawn } from "node:child_process"
import { randomInt } from "node:crypto"
import { once } from "node:events"
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { fileURLToPath, pathToFileURL } from "node:url"

const start = fileURLToPath(new URL("../../server/start.mjs", import.meta.url))
const movedClock = fileURLToPath(new URL("moved-clock.mjs", import.meta.url))
/** The pages may have to be built first, on a machine that does other work. */
const patience = 240_000

export type Portal = {
  /** Without a slash at its end. */
  origin: string
  dataDir: string
  /** What the server said so far, for a journey that failed. */
  output(): string
  /**
   * Moves the portal's clock: its own `now`, by which what is due becomes due; the database keeps the
   * machine's. A null gives it back.
   */
  moveClock(to: Date | null): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a portal as `npm start` does, on a free port, and waits until `page` answers. Without a
 * `dataDir` it gets an empty one of its own, which goes when it stops.
 */
export async function startPortal({
  settings = {},
  dataDir: given,
  page = "/healthz",
  isClockMoved = false,
}: {
  settings?: Record<string, string>
  dataDir?: string
  page?: string
  /** Whether its clock can be moved; a portal that is measured keeps the machine's. */
  isClockMoved?: boolean
} = {}): Promise<Portal> {
  const dataDir = given ?? (await mkdtemp(path.join(tmpdir(), "rapporteur-portal-")))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const clock = `${dataDir}.clock`
  const child = spawn(process.execPath, [start], {
    env: {
      ...withoutSettings(process.env),
      PORT: String(port),
      RAPPORTEUR_DATA: dataDir,
      LOG_LEVEL: "warn",
      ...(isClockMoved && {
        MOVED_CLOCK: clock,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import ${pathToFileURL(movedClock)}`,
      }),
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-20_000)
  }
  child.stdout.on("data", listen)
  child.stderr.on("data", listen)
  const portal: Portal = {
    origin,
    dataDir,
    output: () => said,
    moveClock: async (to) => {
      // Whole or not at all: the portal reads it whenever it asks what time it is.
      await writeFile(`${clock}.new`, String(to ? to.getTime() - Date.now() : 0))
      await rename(`${clock}.new`, clock)
    },
    stop: async () => {
      await end(child)
      if (given) return
      await rm(clock, { force: true })
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
  try {
    await answers(origin + page, child)
  } catch (error) {
    await portal.stop()
    throw new Error(`The portal did not start (${error}). It said:\n${said}`)
  }
  return portal
}

/** A portal under test is set up by its test alone, not by what stands in the developer's shell. */
function withoutSettings(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(RAPPORTEUR_|DATABASE_|AUTH_|SMTP_|MAIL_FROM|HOST$|LOG_LEVEL$)/
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !ours.test(name)),
  ) as NodeJS.ProcessEnv
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with status ${child.exitCode}`)
    const response = await fetch(address).catch(() => null)
    if (response?.ok) {
      await response.arrayBuffer()
      return
    }
    await wait(20)
  }
  throw new Error(`no answer within ${patience / 1000} s`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, "exit")
  child.kill("SIGTERM")
  const timely = await Promise.race([gone.then(() => true), wait(20_000, false, { ref: false })])
  if (timely) return
  child.kill("SIGKILL")
  await gone
}

/**
 * A port that nobody uses at this moment, below those that systems give to connections that go out
 * (from 32768): a server that is killed and started again would now and then find its own taken.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 1; attempt <= 50; attempt++) {
    const port = randomInt(18_000, 32_000)
    const server = createServer().listen(port, "127.0.0.1")
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    await new Promise((resolve) => server.close(resolve))
    return port
  }
  throw new Error("No free port was found.")
}
