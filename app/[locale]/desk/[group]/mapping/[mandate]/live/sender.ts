import type { Reason } from "@/lib/live/protocol"
import type { Clash } from "@/lib/mapping/model"
import { type SaveState, saveState } from "../../../live/live-state"
import { plainWords } from "./cell-words"
import type { Heard, Sent } from "./line"
import { type Op, rowsOf } from "./ops"
import type { Waiting } from "./waiting"

/** Between two tries of what was not answered: from the first to the longest, in milliseconds. */
const pauses = [500, 1_000, 2_000, 4_000, 8_000, 15_000]
/** After this long without an answer the mark says so; see `saveState`. */
const patience = 8_000

/** What is answered so often with nothing that says anything, or not in time, is put aside, where the portal answers others. */
const mostTries = 4
/** Larger than any request may be: to send it again changes nothing. */
const tooLarge = 413
/** What no answer came to in time, as a status says it. */
const tooSlow = 408

type Around = {
  send: (op: Op) => Promise<Sent>
  /** Whether the portal answers at all. */
  answers: () => Promise<boolean>
  /** Why something is refused that was answered with this HTTP status alone. */
  refusal: (status: number) => string
  saved: (op: Op, sent: Extract<Sent, { kind: "saved" }>) => void
  clashed: (clashes: Clash[]) => void
  changed: () => void
}

/** Sends what waits, one after the other and in order, and knows what the save mark may say. */
export class Sender {
  readonly #waiting: Waiting
  readonly #around: Around
  #isRunning = false
  #isOpen = false
  #isHeard = false
  /** Whether what others do comes by itself, or is asked for from time to time. */
  via: "line" | "requests" = "line"
  /** Why others' changes are only asked for, as the portal says it. */
  full: string | null = null
  #closed: Reason | null = null
  #failures = 0
  /** How often the first in the queue was answered with nothing that says anything. */
  #tries = 0
  #timer: ReturnType<typeof setTimeout> | null = null
  #late: ReturnType<typeof setTimeout> | null = null
  #since = 0
  #at = ""

  constructor(waiting: Waiting, around: Around) {
    this.#waiting = waiting
    this.#around = around
  }

  start(): void {
    this.#isRunning = true
    void this.#next()
  }

  stop(): void {
    this.#isRunning = false
    for (const timer of [this.#timer, this.#late]) if (timer) clearTimeout(timer)
  }

  /** Something waits, or the network came back: tries now. What fails is tried at its own pace. */
  hurry(): void {
    this.#watch()
    if (this.#tries > 0) return
    if (this.#timer) clearTimeout(this.#timer)
    void this.#next()
  }

  /** What the line says of itself. */
  heard(what: Extract<Heard, { kind: "up" | "down" | "full" | "closed" }>): void {
    if (what.kind === "closed") this.#closed = what.reason
    else if (what.kind === "full") this.full = what.message
    else {
      this.#isHeard = what.kind === "up"
      if (what.kind === "down") return
      this.via = what.asked ? "requests" : "line"
      if (!what.asked) this.full = null
      this.#isOpen = true
      this.#at ||= what.at
      this.hurry()
    }
  }

  /** What the save mark may say. */
  state(device: boolean): SaveState {
    const { ops, mine, refused, drafts } = this.#waiting.kept
    const state = saveState({
      opened: this.#isOpen,
      written: ops.length,
      kept: 0,
      keptAt: this.#at,
      heard: this.#isHeard,
      calling: false,
      waits: ops.length > 0,
      waiting: ops.length > 0 ? Date.now() - this.#since : 0,
      words: this.#cells(),
      device,
      refused: this.#closed,
    })
    const unsettled = mine.length + refused.length + this.#waiting.unfinished.length
    const open = mine.length + refused.length + drafts.length
    if (open === 0) return state
    if (state.kind === "saved")
      return unsettled > 0
        ? { kind: "unsettled", cells: unsettled, kept: device }
        : { kind: "writing", kept: device }
    if (state.kind === "refused") return { ...state, waits: true }
    return state.kind === "offline" && !state.waits ? { ...state, waits: true, words: open } : state
  }

  /** What waits, as plain words. */
  words(): string {
    const { ops, mine, refused, drafts } = this.#waiting.kept
    const values = [
      ...ops.flatMap((op) => (op.kind === "cells" ? op.cells.map(({ value }) => value) : [])),
      ...mine.map(({ value }) => value),
      ...refused.map((one) => one.mine),
      ...drafts.map(({ value }) => value),
    ]
    return values.map(plainWords).filter(Boolean).join("\n\n")
  }

  /** How many changes wait: a cell, or something done to a row. */
  #cells(): number {
    return this.#waiting.kept.ops.reduce((sum, op) => sum + Math.max(1, rowsOf(op).length), 0)
  }

  /** The mark is drawn anew when something has waited for too long. */
  #watch(): void {
    if (this.#waiting.kept.ops.length === 0) this.#since = 0
    else if (this.#since === 0) {
      this.#since = Date.now()
      if (this.#late) clearTimeout(this.#late)
      this.#late = setTimeout(() => this.#around.changed(), patience + 100)
    }
  }

  /** What fails again and again, while the portal answers others, is refused: all else would wait for it. */
  async #send(op: Op): Promise<Sent> {
    const sent = await this.#around.send(op)
    if (sent.kind === "overdue") return this.#overdue()
    if (sent.kind !== "failed") return sent
    const isLast = ++this.#tries >= mostTries && (await this.#around.answers())
    if (!isLast && sent.status !== tooLarge) return sent
    return { kind: "refused", message: this.#around.refusal(sent.status) }
  }

  /** A line that answers others in time is not lost: what it never takes up is no more sent without end. */
  async #overdue(): Promise<Sent> {
    if (!(await this.#around.answers())) return { kind: "unheard" }
    if (++this.#tries < mostTries) return { kind: "overdue" }
    return { kind: "refused", message: this.#around.refusal(tooSlow) }
  }

  async #next(): Promise<void> {
    if (!this.#isRunning || this.#waiting.isOnItsWay || this.#closed) return
    const op = this.#waiting.goes()
    if (!op) return
    const sent = await this.#send(op)
    this.#waiting.isOnItsWay = false
    if (sent.kind === "unheard" || sent.kind === "failed" || sent.kind === "overdue") {
      // Failing is an answer, too: the mark says that it comes late, not that there is no network.
      this.#isHeard = sent.kind !== "unheard"
      const pause = pauses[Math.min(this.#failures++, pauses.length - 1)]
      this.#timer = setTimeout(() => void this.#next(), pause)
    } else if (sent.kind === "closed") this.#closed = sent.reason
    else {
      this.#failures = 0
      this.#tries = 0
      this.#isHeard = true
      this.#isOpen = true
      this.#since = 0
      this.#waiting.answered(op, sent)
      if (sent.kind === "saved") {
        this.#at = sent.at
        this.#around.saved(op, sent)
      } else if (sent.kind === "clash") this.#around.clashed(sent.clashes)
      this.hurry()
    }
    this.#around.changed()
  }
}
