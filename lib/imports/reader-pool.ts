import { type ChildProcess, fork } from "node:child_process"
import { availableParallelism, setPriority } from "node:os"
import path from "node:path"
import type { Readable } from "node:stream"
import { programOf } from "@/lib/platform/programs"
import type { FileRefusal } from "./decode"
import type { Answered, Asked, Reading } from "./reader-process"

/** What reading one file may take. */
export type ReadingLimits = { milliseconds: number; bytes: number }
export const readingLimits: ReadingLimits = { milliseconds: 10_000, bytes: 256 * 1024 * 1024 }

/**
 * A process that holds more than this when it is done, with nothing left to let go of, starts anew. Starting
 * takes as long as reading fifty reports, so those of the usual size leave it below; and a file for which
 * what is left is too little is read again in a process that is new.
 */
const TIRED = 242 * 1024 * 1024
/** Idle processes end after so many milliseconds, and give up starting after so many. */
const IDLE = 60_000
const STARTING = 60_000

type Job = { asked: Asked; done: (reading: Reading) => void; failed: (error: Error) => void }
/** What becomes of a reader: whoever waits for others need not know which one it was. */
type Heard = {
  changed: () => void
  left: (reader: Reader, error: Error | null) => void
  /** It held too much, but not by this file alone: a fresh one shall say. */
  again: (job: Job) => void
}

/** Processes that read one file at a time each, started when needed and replaced when over their limits. */
export class ReaderPool {
  readonly #most = Math.min(2, availableParallelism())
  readonly #waiting: Job[] = []
  readonly #readers = new Set<Reader>()
  readonly #limits: ReadingLimits
  #started = 0

  constructor(limits = readingLimits) {
    this.#limits = limits
  }

  /** How many processes it has started so far. */
  get started(): number {
    return this.#started
  }

  /** Rejects only when no process can be started at all. */
  read(asked: Asked): Promise<Reading> {
    return new Promise((done, failed) => {
      const job = { asked, done, failed }
      // Files of an archive come first: whoever unpacks it has many to ask for, one after the other.
      if (asked.packed) this.#waiting.unshift(job)
      else this.#waiting.push(job)
      this.#assign()
    })
  }

  /** Ends all processes. What they read, and what waited, is refused as not read. */
  close(): void {
    for (const { asked, done } of this.#waiting.splice(0)) done(notRead(asked))
    for (const reader of this.#readers) reader.stop({ code: "reader-failed" })
  }

  #assign(): void {
    const free = [...this.#readers].filter((reader) => reader.isFree)
    for (const reader of free) {
      const job = this.#waiting.shift()
      if (job) reader.begin(job)
      else reader.rest()
    }
    const starting = [...this.#readers].filter((reader) => reader.isStarting).length
    if (this.#waiting.length > starting && this.#readers.size < this.#most) {
      this.#started += 1
      this.#readers.add(
        new Reader(this.#limits, {
          changed: () => this.#assign(),
          left: (reader, error) => this.#left(reader, error),
          again: (job) => this.#waiting.unshift(job),
        }),
      )
      this.#assign()
    }
  }

  /** One is gone. One that never was ready says that none will be. */
  #left(reader: Reader, error: Error | null): void {
    this.#readers.delete(reader)
    if (error) for (const { failed } of this.#waiting.splice(0)) failed(error)
    this.#assign()
  }
}

const notRead = ({ name }: Asked, refused: FileRefusal = { code: "reader-failed" }): Reading => ({
  name,
  refused,
})

/** One process, which has nothing of the portal's settings and gives way to whatever else runs. */
class Reader {
  readonly #child: ChildProcess
  #state: "starting" | "free" | "busy" | "stopped" = "starting"
  #job: Job | null = null
  #timer: NodeJS.Timeout | null = null
  #why: FileRefusal | null = null
  #said = ""
  #answers = 0

  readonly #limits: ReadingLimits
  readonly #heard: Heard

