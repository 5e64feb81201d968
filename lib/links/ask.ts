import type { LookupAddress } from "node:dns"
import { lookup } from "node:dns/promises"
import { type IncomingMessage, request as plainRequest } from "node:http"
import { request as secureRequest } from "node:https"
import type { LookupFunction } from "node:net"
import { askable, judgeStatus, type LinkAnswer } from "./model"
import { isPublicAddress } from "./public-address"

const mostHops = 5
const patience = 10_000

/** Where names are looked up and what may be asked; tests give their own. */
export type Asking = {
  resolve: (host: string) => Promise<LookupAddress[]>
  permits: (address: string) => boolean
  /** The address under which a link may be asked; null when it may not. */
  askable: (href: string) => string | null
  /** Milliseconds for one answer, from the first look-up on. */
  patience: number
}
export const openInternet: Asking = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  permits: isPublicAddress,
  askable,
  patience,
}

/**
 * Asks one link whether it leads somewhere: HEAD, and GET where HEAD is not served, following up to
 * five redirects. Only addresses of the open internet are asked; every hop is looked up once and the
 * connection goes to exactly the address that was judged, so that no name can change its mind between.
 * Nothing of an answer is read but its status and where it redirects. Never throws.
 */
export async function askLink(href: string, asking: Asking = openInternet): Promise<LinkAnswer> {
  const deadline = AbortSignal.timeout(asking.patience)
  let at = asking.askable(href)
  for (let hop = 0; hop <= mostHops; hop++) {
    if (at === null) return { state: "unsure", status: null, reason: "not-asked" }
    const said = await askOnce(new URL(at), asking, deadline)
    if (!("location" in said)) return said
    at = URL.canParse(said.location, at) ? asking.askable(new URL(said.location, at).href) : null
  }
  return { state: "unsure", status: null, reason: "many-redirects" }
}

type Said = LinkAnswer | { location: string }

async function askOnce(url: URL, asking: Asking, deadline: AbortSignal): Promise<Said> {
  try {
    const address = await judgedAddress(url.hostname.replace(/^\[|\]$/g, ""), asking, deadline)
    if (!address) return { state: "unsure", status: null, reason: "private" }
    const head = await statusOf("HEAD", url, address, deadline)
    const served = head.status !== 405 && head.status !== 501 && head.status !== 404
    return said(served ? head : await statusOf("GET", url, address, deadline))
  } catch (error) {
    return judgeError(error, deadline)
  }
}

/** One that may be asked, when all addresses of the host may be; else null. */
async function judgedAddress(
  host: string,
  { resolve, permits }: Asking,
  deadline: AbortSignal,
): Promise<LookupAddress | null> {
  const found = await Promise.race([resolve(host), aborted(deadline)])
  return found.every(({ address }) => permits(address)) ? (found[0] ?? null) : null
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  })
}

function said({ status, location }: { status: number; location: string | undefined }): Said {
  return status >= 300 && status < 400 && location ? { location } : judgeStatus(status)
}

function statusOf(
  method: "HEAD" | "GET",
  url: URL,
  { address, family }: LookupAddress,
  signal: AbortSignal,
): Promise<{ status: number; location: string | undefined }> {
  const request = url.protocol === "https:" ? secureRequest : plainRequest
  const pinned: LookupFunction = (_, options, done) =>
    options.all ? done(null, [{ address, family }]) : done(null, address, family)
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        lookup: pinned,
        agent: false,
        signal,
        headers: { "user-agent": "Rapporteur link check", accept: "*/*" },
        maxHeaderSize: 16 * 1024,
      },
      (response: IncomingMessage) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location })
        response.destroy()
      },
    )
    asked.on("error", reject)
    asked.end()
  })
}

/** A name that does not exist is a dead link; everything else may be our own line. */
function judgeError(error: unknown, deadline: AbortSignal): LinkAnswer {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (code === "ENOTFOUND") return { state: "dead", status: null, reason: "no-such-host" }
  const reason = deadline.aborted ? "slow" : "no-answer"
  return { state: "unsure", status: null, reason }
}
