import { once } from "node:events"
import { connect, type Socket } from "node:net"
import { percentile } from "../figures"

/** An address that is asked again and again. */
export type Target = { port: number; host: string; path: string }

/** Requests a second, and the milliseconds within which 99 of 100 were answered. */
export type Load = { rate: number; p99: number }

const headEnd = Buffer.from("\r\n\r\n")
/** Of `content-length: `, however it is spelled. */
const lengthName = Buffer.from("ength: ")

/**
 * Asks one address over some connections, on each as soon as the answer before is whole. Reads no more
 * of an answer than its status and how long it is, so that the server is measured and not the asking.
 */
export async function load(target: Target, connections: number, seconds: number): Promise<Load> {
  const took: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(Array.from({ length: connections }, () => ask(target, end, took)))
  return { rate: took.length / ((performance.now() - began) / 1000), p99: percentile(took, 99) }
}

async function ask({ port, host, path }: Target, end: number, took: number[]) {
  const question = Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n`,
  )
  const socket = connect(port, "127.0.0.1")
  await once(socket, "connect")
  socket.setNoDelay(true)
  try {
    await new Promise<void>((resolve, reject) => {
      let left = 0
      let sent = 0
      const next = () => {
        sent = performance.now()
        if (sent > end) return resolve()
        socket.write(question)
      }
      socket.on("data", (chunk) => {
        try {
          left = (left > 0 ? left : lengthOf(chunk)) - chunk.length
        } catch (error) {
          return reject(error)
        }
        if (left > 0) return
        if (left < 0) return reject(new Error(`An answer went on for ${-left} bytes.`))
        took.push(performance.now() - sent)
        next()
      })
      socket.on("error", reject)
      socket.on("close", () =>
        reject(new Error(`The server closed a connection with ${left} bytes to come.`)),
      )
      next()
    })
  } finally {
    close(socket)
  }
}

/**
 * How long the answer is whose first bytes these are. Read off each: two servers show one report with
 * addresses of their own, and compressed it is a byte longer here than there.
 */
function lengthOf(chunk: Buffer): number {
  const end = chunk.indexOf(headEnd)
  const name = chunk.indexOf(lengthName)
  if (chunk.toString("latin1", 9, 12) !== "200" || name < 0 || name > end)
    throw new Error(`Not an answer: ${chunk.toString("latin1", 0, 200)}`)
  const body = Number.parseInt(chunk.toString("latin1", name + lengthName.length, end), 10)
  return end + headEnd.length + body
}

function close(socket: Socket): void {
  socket.removeAllListeners("close")
  socket.destroy()
}