  constructor(limits: ReadingLimits, heard: Heard) {
    this.#limits = limits
    this.#heard = heard
    // Next bundles this file, but the process is started beside it.
    const { entry, options } = programOf(
      path.join(/* turbopackIgnore: true */ process.cwd(), "lib/imports/reader-process.ts"),
    )
    const child = fork(/* turbopackIgnore: true */ entry, [String(limits.bytes), String(TIRED)], {
      // Collecting in the one thread that reads takes less of two cores than helpers for it would.
      execArgv: [
        ...options,
        "--single-threaded-gc",
        "--max-old-space-size=200",
        "--max-semi-space-size=4",
        "--expose-gc",
        // The expressions that are used again and again become machine code before the others: what comes
        // behind the first 16 MB of it is made slower.
        "--regexp-tier-up-ticks=40",
      ],
      // What is freed goes back to the system at once, where its library knows these.
      env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "1", MALLOC_TRIM_THRESHOLD_: "65536" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    })
    this.#child = child
    child.stderr?.on("data", (said: Buffer) => {
      this.#said = `${this.#said}${said}`.slice(-2000)
    })
    child.on("message", (message: Answered) => this.#answered(message))
    child.once("error", (error) => this.#gone(error))
    child.once("exit", (_, signal) => this.#gone(null, signal))
    if (child.pid) yieldTo(child.pid)
    this.#timer = setTimeout(() => this.stop(null), STARTING)
  }

  get isFree(): boolean {
    return this.#state === "free"
  }
  get isStarting(): boolean {
    return this.#state === "starting"
  }

  begin(job: Job): void {
    this.#job = job
    this.#state = "busy"
    this.#hold(true)
    this.#wait(this.#limits.milliseconds, {
      code: "too-slow",
      seconds: this.#limits.milliseconds / 1000,
    })
    this.#child.send(job.asked, (error) => {
      if (error) this.stop({ code: "reader-failed" })
    })
  }

  /** Nothing to do: it stays a while, and keeps nobody from ending. */
  rest(): void {
    this.#hold(false)
    this.#wait(IDLE, null)
    this.#timer?.unref()
  }

  stop(why: FileRefusal | null): void {
    this.#why = why
    this.#child.kill("SIGKILL")
  }

  #wait(milliseconds: number, why: FileRefusal | null): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.stop(why), milliseconds)
  }

  #answered(message: Answered): void {
    if (this.#state === "stopped") return
    if (this.#timer) clearTimeout(this.#timer)
    const job = this.#job
    this.#job = null
    this.#state = "free"
    if (message !== "ready") {
      this.#answers += 1
      if (message.rss > TIRED) this.#retire()
      job?.done(message.reading)
    }
    this.#heard.changed()
  }

  /** It has answered for the last time; its place is free for another. */
  #retire(): void {
    this.#state = "stopped"
    this.#child.kill("SIGKILL")
    this.#heard.left(this, null)
  }

  #gone(error: Error | null, signal: NodeJS.Signals | null = null): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#state === "stopped") return
    const started = this.#state !== "starting"
    this.#state = "stopped"
    const memory: FileRefusal = { code: "too-much-memory", most: this.#limits.bytes / 1024 / 1024 }
    const job = this.#job
    // Whoever was killed but not by us held too much; so did one that the engine gave up on. One that ended
    // by itself met a fault, and would again.
    const why = this.#why ?? (signal ? memory : error ? undefined : ({ code: "fault" } as const))
    if (job && why === memory && this.#answers > 0) this.#heard.again(job)
    else job?.done(notRead(job.asked, why))
    const cause = error ?? new Error(this.#said)
    this.#heard.left(
      this,
      started ? null : new Error("No process to read files could be started", { cause }),
    )
  }

  #hold(held: boolean): void {
    const verb = held ? "ref" : "unref"
    this.#child[verb]()
    this.#child.channel?.[verb]()
    const errors = this.#child.stderr as
      | (Readable & { ref?: () => void; unref?: () => void })
      | null
    errors?.[verb]?.()
  }
}

/** Pages come first. Where the system does not allow it, both have the same share. */
function yieldTo(pid: number): void {
  try {
    setPriority(pid, 5)
  } catch {
    // Not a reason to read nothing.
  }
}
