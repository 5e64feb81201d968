import { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"
import type { Reason } from "@/lib/live/protocol"
import { DeviceCopy, deviceOrigin } from "./device-copy"
import { Line } from "./line"
import { type SaveState, saveState } from "./live-state"
import { Requests, requestOrigin } from "./requests"
import { wordsIn } from "./words-in"

/** How often the save mark is looked at while something waits, in milliseconds. */
const lookEvery = 1_000
/** So long, in milliseconds, a portal that was not heard yet is said to be called, not to be away. */
const callFor = 5_000

export type LiveSetting = {
  origin: string
  /** Under which name the text is opened, and the form of it that this page knows. */
  name: string
  schema: number
  /** Under which name the device keeps its copy: of this document, for this person. */
  deviceKey: string
  /** Where the text is exchanged by requests when no line can be opened. */
  exchangeHref: string
  locale: string
  socket?: typeof WebSocket
}

/** What a page shows of the document besides its text. */
export type LiveView = {
  save: SaveState
  /** Whether there is a text to write in: from the server, or from this device. */
  opened: boolean
  /** Whether this device has a copy of it. */
  onDevice: boolean
  /** Whether the others are seen at once, every few seconds, or not at all. */
  via: "line" | "requests" | "none"
}

/**
 * One document as it is written here: together with the others while the server is heard, on this
 * device alone while it is not. It knows at every moment what is committed and what waits.
 */
export class LiveWriting {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #line: Line
  readonly #requests: Requests
  readonly #setting: LiveSetting
  #device: DeviceCopy | null = null
  /** What the device was last told about words that wait; null before. */
  #noted: boolean | null = null
  #listeners = new Set<() => void>()
  #besideListeners = new Set<() => void>()
  #view: LiveView = { save: { kind: "opening" }, opened: false, onDevice: false, via: "none" }
  #looking: ReturnType<typeof setInterval>
  #isGivenUp = false

  // What an earlier visit left on the device counts as written: it is asked for like the rest.
  #written = 1
  #kept = 0
  #keptAt = ""
  #since: number | null = null
  #waiting: Uint8Array[] = []
  /** Whether an earlier visit left something on the device that was nowhere else. */
  #left = false
  /** When the portal began to be called; null once it was heard. */
  #calling: number | null = Date.now()
  #onDevice = true
  #opened = false
  #refused: Reason | null = null

  constructor(setting: LiveSetting) {
    this.#setting = setting
    const { doc, awareness } = this
    const { origin, name, schema, exchangeHref, deviceKey, socket } = setting
    const onKept = (mark: number, at: string) => this.#keep(mark, at)
    const onRefused = (reason: Reason) => this.#refuse(reason)
    const onBeside = () => {
      for (const listener of this.#besideListeners) listener()
    }
    this.#requests = new Requests({
      ...{ doc, schema, href: exchangeHref, onKept, onRefused, onBeside },
      mark: () => this.#written,
      hasMore: () => this.#kept < this.#written,
      onHeard: (heard) => this.#hear(heard),
    })
    doc.on("update", (bytes: Uint8Array, from: unknown) => this.#noteChange(bytes, from))
    this.#line = new Line({
      ...{ origin, name, schema, doc, awareness, onKept, onRefused, onBeside },
      ...(socket && { socket }),
      onOpen: (open) => this.#lineIs(open),
    })
    void this.#openDevice(deviceKey)
    this.#requests.start()
    this.#looking = setInterval(() => this.#show(), lookEvery)
  }

  readonly view = (): LiveView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly onBeside = (listener: () => void): (() => void) => {
    this.#besideListeners.add(listener)
    return () => this.#besideListeners.delete(listener)
  }

  /** The browser says that its network came or went. */
  noteNetwork(): void {
    this.#show()
    this.hurry()
  }

  /** Tries at once what is tried again by and by anyway. */
  hurry(): void {
    this.#line.hurry()
    this.#requests.hurry()
  }

  /**
   * Gives up what the portal refused, when whoever wrote it says so: without this the copy on the device
   * would bring it again with every load, and be refused again.
   */
  async giveUp(): Promise<void> {
    await this.#device?.forget()
    this.#isGivenUp = true
    this.close()
  }

  close(): void {
    clearInterval(this.#looking)
    this.#line.close()
    this.#requests.stop()
    this.#device?.close()
    this.doc.destroy()
  }

  async #openDevice(key: string): Promise<void> {
    try {
      const { copy, found, waits } = await DeviceCopy.open(key, this.doc)
      this.#device = copy
      this.#left = waits && this.#kept < this.#written
      if (this.#waiting.length > 0) this.#noteWaiting(true)
      await copy.put(Y.encodeStateAsUpdate(this.doc))
      if (found) this.#opened = true
    } catch {
      // A browser that keeps nothing: the save mark says so as soon as it matters.
      this.#onDevice = false
    }
    this.#show()
  }

  #noteChange(bytes: Uint8Array, from: unknown): void {
    if (from !== deviceOrigin && !this.#isGivenUp) {
      this.#device?.put(bytes).catch(() => {
        this.#onDevice = false
        this.#show()
      })
    }
    const isOthers = from === requestOrigin || this.#line.brought(from)
    if (isOthers) return
    this.#written++
    this.#since ??= Date.now()
    // What the device kept is asked for like the rest; most of it was committed long ago.
    if (from !== deviceOrigin) {
      this.#noteWaiting(true)
      this.#waiting.push(bytes)
    }
    this.#line.ask(this.#written)
    this.#requests.hurry()
    this.#show()
  }

  #keep(mark: number, at: string): void {
    if (mark <= this.#kept && at <= this.#keptAt) return
    this.#kept = Math.max(this.#kept, mark)
    this.#keptAt = at
    if (this.#kept >= this.#written) {
      this.#waiting = []
      this.#left = false
      this.#since = null
      this.#noteWaiting(false)
    } else this.#since = Date.now()
    this.#show()
  }

  #noteWaiting(isWaiting: boolean): void {
    if (!this.#device || this.#noted === isWaiting) return
    this.#noted = isWaiting
    this.#device.note(isWaiting).catch(() => {
      this.#onDevice = false
    })
  }

  #lineIs(open: boolean): void {
    if (open) {
      this.#opened = true
      this.#requests.pause()
      this.#line.ask(this.#written)
    } else if (!this.#refused) this.#requests.start()
    this.#show()
  }

  #hear(heard: boolean): void {
    if (heard) this.#opened = true
    this.#show()
  }

  #refuse(reason: Reason): void {
    this.#refused = reason
    this.#requests.stop()
    this.#show()
  }

  #show(): void {
    const { locale } = this.#setting
    // A browser that knows that it has no network knows it sooner than the line does.
    const isCut = typeof navigator !== "undefined" && navigator.onLine === false
    const heard = !isCut && (this.#line.isOpen || this.#requests.isHeard)
    if (heard) this.#calling = null
    const calling = this.#calling !== null && !isCut && Date.now() - this.#calling < callFor
    const isLate = this.#since !== null && !heard
    const save = saveState({
      opened: this.#opened,
      written: this.#written,
      kept: this.#kept,
      keptAt: this.#keptAt,
      heard,
      calling,
      waits: this.#left || this.#waiting.length > 0,
      waiting: this.#since === null ? 0 : Date.now() - this.#since,
      words: isLate || this.#refused ? wordsIn(this.#waiting, locale) : 0,
      device: this.#onDevice,
      refused: this.#refused,
    })
    const via = !heard ? "none" : this.#line.isOpen ? "line" : "requests"
    const onDevice = this.#onDevice && this.#device !== null
    const next: LiveView = { save, opened: this.#opened, onDevice, via }
    if (JSON.stringify(next) === JSON.stringify(this.#view)) return
    this.#view = next
    for (const listener of this.#listeners) listener()
  }
}
