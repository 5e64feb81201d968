import { setTimeout as pause } from "node:timers/promises"
import * as Y from "yjs"
import type { Update } from "@/lib/live/append"
import { type Batch, keepUpdates } from "@/lib/live/keep-updates"
import type { LiveText } from "@/lib/live/kind"
import { type Written, writtenIn } from "@/lib/live/writers"
import { log } from "@/lib/platform/log"
import type { Rows } from "./served-kind"

/** Waits between tries, in milliseconds, while the database does not answer. */
const firstPause = 100
const longestPause = 2_000

type Told = (at: Date) => void
/** Who waits to be told: everybody once, with the newest that they asked for. */
type Askers = Map<object, Told>

/** What was taken to be kept, and what follows when it was, or was not. */
type Handful = { batch: Batch; kept: (at: Date) => void; putBack: () => void }

type Setting = {
  text: LiveText
  document: Y.Doc
  rows: Rows
  /** The newest number that the document holds, and when it was committed. */
  last: number
  keptAt: Date
  catchUp: (updates: readonly Uint8Array[]) => void
}

/**
 * Brings what was written in one open document to the database, in its order, and says so only after
 * the commit. While the database does not answer everything waits here, and is tried again.
 */
export class Keeper {
  seen: number
  /** When something was last committed. */
  keptAt: Date
  onKept: () => void = () => {}
  #waiting: (Update & { written: Written[] })[] = []
  #told: Askers = new Map()
  /** Whether the rows that follow are left for later, because the database refuses them. */
  #withoutRows = false
  #clocks: Map<number, number>
  #keptClocks: Map<number, number>
  #running: Promise<void> | null = null
  readonly #set: Setting

  constructor(setting: Setting) {
    this.#set = setting
    this.seen = setting.last
    this.keptAt = setting.keptAt
    this.#clocks = Y.decodeStateVector(Y.encodeStateVector(setting.document))
    this.#keptClocks = new Map(this.#clocks)
  }

  /** Takes in what somebody wrote; it is kept as soon as the database allows. */
  add(authorId: string | null, bytes: Uint8Array): void {
    this.#waiting.push({ authorId, bytes, written: writtenIn(bytes, this.#clocks) })
    for (const [client, clock] of Y.parseUpdateMeta(bytes).to) this.#clocks.set(client, clock)
    this.#run()
  }

  /** Something came from the database: it needs no keeping, whoever wrote it. */
  noteKept(bytes: Uint8Array): void {
    for (const [client, end] of Y.parseUpdateMeta(bytes).to) {
      for (const clocks of [this.#clocks, this.#keptClocks])
        clocks.set(client, Math.max(end, clocks.get(client) ?? 0))
    }
  }

  /** Whether words, or the deleting of what they stand in, are known to this server alone. */
  isWaiting(words: Y.Item, offset: number): boolean {
    if (words.id.clock + offset >= (this.#keptClocks.get(words.id.client) ?? 0)) return true
    for (const { bytes } of this.#waiting) {
      const { ds } = Y.decodeUpdate(bytes)
      for (let item: Y.Item | null = words; item; item = (item.parent as Y.XmlElement)._item)
        if (Y.isDeleted(ds, item.id)) return true
    }
    return false
  }

  /** Calls back when everything that was added so far is committed; only the newest call of an asker. */
  whenKept(asker: object, told: Told): void {
    if (this.#waiting.length === 0 && !this.#running) told(this.keptAt)
    else {
      this.#told.set(asker, told)
      this.#run()
    }
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  #run(): void {
    this.#running ??= this.#keep().finally(() => {
      this.#running = null
      if (this.#waiting.length > 0 || this.#told.size > 0) this.#run()
    })
  }

  async #keep(): Promise<void> {
    // What arrives in the same moment goes into one transaction.
    await new Promise(setImmediate)
    for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
      try {
        await this.#keepOnce()
        return
      } catch (error) {
        this.#withoutRows = isAboutRows(error)
        if (wait === firstPause) {
          log().error({ error, text: this.#set.text.id }, "what was written waits to be kept")
        }
        await pause(wait)
      }
    }
  }

  async #keepOnce(): Promise<void> {
    if (this.#waiting.length === 0) {
      const told = this.#told
      this.#told = new Map()
      for (const tell of told.values()) tell(this.keptAt)
      return
    }
    const { text, catchUp } = this.#set
    const held: { handful?: Handful } = {}
    const take = () => {
      held.handful = this.#take()
      return held.handful.batch
    }
    try {
      const { last, at } = await keepUpdates(text, { seen: this.seen, catchUp, take })
      this.seen = last
      this.keptAt = at
    } catch (error) {
      held.handful?.putBack()
      throw error
    }
    held.handful?.kept(this.keptAt)
    this.onKept()
  }

  /** All that waits, at one moment: what is written, and what the text says with it. */
  #take(): Handful {
    const taken = this.#waiting.splice(0)
    const clocks = new Map(this.#clocks)
    const told = this.#told
    this.#told = new Map()
    const rows = this.#set.rows.take()
    const isWhole = !this.#withoutRows
    this.#withoutRows = false
    const written = taken.flatMap(({ authorId, written }) =>
      written.map((each) => ({ ...each, authorId })),
    )
    return {
      batch: { updates: byAuthor(taken), written, writeRows: isWhole ? rows.write : noRows },
      kept: (at) => {
        for (const [client, clock] of clocks) this.#keptClocks.set(client, clock)
        if (isWhole) rows.kept()
        else rows.failed()
        for (const tell of told.values()) tell(at)
      },
      putBack: () => {
        rows.failed()
        this.#waiting.unshift(...taken)
        this.#told = new Map([...told, ...this.#told])
      },
    }
  }
}

const noRows = () => Promise.resolve()

/** What a value of the rows may run into, as SQL classes: no word waits for it. */
function isAboutRows(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return /^2[23]/.test(String(code ?? "")) || (cause !== undefined && isAboutRows(cause))
}

/** One row for everybody who wrote, in the order in which they began. */
function byAuthor(updates: readonly Update[]): Update[] {
  const all = new Map<string | null, Uint8Array[]>()
  for (const { authorId, bytes } of updates) {
    const list = all.get(authorId)
    if (list) list.push(bytes)
    else all.set(authorId, [bytes])
  }
  return [...all].map(([authorId, list]) => ({
    authorId,
    bytes: list.length === 1 && list[0] ? list[0] : Y.mergeUpdates(list),
  }))
}
