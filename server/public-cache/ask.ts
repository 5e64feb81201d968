import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import { duplexPair } from "node:stream"

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** What Next answered, whole. */
export interface Answer {
  status: number
  headers: IncomingMessage["headers"]
  body: Buffer
}

export type Ask = (path: string) => Promise<Answer>

const patience = 30_000

/**
 * Asks Next's handler for a page over a connection inside this process, as a reader who has no
 * cookie, no language and no history would. Nothing of a visitor's request reaches it but the path.
 */
export function askPages(pages: Pages, host: string): Ask {
  const inside = createServer((incoming, response) => {
    Promise.resolve(pages(incoming, response)).catch(() => response.destroy())
  })
  return (path) =>
    new Promise<Answer>((resolve, reject) => {
      const [near, far] = duplexPair()
      // The two ends do not tell each other when one breaks off.
      far.on("close", () => far.writableFinished || near.destroy(new Error("broken off")))
      near.on("close", () => far.destroy())
      const asked = request(
        {
          path,
          headers: {
            host,
            accept: "text/html",
            "accept-encoding": "identity",
            // Next streams the title in later for whoever does not say what they are.
            "user-agent": "rapporteur",
          },
          createConnection: () => near,
          signal: AbortSignal.timeout(patience),
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on("data", (chunk: Buffer) => chunks.push(chunk))
          response.on("error", reject)
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 500,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          )
        },
      )
      asked.on("error", reject)
      inside.emit("connection", far)
      asked.end()
    })
}
