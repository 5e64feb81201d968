import { createHash } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { Head } from "./head"

type Encoding = "br" | "gzip" | "identity"
type Form = { whole: Head; unchanged: Head; body: Buffer }

/** A page as it goes out: compressed once, and the head of either answer. */
export interface Page {
  status: number
  /** Whether it may be kept: an error never is. */
  lasting: boolean
  /** Names the content; the encoding is added to make the entity tag. */
  hash: string
  forms: Readonly<Record<Encoding, Form>>
  /** When it must be made anew by itself; null when only a change makes it stale. */
  until: Date | null
}

const inBrotli = promisify(brotliCompress)
const inGzip = promisify(gzip)
// The step from 9 to 11 saves 3 % and costs ten times as long while a reader waits.
const brotliQuality = 9

/**
 * A page is kept by whoever likes and asked for again every time, so that a correction is visible at
 * once; what stands between us and many readers may keep it for the second that we promise (RFC 9213).
 */
function howLong(status: number): Record<string, string> {
  if (status !== 200) return { "cache-control": "no-store" }
  return {
    "cache-control": "public, max-age=0, must-revalidate",
    "cdn-cache-control": "public, max-age=1",
  }
}

/**
 * Of what a reader may keep for longer, as a file of a version, what stands between us keeps no more than
 * that second: a name may be erased from it. `s-maxage` is heard by every shared cache (RFC 9111, 5.2.2.10).
 */
export function brieflyShared(given: string): Record<string, string> {
  return { "cache-control": `${given}, s-maxage=1`, "cdn-cache-control": "public, max-age=1" }
}

/**
 * Compresses a finished document in the ways that browsers read, unless its kind is compressed
 * already. Not lasting until somebody says so. `cache-control` among the headers stands as given.
 */
export async function makePage({
  status,
  headers,
  body = "",
  until = null,
}: {
  status: number
  headers: Record<string, string>
  body?: string | Buffer
  until?: Date | null
}): Promise<Page> {
  const identity = Buffer.from(body)
  const hash = createHash("sha256").update(identity).digest("base64url").slice(0, 22)
  const form = (encoding: Encoding, body: Buffer): Form => {
    const lines = Object.entries({
      ...headers,
      vary: "accept-encoding",
      ...(status === 200 ? { etag: `"${hash}-${encoding}"` } : {}),
      ...(headers["cache-control"] ? {} : howLong(status)),
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
      "content-length": String(body.length),
    }).flat()
    return { body, whole: new Head(status, lines), unchanged: new Head(304, lines) }
  }
  const plain = form("identity", identity)
  const page = { status, lasting: false, hash, until }
  if (!shrinks.test(headers["content-type"] ?? ""))
    return { ...page, forms: { br: plain, gzip: plain, identity: plain } }
  const [br, gz] = await Promise.all([
    inBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    inGzip(identity, { level: 9 }),
  ])
  return { ...page, forms: { br: form("br", br), gzip: form("gzip", gz), identity: plain } }
}

/** Kinds that are text; a picture or a Word file is compressed in itself. */
const shrinks = /^text\/|[/+](json|xml|javascript)\b|svg/

/** The bytes that a page holds in memory. */
export function weight({ forms: { br, gzip, identity } }: Page): number {
  return [...new Set([br.body, gzip.body, identity.body])].reduce(
    (sum, { length }) => sum + length,
    0,
  )
}

/**
 * Sends a page as the reader can take it, or says that what the reader has is still right. `proxied`
 * says to nginx besides that it may give a lasting page to others until this second of the clock is over.
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  proxied = false,
): void {
  const empty = page.forms.identity.body.length === 0
  const { whole, unchanged, body } =
    page.forms[empty ? "identity" : chosenEncoding(request.headers["accept-encoding"])]
  const isKnown = page.status === 200 && knows(request.headers["if-none-match"], page.hash)
  const head = isKnown ? unchanged : whole
  const isBare = isKnown || request.method === "HEAD"
  head.give(response, isBare ? null : body, proxied && page.lasting)
}

const choices = new Map<string, Encoding>()
const manyChoices = 500

/** The best encoding that a request accepts. Browsers say it in a few ways, so the answers are remembered. */
function chosenEncoding(accepted: string | string[] = ""): Encoding {
  const said = String(accepted)
  const known = choices.get(said)
  if (known) return known
  if (choices.size >= manyChoices) choices.clear()
  const chosen = bestEncoding(said)
  choices.set(said, chosen)
  return chosen
}

/** `;q=0` is a no. */
function bestEncoding(accepted: string): Encoding {
  const offers = accepted
    .toLowerCase()
    .split(",")
    .map((offer) => offer.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ""))
    .map(([name]) => name)
  if (offers.includes("br")) return "br"
  return offers.includes("gzip") ? "gzip" : "identity"
}

/** Whether a reader's entity tags name this content, in whichever encoding. */
function knows(tags: string | undefined, hash: string): boolean {
  if (!tags) return false
  return tags.split(",").some((tag) => tag.trim().replace(/^W\//, "").startsWith(`"${hash}-`))
}
