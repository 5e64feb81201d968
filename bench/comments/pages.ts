import { type BrowserContext, chromium, type Locator } from "@playwright/test"
import type { Figures } from "../figures"
import { median } from "../figures"
import type { FilledComments } from "./fill"

const openings = 7
/** Longer no page is waited for; the browser has such limits of its own. */
const patience = 30_000

export type Opened = { html: number[]; bytes: number }

/** The page with all comments of a document and the same page without any, in turn: whole HTML, in milliseconds. */
export async function timeHtml(
  { groupSlug, full, quiet, cookies }: FilledComments,
  origin: string,
): Promise<{ full: Opened; empty: Opened }> {
  const opened = { full: { html: [], bytes: 0 } as Opened, empty: { html: [], bytes: 0 } as Opened }
  for (let round = 0; round <= openings; round++)
    for (const [of, { slug }] of [
      [opened.full, full],
      [opened.empty, quiet],
    ] as const) {
      const began = performance.now()
      const answer = await fetch(`${origin}/desk/${groupSlug}/documents/${slug}/comments`, {
        headers: { cookie: cookies[1] ?? "" },
        signal: AbortSignal.timeout(patience),
      })
      const page = await answer.text()
      if (!answer.ok) throw new Error(`The page was answered with ${answer.status}`)
      if (round > 0) of.html.push(performance.now() - began)
      of.bytes = page.length
    }
  return opened
}

/**
 * The page of all comments in a real browser, in milliseconds: until the first comment can be read, and
 * from the press that leads to the next unread one until it stands in sight, on the page and where it
 * leads to another. Null without a browser.
 */
export async function timeBrowser(
  { groupSlug, full, cookies }: FilledComments,
  origin: string,
): Promise<Figures["figures"] | null> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = "", value = ""] = (cookies[1] ?? "").split("=")
    await context.addCookies([{ name, value, url: origin }])
    const address = `${origin}/desk/${groupSlug}/documents/${full.slug}/comments`
    const read: number[] = []
    const jumps: Jumps = { here: [], away: [] }
    for (let round = 0; round <= openings; round++) {
      const page = await context.newPage()
      const began = performance.now()
      await page.goto(address, { waitUntil: "commit" })
      await page.locator("article").first().waitFor()
      if (round > 0) read.push(performance.now() - began)
      await page.close()
    }
    await jump(context, address, jumps)
    const ms = (values: number[]) => ({ value: median(values), unit: "ms" })
    return {
      "1,000 comments, the first one readable, median": ms(read),
      "to the next unread on the page, median": ms(jumps.here),
      "to the next unread on another page, median": ms(jumps.away),
    }
  } finally {
    await browser.close()
  }
}

type Jumps = Record<"here" | "away", number[]>

/** Follows "next new", as somebody does who reads what came: on the page, and from its last comment on. */
async function jump(context: BrowserContext, address: string, jumps: Jumps): Promise<void> {
  const page = await context.newPage()
  const follow = async (link: Locator, times: number[]) => {
    const href = (await link.getAttribute("href")) ?? ""
    const mark = href.slice(href.indexOf("#"))
    const began = performance.now()
    await link.click({ noWaitAfter: true })
    await page.waitForFunction((wanted) => {
      const target = document.querySelector(":target")
      const top = target?.getBoundingClientRect().top ?? -1
      return location.hash === wanted && top >= 0 && top < innerHeight
    }, mark)
    times.push(performance.now() - began)
  }
  const next = page.locator("article a", { hasText: "Next new" })
  for (let round = 0; round < openings; round++) {
    await page.goto(address)
    await follow(next.and(page.locator("[href^='#']")).first(), jumps.here)
    await follow(next.and(page.locator(":not([href^='#'])")).first(), jumps.away)
  }
  await page.close()
}
