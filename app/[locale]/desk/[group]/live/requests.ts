import { fromBase64, toBase64 } from "lib0/buffer"
import * as Y from "yjs"
import { exchanged, type Reason } from "@/lib/live/protocol"

/** Under this origin a document takes in what a request brought. */
export const requestOrigin = { from: "a request" }

/** The line gets this long, in milliseconds, before requests take its place. */
const grace = 3_000
const betweenChanges = 500
const betweenLooks = 3_000
const longestPause = 15_000

type Setting = {
  doc: Y.Doc
  href: string
  /** The form of the text that this page knows. */
  schema: number
  /** What is written so far, and whether any of it is not kept. */
  mark: () => number
  hasMore: () => boolean
  onKept: (mark: number, at: string) => void
  onHeard: (heard: boolean) => void
  onBeside: () => void
  onRefused: (reason: Reason) => void
}

/**
 * The same document over ordinary requests, where no line can be opened: what was written goes up, what
 * the others wrote comes down, every few seconds. It looks on for as long as the line is missing.
 */
export class Requests {
  isHeard = false
  readonly #setting: Setting
  #timer: ReturnType<typeof setTimeout> | null = null
  #isWanted = false
  #isStopped = false
  #isBusy = false
  #failures = 0
  /** What the server is known to have, and its newest number. */
  #state: Uint8Array | null = null
  #last = -1
  #meeting = ""

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** The line is missing: begins after a moment, in which it may come back. */
  start(): void {
    if (this.#isStopped || this.#isWanted) return
    this.#isWanted = true
    this.#plan(grace)
  }

  /** The line is there. */
  pause(): void {
    this.#isWanted = false
    this.#failures = 0
    this.isHeard = false
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  stop(): void {
    this.pause()
    this.#isStopped = true
  }

  /** Something was written: it goes up soon. */
  hurry(): void {
    if (this.#isWanted && this.isHeard && !this.#isBusy) this.#plan(betweenChanges, true)
  }

  #plan(wait: number, isSooner = false): void {
    if (this.#timer && isSooner && this.#isSoon) return
    if (this.#timer) clearTimeout(this.#timer)
    this.#isSoon = isSooner
    this.#timer = setTimeout(() => void this.#exchange(), wait)
  }
  #isSoon = false

  async #exchange(): Promise<void> {
    if (!this.#isWanted || this.#isBusy) return
    this.#isBusy = true
    this.#isSoon = false
    const ok = await this.#once().catch(() => false)
    this.#isBusy = false
    if (!this.#isWanted) return
    this.#failures = ok ? 0 : this.#failures + 1
    if (this.isHeard !== ok) {
      this.isHeard = ok
      this.#setting.onHeard(ok)
    }
    const more = ok && this.#setting.hasMore() ? betweenChanges : betweenLooks
    this.#plan(ok ? more : Math.min(longestPause, betweenLooks * 2 ** (this.#failures - 1)))
  }

  async #once(): Promise<boolean> {
    const { doc, href, schema, mark, hasMore, onKept, onRefused, onBeside } = this.#setting
    const upTo = mark()
    const changes = this.#state && hasMore() ? Y.encodeStateAsUpdate(doc, this.#state) : null
    const answer = await fetch(href, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        schema,
        state: toBase64(Y.encodeStateVector(doc)),
        seen: this.#last,
        update: changes && toBase64(changes),
      }),
      signal: AbortSignal.timeout(20_000),
    })
    if (answer.status >= 500 || answer.status === 429) return false
    const read = exchanged.safeParse(await answer.json())
    if (!read.success) return false
    if ("refused" in read.data) {
      onRefused(read.data.refused)
      return false
    }
    const { update, state, last, at, meeting } = read.data
    if (update) Y.applyUpdate(doc, fromBase64(update), requestOrigin)
    if (state) this.#state = fromBase64(state)
    this.#last = last
    if (changes || !hasMore()) onKept(upTo, at)
    if (this.#meeting !== "" && this.#meeting !== meeting) onBeside()
    this.#meeting = meeting
    return true
  }
}
