import type { IncomingMessage, ServerResponse } from "node:http"
import { type Env, env } from "@/lib/platform/env"
import { log } from "@/lib/platform/log"
import { networkOf } from "@/lib/platform/network"
import { fromOwnPages } from "@/lib/platform/origin"
import { addressHeader } from "@/lib/platform/request-headers"
import { askPages } from "./public-cache/ask"
import { publicCache } from "./public-cache/cache"
import { listenForChanges } from "./public-cache/listen"
import { securityHeaders } from "./security-headers"

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

const megabyte = 1024 * 1024

/** The largest body that any form may send, in bytes. */
const maxBody = 12 * megabyte

/**
 * Files are brought in many at once, and one that is too large must not keep the others out: it has
 * to arrive to be refused by name. Only whoever is signed in may send as much.
 */
const maxImport = 80 * megabyte

function bodyLimit(request: IncomingMessage): number {
  const toImport = /^(\/[a-z]{2})?\/desk\/[a-z0-9-]+\/import(\?|$)/.test(request.url ?? "")
  return toImport && request.headers.cookie?.includes("rapporteur=") ? maxImport : maxBody
}

/**
 * What every request passes before a page or a form sees it. Public pages are kept finished here,
 * unless `keepPublic` is false, as in development.
 */
export async function frontDoor(
  pages: Handler,
  { keepPublic = true } = {},
): Promise<{ handle: Handler; close: () => Promise<void> }> {
  const { origin, databaseUrl, trustedProxies } = env()
  const isElsewhere = elsewhere(env())
  const headers = securityHeaders(origin)
  const onError = (error: unknown) => log().error({ error }, "a public page failed")
  const ask = askPages(pages, new URL(origin).host)
  const cache = publicCache({ ask, origin, headers, behindProxy: trustedProxies > 0, onError })
  const changes = keepPublic ? listenForChanges({ url: databaseUrl, cache, onError }) : null
  const fail = (response: ServerResponse, error: unknown) => {
    log().error({ error }, "a request failed")
    refuse(response, 500, "Something failed on our side. Nothing was changed.")
  }
  const make = async (
    request: IncomingMessage,
    response: ServerResponse,
    coming: boolean | Promise<boolean>,
  ) => {
    try {
      if (await coming) return
      if (!admit(request, response, headers)) return
      if (isRead(request) && isElsewhere(request)) return sendHome(request, response)
      await pages(request, response)
    } catch (error) {
      fail(response, error)
    }
  }
  const handle: Handler = (request, response) => {
    try {
      const answered = keepPublic && !isElsewhere(request) && cache.handle(request, response)
      // Most of what is asked for is kept and has gone out: a promise here would cost a tenth of it.
      if (answered === true) return
      return make(request, response, answered)
    } catch (error) {
      fail(response, error)
    }
  }
  return { handle, close: async () => changes?.close() }
}

function admit(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): boolean {
  const { origin } = env()
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  // Said by us alone: nobody may claim an address, or a way past the pages' own policy.
  for (const name of [
    addressHeader,
    "x-nonce",
    "x-path",
    "x-middleware-subrequest",
    "x-forwarded-host",
  ])
    delete request.headers[name]
  request.headers[addressHeader] = networkOf(clientAddress(request))
  const changes = !isRead(request)
  const header = (name: string) =>
    typeof request.headers[name] === "string" ? request.headers[name] : null
  if (changes && !isOneClick(request) && !fromOwnPages(header, origin)) {
    return refuse(response, 403, "This form was not sent from the portal's own address.")
  }
  if (
    changes &&
    request.headers["content-length"] === undefined &&
    request.headers["transfer-encoding"]
  ) {
    return refuse(response, 411, "The request does not say how long it is.")
  }
  const most = bodyLimit(request)
  if (Number(request.headers["content-length"] ?? 0) > most) {
    return refuse(
      response,
      413,
      `This is more than ${most / megabyte} MB. Send it in smaller parts.`,
    )
  }
  return true
}

/** To whoever only reads, the portal's own address. */
function sendHome({ url = "/" }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(307, { location: env().origin + url }).end()
}

const isRead = ({ method = "" }: IncomingMessage) => ["GET", "HEAD", "OPTIONS"].includes(method)

/** Tells whether a reader came by another name of this machine, where cookies and addresses would not fit. */
function elsewhere({ origin, mode }: Env): (request: IncomingMessage) => boolean {
  if (mode !== "embedded") return () => false
  // Compared as it is: with its scheme in front it would be a new string for every request.
  const [, host = null] = origin.split("http://")
  return ({ headers }) => headers.host !== host
}

/** A mail program that ends a kind of mail for its reader posts from no page at all (RFC 8058). */
function isOneClick(request: IncomingMessage): boolean {
  const [path = ""] = (request.url ?? "").split("?")
  return /^(\/[a-z]{2})?\/(unsubscribe|[a-z0-9-]+\/consultations\/[a-z0-9-]+\/take-part)\/one-click$/.test(
    path,
  )
}

/** The address of whoever asks: the last hop that is not one of our own proxies. */
function clientAddress(request: IncomingMessage): string {
  const hops = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean)
  const trusted = env().trustedProxies
  return (trusted > 0 && hops.at(-trusted)) || (request.socket.remoteAddress ?? "unknown")
}

function refuse(response: ServerResponse, status: number, sentence: string): false {
  if (response.headersSent) response.destroy()
  else
    response
      .writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" })
      .end(`${sentence}\n`)
  return false
}
