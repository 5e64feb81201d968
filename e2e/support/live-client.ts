import WebSocket from "ws"
import { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"
import { Line } from "@/app/[locale]/desk/[group]/live/line"
import { nameOf } from "@/lib/live/channel"
import type { Reason } from "@/lib/live/protocol"
import { TEXT_SCHEMA } from "@/lib/minutes/model"

/** Where a client goes, and as whom. */
export type Door = {
  origin: string
  meetingId: string
  /** Another kind of text than minutes, by its own id. */
  text?: { name: string; schema: number }
  cookie: string
  /** What it says where it comes from; its own portal unless told. */
  from?: string
}

/** A socket that sends the cookie and the origin that a browser would send by itself. */
export function socketOf({ cookie, from, origin }: Omit<Door, "meetingId" | "text">) {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: from ?? origin }, perMessageDeflate: false })
      // The library hears of a failure through the closing.
      this.on("error", () => undefined)
    }
  } as unknown as typeof globalThis.WebSocket
}

const minutesText = (meetingId: string) => ({
  name: nameOf("minutes", meetingId),
  schema: TEXT_SCHEMA,
})

/** Somebody who writes a text over the line, as the page does, without a page. */
export class Writer {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly line: Line
  written = 1
  kept = 0
  keptAt = ""
  isOpen = false
  refused: Reason | null = null
  meetings = 0
  #hearers = new Set<() => void>()

  constructor({ meetingId, text = minutesText(meetingId), ...door }: Door) {
    const { origin } = door
    const { doc, awareness } = this
    this.line = new Line({
      ...{ ...text, origin, doc, awareness, socket: socketOf(door) },
      onOpen: (open) => {
        this.isOpen = open
        if (open) this.line.ask(this.written)
        this.#tell()
      },
      onKept: (mark, at) => {
        this.kept = Math.max(this.kept, mark)
        this.keptAt = at
        this.#tell()
      },
      onBeside: () => {
        this.meetings++
        this.#tell()
      },
      onRefused: (reason) => {
        this.refused = reason
        this.#tell()
      },
    })
    doc.on("update", (_: Uint8Array, from: unknown) => {
      if (!this.line.brought(from)) this.line.ask(++this.written)
      this.#tell()
    })
  }

  /** Whether everything that was written here is said to be committed. */
  get isSaved(): boolean {
    return this.kept >= this.written
  }

  /** The words of a section, a paragraph a line. */
  words(section = "opening"): string {
    return this.doc
      .getXmlFragment(section)
      .toArray()
      .map((node) => (node instanceof Y.XmlElement ? node.toArray().join("") : ""))
      .join("\n")
  }

  /** Writes at the end of the last paragraph of a section; makes one where there is none. */
  type(text: string, section = "opening"): void {
    const fragment = this.doc.getXmlFragment(section)
    this.doc.transact(() => {
      const last = fragment.length > 0 ? fragment.get(fragment.length - 1) : null
      let paragraph = last instanceof Y.XmlElement && last.nodeName === "paragraph" ? last : null
      if (!paragraph) {
        paragraph = new Y.XmlElement("paragraph")
        fragment.push([paragraph])
      }
      const end = paragraph.length > 0 ? paragraph.get(paragraph.length - 1) : null
      if (end instanceof Y.XmlText) end.insert(end.length, text)
      else paragraph.insert(paragraph.length, [new Y.XmlText(text)])
    })
  }

  /** Begins a new paragraph. */
  newLine(section = "opening"): void {
    this.doc.getXmlFragment(section).push([new Y.XmlElement("paragraph")])
  }

  /** Waits until something holds; says what it waited for when it does not come. */
  async until(what: string, holds: (writer: Writer) => boolean, patience = 25_000): Promise<void> {
    if (holds(this)) return
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => {
        this.#hearers.delete(look)
        reject(new Error(`Not within ${patience} ms: ${what}`))
      }, patience)
      const look = () => {
        if (!holds(this)) return
        clearTimeout(late)
        this.#hearers.delete(look)
        resolve()
      }
      this.#hearers.add(look)
    })
  }

  saved = (patience?: number) => this.until("everything is saved", (me) => me.isSaved, patience)
  opened = (patience?: number) => this.until("the line is open", (me) => me.isOpen, patience)

  leave(): void {
    this.line.close()
    this.awareness.destroy()
  }

  #tell(): void {
    for (const hear of [...this.#hearers]) hear()
  }
}
