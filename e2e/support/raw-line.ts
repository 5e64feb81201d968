import { once } from "node:events"
import * as encoding from "lib0/encoding"
import WebSocket from "ws"
import { nameOf } from "@/lib/live/channel"
import { livePath } from "@/lib/live/protocol"
import { TEXT_SCHEMA } from "@/lib/minutes/model"

/** How a line ended: refused before it was one (an HTTP status), or closed with a code and a reason. */
export type End = { status?: number; code?: number; reason?: string }

/** A message: the name of the document, a kind, and what `write` puts behind it. */
export function frame(
  name: string,
  kind: number,
  write: (to: encoding.Encoder) => void = () => {},
) {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, name)
  encoding.writeVarUint(encoder, kind)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** A change of the document, as a page sends it: step 1 is all that a page had before, 2 a single change. */
export const change = (name: string, update: Uint8Array, step = 2) =>
  frame(name, 0, (to) => {
    encoding.writeVarUint(to, step)
    encoding.writeVarUint8Array(to, update)
  })

/** A socket to the server that sends whatever bytes it is told to. */
export class RawLine {
  readonly socket: WebSocket
  readonly ended: Promise<End>

  constructor(origin: string, headers: Record<string, string>) {
    this.socket = new WebSocket(origin.replace("http", "ws") + livePath, { headers })
    this.ended = new Promise((resolve) => {
      this.socket.on("unexpected-response", (_request, { statusCode }) => {
        this.socket.terminate()
        resolve({ status: statusCode ?? 0 })
      })
      this.socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() }))
      this.socket.on("error", () => undefined)
    })
  }

  async opened(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) await once(this.socket, "open")
  }

  send(bytes: Uint8Array | string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(bytes)
  }

  /** Says who it is for minutes, and that it wrote nothing before; resolves when it may write. */
  async enter(meetingId: string, client: number, schema: number = TEXT_SCHEMA): Promise<void> {
    const name = nameOf("minutes", meetingId)
    const token = JSON.stringify({ schema, client })
    await this.opened()
    this.send(
      frame(name, 2, (to) => {
        encoding.writeVarUint(to, 0)
        encoding.writeVarString(to, token)
      }),
    )
    this.send(change(name, new Uint8Array([0, 0]), 1))
    // Answered by a sync status of its own, after the permission.
    await this.hears((bytes) => bytes[name.length + 1] === 8)
  }

  /** Waits for a message that fits. */
  async hears(fits: (bytes: Uint8Array) => boolean): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const look = (data: Buffer) => {
        if (!fits(data)) return
        this.socket.off("message", look)
        resolve()
      }
      this.socket.on("message", look)
      this.ended.then((end) => reject(new Error(`Closed instead: ${JSON.stringify(end)}`)))
    })
  }
}
