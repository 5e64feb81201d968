import { chromium, type Page } from "@playwright/test"
import { type Figures, median, percentile } from "../figures"
import type { Filled } from "./fill"
import { emptyPage, plainPage } from "./plain"

const openings = 5
const scrolls = 120
/** Of the openings, so many are scrolled. */
const scrolledRounds = 3

/**
 * The grid in a real browser, in milliseconds: from asking for the page to its first HTML and to the
 * first letter that stands in a cell, and the frames while it is scrolled, in turn with an empty page and
 * with a table of plain HTML that has the same words. Null without a browser.
 */
export async function measureGrid(
  filled: Filled,
  origin: string,
): Promise<Figures["figures"] | null> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const viewport = { width: 1280, height: 900 }
    const context = await browser.newContext({ viewport })
    // The portal's policy would take the style from pages that are only there to be compared with.
    const bare = await browser.newContext({ viewport, bypassCSP: true })
    const [name = "", value = ""] = (filled.cookies[1] ?? "").split("=")
    await context.addCookies([{ name, value, url: origin }])
    const address = `${origin}/desk/${filled.groupSlug}/mapping/${filled.mandateSlug}`
    const html: number[] = []
    const key: number[] = []
    const frames: Record<"grid" | "empty" | "plain", number[]> = { grid: [], empty: [], plain: [] }
    const plain = plainPage((await (await context.request.get(`${address}/table`)).json()).table)
    // The first visit fetches the script and is left out.
    for (let round = 0; round <= openings; round++) {
      const page = await context.newPage()
      const began = performance.now()
      await page.goto(address, { waitUntil: "commit" })
      await page.locator("table").first().waitFor()
      const shown = performance.now() - began
      await type(page)
      if (round > 0) {
        html.push(shown)
        key.push(performance.now() - began)
      }
      // Pages of the same length, scrolled in turn, show what the machine and the browser drop by themselves.
      if (round > openings - scrolledRounds) {
        frames.grid.push(...(await scroll(page)))
        const length = await page
          .locator("[role=grid]")
          .evaluate(({ clientHeight }) => clientHeight)
        for (const [what, content] of [
          ["empty", emptyPage(length)],
          ["plain", plain],
        ] as const) {
          const other = await bare.newPage()
          await other.setContent(content)
          frames[what].push(...(await scroll(other)))
          await other.close()
        }
      }
      await page.close({ runBeforeUnload: false })
    }
    // The machine's own measure of a frame: what it takes where there is nothing to draw.
    const usual = median(frames.empty)
    const dropped = (all: number[]) => ({
      value: (100 * all.filter((frame) => frame > 1.5 * usual).length) / all.length,
      unit: "%",
    })
    // One long stop counts there as one; here as all the frames that it took the place of.
    const missed = (all: number[]) => {
      const lost = all.map((frame) => Math.max(0, Math.round(frame / usual) - 1))
      const sum = lost.reduce((before, one) => before + one, 0)
      return { value: (100 * sum) / (sum + all.length), unit: "%" }
    }
    const ms = (value: number) => ({ value, unit: "ms" })
    return {
      "2,000 rows, first HTML, median": ms(median(html)),
      "2,000 rows, first letter in a cell, median": ms(median(key)),
      "2,000 rows, first letter in a cell, slowest": ms(Math.max(...key)),
      "a frame while scrolling, median": ms(median(frames.grid)),
      "a frame while scrolling, 95 of 100": ms(percentile(frames.grid, 95)),
      "frames dropped while scrolling": dropped(frames.grid),
      "frames dropped on a plain table with those words": dropped(frames.plain),
      "frames dropped on an empty page of that length": dropped(frames.empty),
      "frames that were due and did not come": missed(frames.grid),
      "the same on the plain table": missed(frames.plain),
      "the same on the empty page": missed(frames.empty),
    }
  } finally {
    await browser.close()
  }
}

async function type(page: Page): Promise<void> {
  const cell = page.locator("[role=grid] [role=gridcell][data-c=suggests]").first()
  await cell.dblclick()
  await page.getByRole("dialog").getByRole("textbox").waitFor()
  await page.keyboard.type("ß")
  await page.waitForFunction(() => {
    const field = document.querySelector<HTMLTextAreaElement>("dialog textarea, dialog input")
    return field?.value.includes("ß")
  })
  await page.keyboard.press("Escape")
}

/** The time of every frame while a page is scrolled. */
async function scroll(page: Page): Promise<number[]> {
  await page.locator("[role=grid]").hover()
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    let last = performance.now()
    // What runs the bench marks functions that have a name, with a helper that no page has.
    const steps: FrameRequestCallback[] = [
      (now) => {
        frames.push(now - last)
        last = now
        for (const step of steps) requestAnimationFrame(step)
      },
    ]
    for (const step of steps) requestAnimationFrame(step)
  })
  for (let round = 0; round < scrolls; round++) await page.mouse.wheel(0, 300)
  const down = await page.evaluate(() => {
    const grid = document.querySelector("[role=grid]")
    return Math.max(grid?.scrollTop ?? 0, grid?.closest(".gridbox")?.scrollTop ?? 0)
  })
  if (down < 100 * scrolls) throw new Error(`The page was scrolled by ${down} pixels only`)
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  return frames.slice(1)
}
