import { type ChildProcess, spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { z } from "zod"
import type { News } from "@/lib/mapping/changes-since"
import type { Ended } from "@/lib/mapping/hear"
import type { Place, standInput } from "@/lib/mapping/presence"
import { programOf } from "./program"

const entry = new URL("mapping-server.ts", import.meta.url)
const root = fileURLToPath(new URL("../../", import.meta.url))

type Who = { token: string; mapping: { id: string; group: { id: string } } }
type Order =
  | { do: "hear"; since: number }
  | { do: "save"; cells: unknown[] }
  | { do: "stand"; stand: z.output<typeof standInput> }
export type Asked = Who & Order & { name: string }
export type Told =
  | { what: "ready" }
  | { what: "news"; news: News }
  | { what: "here"; places: Place[] }
  | { what: "ended"; why: Ended }
  | { what: "done"; name: string; done: unknown }
  | { what: "failed"; name: string; why: string }

/** A server of the grid in a process of its own, and what one page that listens there was told. */
export class MappingProcess {
  readonly news: News[] = []
  here: Place[] = []
  ended: Ended | null = null
  readonly #asked = new Map<string, (told: Told) => void>()

  private constructor(private readonly child: ChildProcess) {
    child.on("message", (told: Told) => {
      if (told.what === "news") this.news.push(told.news)
      else if (told.what === "here") this.here = told.places
      else if (told.what === "ended") this.ended = told.why
      else if (told.what !== "ready") this.#asked.get(told.name)?.(told)
    })
  }

  /** Resolves when it takes orders. */
  static async start(databaseUrl: string): Promise<MappingProcess> {
    const child = spawn(process.execPath, await programOf(entry), {
      ...{ cwd: root, stdio: ["ignore", "inherit", "inherit", "ipc"] },
      env: {
        ...process.env,
        ...{ DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: databaseUrl, LOG_LEVEL: "warn" },
      },
    })
    const made = new MappingProcess(child)
    await once(child, "message")
    return made
  }

  /** Does it there; rejects with what was refused. */
  async ask(who: Who, order: Order): Promise<unknown> {
    const name = randomUUID()
    const answered = new Promise<Told>((resolve) => this.#asked.set(name, resolve))
    this.child.send({ ...who, ...order, name })
    const told = await answered
    this.#asked.delete(name)
    if (told.what === "failed") throw new Error(told.why)
    return told.what === "done" ? told.done : null
  }

  /** Every change that was told, in the order in which it was. */
  get changes() {
    return this.news.flatMap((news) => (news.kind === "changes" ? news.changes : []))
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return
    const gone = once(this.child, "exit")
    this.child.kill("SIGKILL")
    await gone
  }
}
