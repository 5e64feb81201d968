import type { Document } from "@hocuspocus/server"
import * as Y from "yjs"
import { foreignIn, tryUpdate, type Unfit, unfitDocument } from "@/lib/live/fits"
import type { LiveText } from "@/lib/live/kind"
import { type Lost, putBack, watchLosses } from "@/lib/live/rescue"
import { Size } from "@/lib/live/size"
import { updatesSince } from "@/lib/live/stored"
import { database } from "@/lib/platform/database"
import { log } from "@/lib/platform/log"
import { Keeper } from "./keeper"
import { isFromLine, isFromLog, logOrigin, portalOrigin, writerOf } from "./origins"
import type { Rows } from "./served-kind"

/**
 * One shared document that is open on this server: what comes in is tried on a copy first, what was
 * let in goes to everybody at once and to the database behind it, and what other servers wrote is
 * fetched from there.
 */
export class LiveDocument {
  readonly keeper: Keeper
  /** A copy on which changes are tried; it alone is spoilt by one that is refused. */
  #trial: Y.Doc
  readonly #size = new Size()
  #newest: number
  #fetching: Promise<void> | null = null
  readonly #document: Document

  constructor(
    readonly text: LiveText,
    rows: Rows,
    document: Document,
    { last, changedAt }: { last: number; changedAt: Date },
  ) {
    this.#document = document
    this.#newest = last
    this.#trial = copyOf(document, text)
    this.keeper = new Keeper({
      text,
      document,
      rows,
      last,
      keptAt: changedAt,
      catchUp: (updates) => this.#takeIn(updates),
    })
    document.on("afterTransaction", (transaction: Y.Transaction) =>
      text.kind.mend(transaction)?.(document, portalOrigin),
    )
    document.on("update", (update: Uint8Array, origin: unknown) => {
      if (isFromLog(origin)) return
      // What the portal itself wrote has not been tried; it fits.
      if (!isFromLine(origin)) Y.applyUpdate(this.#trial, update)
      this.keeper.add(writerOf(origin), update)
    })
  }

  /**
   * Why a change that a client sent must not reach the document; null when it may, and then the words
   * of others that it takes along unseen come back right after it. `others` are the devices with which
   * somebody else writes here.
   */
  unfit(update: Uint8Array, others: ReadonlySet<number>): Unfit | null {
    const foreign = foreignIn(update, this.#document, others)
    if (foreign) return foreign
    const { form, end } = this.text.kind
    const losses = watchLosses(this.#trial, update, end)
    const unfit = tryUpdate(form, this.#trial, update) ?? this.#size.tooLarge(this.#trial, update)
    const lost = losses()
    if (unfit) this.#trial = copyOf(this.#document, this.text)
    else if (lost.length > 0) this.#putBackAfter(lost)
    return unfit
  }

  #putBackAfter(lost: Lost[]): void {
    this.#document.once("afterTransaction", () => putBack(this.#document, lost, portalOrigin))
  }

  /** Another server wrote up to `number`; everything may have been missed when it is left out. */
  heard(number = Number.POSITIVE_INFINITY): void {
    this.#newest = Math.max(this.#newest, number)
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = null
    })
  }

  #takeIn(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      this.#size.grew(update)
      // Whoever commits later puts back: words that only this server knows are this server's to save.
      this.keeper.noteKept(update)
      const losses = watchLosses(this.#document, update, this.text.kind.end, (words, at) =>
        this.keeper.isWaiting(words, at),
      )
      Y.applyUpdate(this.#trial, update)
      Y.applyUpdate(this.#document, update, logOrigin)
      putBack(this.#document, losses(), portalOrigin)
    }
  }

  async #fetch(): Promise<void> {
    for (;;) {
      // What this server is writing itself must not be taken for another's.
      await this.keeper.idle()
      const wanted = this.#newest
      if (wanted <= this.keeper.seen) return
      try {
        const { last, updates } = await updatesSince(database(), this.text, this.keeper.seen)
        this.#takeIn(updates)
        this.keeper.seen = Math.max(this.keeper.seen, last)
        if (this.#newest === Number.POSITIVE_INFINITY) this.#newest = last
      } catch (error) {
        // Whoever listens says so again as soon as the database answers.
        log().warn({ error, text: this.text.id }, "changes of other servers were not read")
        return
      }
    }
  }
}

function copyOf(doc: Y.Doc, { kind }: LiveText): Y.Doc {
  const copy = new Y.Doc({ gc: false })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  // Gives every root its type, without which a change to it cannot be looked at.
  const unfit = unfitDocument(kind.form, copy)
  if (unfit) throw new Error(`A stored document does not fit: ${unfit.kind} ${unfit.name}`)
  return copy
}
