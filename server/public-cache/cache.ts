import type { IncomingMessage, ServerResponse } from "node:http"
import { missingPage, type PublicAddress, publicAddress, searchAddress } from "./address"
import type { Ask } from "./ask"
import { failurePage } from "./failure"
import { Keep } from "./keep"
import { makePage, type Page, sendPage } from "./page"
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
  now = () => new Date(),
  onError,
}: {
  ask: Ask
  origin: string
  /** What every answer says besides. */
  headers?: Readonly<Record<string, string>>
  maxBytes?: number
  now?: () => Date
  onError: (error: unknown) => void
}): PublicCache {
  const keep = new Keep(maxBytes, now)
  keep.open = false

  async function make(address: PublicAddress): Promise<Page> {
    try {
      const answer = await ask(address.path)
      const { location } = answer.headers
      if (location) return makePage({ status: answer.status, headers: { ...common, location } })
      const missing = missingPage(address.locale)
      const isMissing = address.path === missing.path
      // Next leaves it to script to say that there is nothing, so the words come from a page.
      if (answer.status === 404 && !isMissing) return { ...(await find(missing)), lasting: false }
      if (answer.status !== 200) throw new Error(`${address.path} answered ${answer.status}`)
      const page = await finished(isMissing ? 404 : 200, answer.body.toString("utf8"))
      return { ...page, lasting: !address.path.includes("?") }
    } catch (error) {
      onError(error)
      return finished(500, failurePage(address.locale))
    }
  }

  async function finished(status: number, source: string): Promise<Page> {
    const { html, styles, until } = stripRuntime(source)
    const headers = {
      ...common,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": publicPolicy(origin, styles),
    }
    return makePage({ status, headers, html, until })
  }

  const find = (address: PublicAddress) => keep.get(address, () => make(address))

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    address: PublicAddress,
  ): Promise<true> {
    sendPage(request, response, await find(address))
    return true
  }

  return {
    handle(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false
      const kept = keep.kept(request.url ?? "")
      if (kept) {
        sendPage(request, response, kept)
        return true
      }
      const address = searchAddress(request.url ?? "") ?? publicAddress(request.url ?? "")
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
