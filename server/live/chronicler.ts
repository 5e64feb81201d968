import type { Actor } from "@/lib/platform/actor"
import { log } from "@/lib/platform/log"
import type { Served } from "./served-kind"

/** A pause in the writing after which the history gets a revision, in milliseconds. */
const quiet = 60_000
/** While writing goes on without a pause, it gets one this often. */
const longest = 10 * 60_000
/** After so many commits the log is folded into a snapshot. */
const compactEvery = 400

const portal: Actor = { kind: "system", command: "live texts" }

/** Marks moments in the history of one text, and keeps its log short. Nothing is lost without it. */
export class Chronicler {
  #first: number | null = null
  #timer: NodeJS.Timeout | null = null
  #commits = 0
  #working: Promise<void> = Promise.resolve()

  constructor(
    private readonly served: Pick<Served, "mark" | "compact">,
    private readonly id: string,
  ) {}

  /** Something was committed. */
  changed(): void {
    this.#commits++
    this.#first ??= Date.now()
    if (this.#timer) clearTimeout(this.#timer)
    const left = Math.max(0, this.#first + longest - Date.now())
    this.#timer = setTimeout(() => this.#mark(), Math.min(quiet, left))
    if (this.#commits >= compactEvery) this.#compact()
  }

  /** Marks the end, when something was written. */
  async close(): Promise<void> {
    if (this.#timer) this.#mark()
    await this.#working
  }

  #mark(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#first = null
    this.#then(async () => {
      await this.served.mark(portal, this.id)
    })
  }

  #compact(): void {
    this.#commits = 0
    this.#then(async () => {
      await this.served.compact(this.id)
    })
  }

  #then(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch((error: unknown) => {
      log().error({ error, text: this.id }, "the history of a text was not marked")
    })
  }
}
