import type { IncomingMessage, ServerResponse } from "node:http"
import { missingPage, type PublicAddress, publicAddress } from "./address"
import type { Ask } from "./ask"
import { failurePage } from "./failure"
import { Keep } from "./keep"
import { makePage, type Page, sendPage } from "./page"
import { publicPolicy } from "./policy"
import { stripRuntime } from "./strip"

export interface PublicCache {
  /** Answers a GET or HEAD of a public page and resolves to true; false for every other request. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
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
 * const cache = publicCache({ ask: askPages(pages, host), origin: env().origin, onError })
 * const changes = listenForChanges({ url: env().databaseUrl, cache, onError })
 * if (!(await cache.handle(request, response))) await pages(request, response)
 */
export function publicCache({
  ask,
  origin,
  maxBytes = 64 * 1024 * 1024,
  now = () => new Date(),
  onError,
}: {
  ask: Ask
  origin: string
  maxBytes?: number
  now?: () => Date
  onError: (error: unknown) => void
}): PublicCache {
  const keep = new Keep(maxBytes, now)
  keep.open = false

  async function make(address: PublicAddress): Promise<Page> {
    try {
      const answer = await ask(address.path)
      if (answer.headers.location)
        return makePage(answer.status, { location: answer.headers.location }, "", null)
      const missing = missingPage(address.locale)
      const nothing = answer.status === 404 && address.path !== missing.path
      if (answer.status !== 200 && !nothing)
        throw new Error(`${address.path} answered ${answer.status}`)
      // Next leaves it to script to say that there is nothing, so the words come from a page.
      if (nothing) return asMissing(await find(missing))
      return await finished(200, answer.body.toString("utf8"))
    } catch (error) {
      onError(error)
      return finished(500, failurePage(address.locale))
    }
  }

  async function finished(status: number, source: string): Promise<Page> {
    const { html, styles, until } = stripRuntime(source)
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": publicPolicy(origin, styles),
    }
    return makePage(status, headers, html, until)
  }

  const find = (address: PublicAddress) => keep.get(address, () => make(address))

  return {
    async handle(request, response) {
      if (request.method !== "GET" && request.method !== "HEAD") return false
      const address = publicAddress(request.url ?? "")
      if (!address) return false
      const page = await find(address)
      const missing = address.path === missingPage(address.locale).path
      sendPage(request, response, missing ? asMissing(page) : page)
      return true
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

function asMissing(page: Page): Page {
  return page.status === 200 ? { ...page, status: 404 } : page
}
