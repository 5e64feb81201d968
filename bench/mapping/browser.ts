import { chromium, type Page } from "@playwright/test"
import { type Figures, median, percentile } from "../figures"
import type { Filled } from "./fill"

const openings = 5
const scrolls = 120
/** Of the openings, so many are scrolled. */
const scrolledRounds = 3

const emptyPage = (length: number) => `<div role="grid" style="block-size: 720px; overflow: auto">
  <div style="block-size: ${length}px; background: linear-gradient(white, silver)"></div></div>`

/**
 * The grid in a real browser, in milliseconds: from asking for the page to its first HTML and to the
 * first letter that stands in a cell, and the frames while it is scrolled. Null without a browser.
 */
export async function measureGrid(
  filled: Filled,
  origin: string,
): Promise<Figures["figures"] | null> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = "", value = ""] = (filled.cookies[1] ?? "").split("=")
    await context.addCookies([{ name, value, url: origin }])
    const address = `${origin}/desk/${filled.groupSlug}/mapping/${filled.mandateSlug}`
    const html: number[] = []
    const key: number[] = []
    const frames: Record<"grid" | "empty", number[]> = { grid: [], empty: [] }
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
      // An empty page of the same length, scrolled in turn, shows what the machine drops by itself.
      if (round > openings - scrolledRounds) {
        frames.grid.push(...(await scroll(page)))
        const length = await page
          .locator("[role=grid]")
          .evaluate(({ clientHeight }) => clientHeight)
        const empty = await context.newPage()
        await empty.goto(`${origin}/healthz`)
        await empty.setContent(emptyPage(length))
        frames.empty.push(...(await scroll(empty)))
        await empty.close()
      }
      await page.close({ runBeforeUnload: false })
    }
    // The machine's own measure of a frame: what it takes where there is nothing to draw.
    const usual = median(frames.empty)
    const dropped = (all: number[]) => ({
      value: (100 * all.filter((frame) => frame > 1.5 * usual).length) / all.length,
      unit: "%",
    })
    const ms = (value: number) => ({ value, unit: "ms" })
    return {
      "2,000 rows, first HTML, median": ms(median(html)),
      "2,000 rows, first letter in a cell, median": ms(median(key)),
      "2,000 rows, first letter in a cell, slowest": ms(Math.max(...key)),
      "a frame while scrolling, median": ms(median(frames.grid)),
      "a frame while scrolling, 95 of 100": ms(percentile(frames.grid, 95)),
      "frames dropped while scrolling": dropped(frames.grid),
      "frames dropped on an empty page of that length": dropped(frames.empty),
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
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  return frames.slice(1)
}
