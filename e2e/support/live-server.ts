import { once } from "node:events"
import { createServer } from "node:http"
import { Hocuspocus } from "@hocuspocus/server"
import { WebSocketServer } from "ws"
import { connection } from "@/lib/platform/database"
import { liveSocket } from "@/server/live/socket"

// A server of its own for the line on which minutes are written, without pages, so that it starts and
// dies within a moment: started by `live-process.ts`, which talks with it through the channel of Node.

const server = createServer((_request, response) => response.writeHead(404).end())
server.on("clientError", (_error, socket) => socket.destroy())

/** The same library with nothing of ours: no storage, no checks, no hooks. To compare with. */
function bareSocket() {
  const hocuspocus = new Hocuspocus({ quiet: true })
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on("upgrade", (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (line) => {
      const client = hocuspocus.handleConnection(line as never, new Request("http://localhost/"))
      line.on("message", (data: Buffer) => client.handleMessage(new Uint8Array(data)))
      line.on("close", () => client.handleClose())
    })
  })
  return { size: () => hocuspocus.documents.size, close: async () => sockets.close() }
}

async function ourSocket() {
  const socket = liveSocket((_request, wire) => wire.destroy())
  server.on("upgrade", socket.upgrade)
  await socket.live.ready
  return { size: socket.live.size, close: socket.close }
}

// A spare one waits here until the one before it is dead.
await once(process, "message")

const live = process.env.LIVE_SERVER === "bare" ? bareSocket() : await ourSocket()
server.listen(Number(process.env.LIVE_PORT), "127.0.0.1")
await once(server, "listening")

process.on("message", (message) => {
  if (message !== "figures" && message !== "time") return
  // Read first: the collection is no work of the server's own.
  const { user, system } = process.cpuUsage()
  if (message === "figures") globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ cpu: (user + system) / 1000, heapUsed, rss, documents: live.size() })
})
process.on("SIGTERM", () => {
  live
    .close()
    .then(() => (process.env.LIVE_SERVER === "bare" ? undefined : connection().end()))
    .finally(() => process.exit(0))
})
// Whoever started it is gone.
process.on("disconnect", () => process.exit(0))
process.send?.("ready")
