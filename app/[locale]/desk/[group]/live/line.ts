import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider"
import type { Awareness } from "y-protocols/awareness"
import type * as Y from "yjs"
import { livePath, type Reason, reasons, said } from "@/lib/live/protocol"

export type LineSetting = {
  /** The address of the portal, with its scheme. */
  origin: string
  /** Under which name the text is opened, and the form of it that this page knows. */
  name: string
  schema: number
  doc: Y.Doc
  awareness: Awareness
  /** Elsewhere than in a browser. */
  socket?: typeof WebSocket
  /** The line stands and the text of the server has arrived, or no longer. */
  onOpen: (open: boolean) => void
  /** All up to this mark is committed, at that instant (ISO 8601). */
  onKept: (mark: number, at: string) => void
  /** Something beside the text changed. */
  onBeside: () => void
  /** The server will not have it: trying again is of no use. */
  onRefused: (reason: Reason) => void
}

const isReason = (reason: string): reason is Reason =>
  (reasons as readonly string[]).includes(reason)

/** The line to the server over which a document is written, opened again by itself when it breaks. */
export class Line {
  readonly #wire: HocuspocusProviderWebsocket
  readonly #provider: HocuspocusProvider
  #isOpen = false
  #again: ReturnType<typeof setTimeout> | null = null

  constructor(setting: LineSetting) {
    const { origin, name, schema, doc, awareness, socket } = setting
    this.#wire = new HocuspocusProviderWebsocket({
      url: `${origin.replace(/^http/, "ws")}${livePath}`,
      ...(socket && { WebSocketPolyfill: socket }),
      delay: 500,
      minDelay: 500,
      maxDelay: 8_000,
      // A sleeping phone or a dead line is noticed by the silence.
      messageReconnectTimeout: 20_000,
    })
    const refuse = (reason: string) => {
      if (!isReason(reason) || reason === "again") return this.#tryAgain()
      this.#wire.disconnect()
      setting.onRefused(reason)
    }
    const open = (now: boolean) => {
      if (this.#isOpen === now) return
      this.#isOpen = now
      setting.onOpen(now)
    }
    this.#provider = new HocuspocusProvider({
      websocketProvider: this.#wire,
      name,
      document: doc,
      awareness,
      token: JSON.stringify({ schema, client: doc.clientID }),
      onSynced: () => open(true),
      onDisconnect: () => open(false),
      onAuthenticationFailed: ({ reason }) => refuse(reason),
      onClose: ({ event }) => {
        open(false)
        if (event.reason && isReason(event.reason)) refuse(event.reason)
        else if (event.code === 1000) this.#tryAgain()
      },
      onStateless: ({ payload }) => {
        const read = said.safeParse(JSON.parse(payload))
        if (!read.success) return
        if ("mark" in read.data) setting.onKept(read.data.mark, read.data.at)
        else setting.onBeside()
      },
    })
    this.#provider.attach()
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Whether a change of the document came over this line. */
  brought(origin: unknown): boolean {
    return origin === this.#provider
  }

  /** Asks to hear when everything that was written so far is committed. */
  ask(mark: number): void {
    // Whoever hears of a change before the line does asks before it is sent: the question must follow it,
    // or it is answered for what came before.
    queueMicrotask(() => {
      if (this.#isOpen) this.#provider.sendStateless(JSON.stringify({ mark }))
    })
  }

  /** Looks at once whether the line stands, instead of waiting for the next try. */
  hurry(): void {
    if (!this.#isOpen) void this.#wire.connect()
  }

  close(): void {
    if (this.#again) clearTimeout(this.#again)
    this.#provider.destroy()
    this.#wire.destroy()
  }

  /** The server closed the document and not the wire: it is asked for anew. */
  #tryAgain(): void {
    if (this.#again) return
    this.#again = setTimeout(() => {
      this.#again = null
      this.#wire.disconnect()
      void this.#wire.connect()
    }, 1_000)
  }
}
