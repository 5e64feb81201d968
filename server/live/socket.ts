import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { maxUpdate } from "@/lib/live/fits"
import { livePath } from "@/lib/live/protocol"
import { env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { actorOfToken } from "@/lib/platform/session-actor"
import { sessionToken } from "@/lib/platform/session-cookie"
import { frameFits } from "./frames"
import { liveTexts } from "./live"

/** Room for the head of a message around the largest change. */
const maxPayload = maxUpdate + 4_096

/** Whoever does not answer to a farewell for so long, in milliseconds, is cut off. */
const farewell = { closeTimeout: 2_000 }

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/**
 * The line on which texts are written, on the server's own port: opened from our own pages alone, by
 * the cookie of a session. Every other request to upgrade is left to `otherwise`.
 */
export function liveSocket(otherwise: Upgrade) {
  const live = liveTexts(env().databaseUrl)
  const sockets = new WebSocketServer({
    ...farewell,
    noServer: true,
    maxPayload,
    perMessageDeflate: false,
  })

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (request.headers.origin !== env().origin) return refuse(socket, "403 Forbidden")
    const token = sessionToken(request.headers.cookie)
    const actor = token ? await actorOfToken(token) : null
    if (!token || !actor) return refuse(socket, "401 Unauthorized")
    sockets.handleUpgrade(request, socket, head, (line) => {
      const about = new Request(new URL(livePath, env().origin))
      const hangUp = () => line.close(4403)
      const visitor = { token, actor, clientId: 0, caughtUp: false, asked: 0, hangUp }
      join(line, live.hocuspocus.handleConnection(line as never, about, visitor))
    })
  }

  return {
    live,
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      const [path] = (request.url ?? "").split("?", 1)
      if (path !== livePath) {
        otherwise(request, socket, head)
        return
      }
      // Until the library takes over, an error of the socket would end the process.
      const onError = () => socket.destroy()
      socket.on("error", onError)
      admit(request, socket, head).catch((error: unknown) => {
        log().error({ error }, "a line was not opened")
        refuse(socket, "503 Service Unavailable")
      })
    },
    async close(): Promise<void> {
      await live.close()
      for (const line of sockets.clients) line.terminate()
      sockets.close()
    },
  }
}

type Client = ReturnType<ReturnType<typeof liveTexts>["hocuspocus"]["handleConnection"]>

function join(line: WebSocket, client: Client): void {
  line.on("message", (data: Buffer, isBinary: boolean) => {
    // What was on its way when a line is being closed is nothing that anybody waits for.
    if (line.readyState !== line.OPEN) return
    const bytes = new Uint8Array(data)
    if (isBinary && frameFits(bytes)) client.handleMessage(bytes)
    else line.close(4403, "broken")
  })
  line.on("close", (code, reason) => client.handleClose({ code, reason: reason.toString() }))
  line.on("error", () => line.terminate())
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
