import type { IncomingMessage, ServerResponse } from "node:http"
import { failedOnOurSide, forEverybody } from "@/lib/api/problem"
import { untilHeader } from "@/lib/platform/file-answer"
import {
  apiAddress,
  askedAddress,
  assetAddress,
  missingPage,
  type PublicAddress,
  publicAddress,
  searchAddress,
} from "./address"
import type { Answer, Ask } from "./ask"
import { failurePage } from "./failure"
import { Keep } from "./keep"
import { brieflyShared, makePage, type Page, sendPage } from "./page"
import { publicPolicy } from "./policy"
import { stripRuntime } from "./strip"

export interface PublicCache {
  /** Answers a GET or HEAD of a public page and returns true; false for every other request. */
  handle(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean>
  /** A group's slug, or `*`: what the channel `public_changed` says. */
  forget(change: string): void
  /** Whether changes are heard. Nothing is kept while they are not, and nothing from before after it. */
  hearing(yes: boolean): void
  readonly size: { pages: number; bytes: number }
}

/** What a route may say of a file besides its bytes; all else is said here. */
const passedOn = [
  "content-type",
  "content-disposition",
  "content-language",
  "last-modified",
  "cache-control",
  "location",
  "link",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "cross-origin-resource-policy",
]

/** The style sheets and the script of our own, which name nobody. */
const isForever = (path: string): boolean => assetAddress(path) !== null

const isProblem = ({ headers }: Answer): boolean =>
  headers["content-type"] === "application/problem+json"

/**
 * The layer in front of Next for public pages: takes the finished document, removes the framework's
 * script, compresses it once and keeps it until what it shows is changed. It looks at nothing of a
 * request but method, path, accepted encodings and entity tags, so every reader gets the same page.
 * Starts without keeping anything; `listenForChanges` lets it.
 *
 * @example
 * const cache = publicCache({ ask: askPages(pages, host), origin, headers, onError })
 * const changes = listenForChanges({ url: env().databaseUrl, cache, onError })
 * if (!(await cache.handle(request, response))) await pages(request, response)
 */
export function publicCache({
  ask,
  origin,
  headers: common = {},
  maxBytes = 64 * 1024 * 1024,
  behindProxy = false,
  now = Date.now,
  onError,
}: {
  ask: Ask
  origin: string
  /** What every answer says besides. */
  headers?: Readonly<Record<string, string>>
  maxBytes?: number
  /** Whether a proxy of ours, that may share a page for a moment, stands in front. */
  behindProxy?: boolean
  now?: () => number
  onError: (error: unknown) => void
}): PublicCache {
  const keep = new Keep(maxBytes, now)
  keep.open = false

  async function make(address: PublicAddress): Promise<Page> {
    try {
      const answer = await ask(address.path)
      const { location } = answer.headers
      if (location) return passOn(answer, address)
      const missing = missingPage(address.locale)
      const isMissing = address.path === missing.path
      const isHtml = /^text\/html\b/.test(answer.headers["content-type"] ?? "text/html")
      if (answer.status === 200 && !isHtml)
        return { ...(await passOn(answer, address)), lasting: !address.path.includes("?") }
      if (isProblem(answer)) return passOn(answer, address)
      // Next leaves it to script to say that there is nothing, so the words come from a page.
      if (answer.status === 404 && !isMissing) return { ...(await find(missing)), lasting: false }
      if (answer.status !== 200) throw new Error(`${address.path} answered ${answer.status}`)
      const page = await finished(isMissing ? 404 : 200, answer.body.toString("utf8"))
      return { ...page, lasting: !address.path.includes("?") }
    } catch (error) {
      onError(error)
      return apiAddress(address.path) ? failedAnswer() : finished(500, failurePage(address.locale))
    }
  }

  /** A file, a redirect, or why the API has no answer: as the route said it. */
  function passOn({ status, headers, body }: Answer, { path }: PublicAddress): Promise<Page> {
    const said = passedOn.flatMap((name) => {
      const value = headers[name]
      // What is asked for again every time is for the layer to say, as it does of pages.
      if (typeof value !== "string" || /max-age=0\b/.test(value)) return []
      return [[name, value]]
    })
    const { "cache-control": given, ...own } = Object.fromEntries(said)
    const isBrief = given?.startsWith("public") && !isForever(path)
    const kept = given && (isBrief ? brieflyShared(given) : { "cache-control": given })
    const until = headers[untilHeader]
    return makePage({
      status,
      headers: { ...common, ...own, ...kept },
      body,
      until: typeof until === "string" ? new Date(until) : null,
    })
  }

  function failedAnswer(): Promise<Page> {
    const headers = { ...common, ...forEverybody, "content-type": "application/problem+json" }
    return makePage({ status: 500, headers, body: JSON.stringify(failedOnOurSide) })
  }

  async function finished(status: number, source: string): Promise<Page> {
    const { html, styles, until } = stripRuntime(source)
    const headers = {
      ...common,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": publicPolicy(origin, styles),
    }
    return makePage({ status, headers, body: html, until })
  }

  const find = (address: PublicAddress) => keep.get(address, () => make(address))

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    address: PublicAddress,
  ): Promise<true> {
    sendPage(request, response, await find(address), behindProxy)
    return true
  }

  return {
    handle(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false
      const kept = keep.kept(request.url ?? "")
      if (kept) {
        sendPage(request, response, kept, behindProxy)
        return true
      }
      const url = request.url ?? ""
      const address = [searchAddress, apiAddress, assetAddress, askedAddress, publicAddress]
        .map((read) => read(url))
        .find((found) => found !== null)
      return address ? answer(request, response, address) : false
    },
    forget: (change) => keep.forget(change),
    hearing: (yes) => {
      keep.open = yes
    },
    get size() {
      return keep.size
    },
  }
}
