import { type Browser, chromium, type Page } from "@playwright/test"
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
    const drawn: number[] = []
    const scrolled: Record<"early" | "grid" | "empty" | "plain", Scrolled[]> = {
      ...{ early: [], grid: [], empty: [], plain: [] },
    }
    const cpu = await processorOf(browser)
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
      // Who scrolls before all rows are drawn, and who does it a moment later.
      if (round > 0 && round <= openings - scrolledRounds)
        scrolled.early.push(await scroll(page, cpu))
      // Pages of the same length, scrolled in turn, show what the machine and the browser drop by themselves.
      if (round > openings - scrolledRounds) {
        await page
          .locator("[role=grid] .waits")
          .first()
          .waitFor({ state: "detached", timeout: 120_000 })
        drawn.push(performance.now() - began)
        scrolled.grid.push(await scroll(page, cpu))
        const length = await page
          .locator("[role=grid]")
          .evaluate(({ clientHeight }) => clientHeight)
        for (const [what, content] of [
          ["empty", emptyPage(length)],
          ["plain", plain],
        ] as const) {
          const other = await bare.newPage()
          await other.setContent(content)
          scrolled[what].push(await scroll(other, cpu))
          await other.close()
        }
      }
      await page.close({ runBeforeUnload: false })
    }
    const frames = (what: keyof typeof scrolled) => scrolled[what].flatMap((one) => one.frames)
    // The machine's own measure of a frame: what it takes where there is nothing to draw.
    const usual = median(frames("empty"))
    const dropped = (what: keyof typeof scrolled) => {
      const all = frames(what)
      return {
        value: (100 * all.filter((frame) => frame > 1.5 * usual).length) / all.length,
        unit: "%",
      }
    }
    // One long stop counts there as one; here as all the frames that it took the place of.
    const missed = (what: keyof typeof scrolled) => {
      const lost = frames(what).map((frame) => Math.max(0, Math.round(frame / usual) - 1))
      const sum = lost.reduce((before, one) => before + one, 0)
      return { value: (100 * sum) / (sum + lost.length), unit: "%" }
    }
    const sum = (what: keyof typeof scrolled, of: "processor" | "long" | "script") =>
      scrolled[what].reduce((before, one) => before + one[of], 0) / scrolled[what].length
    const count = (value: number) => ({ value, unit: "" })
    const ms = (value: number) => ({ value, unit: "ms" })
    return {
      "2,000 rows, first HTML, median": ms(median(html)),
      "2,000 rows, first letter in a cell, median": ms(median(key)),
      "2,000 rows, first letter in a cell, slowest": ms(Math.max(...key)),
      "2,000 rows, all of them drawn, median": ms(median(drawn)),
      "a frame while scrolling, median": ms(median(frames("grid"))),
      "a frame while scrolling, 95 of 100": ms(percentile(frames("grid"), 95)),
      "frames dropped while scrolling": dropped("grid"),
      "frames dropped on a plain table with those words": dropped("plain"),
      "frames dropped on an empty page of that length": dropped("empty"),
      "frames dropped beyond those of the plain table": {
        ...{ value: Math.max(0, dropped("grid").value - dropped("plain").value), unit: "%" },
      },
      "frames dropped before all rows are drawn": dropped("early"),
      "frames that were due and did not come": missed("grid"),
      "the same on the plain table": missed("plain"),
      "the same on the empty page": missed("empty"),
      "frames over 50 ms in one scroll": count(sum("grid", "long")),
      "the same in one scroll of the plain table": count(sum("plain", "long")),
      "script in those of the grid": ms(sum("grid", "script")),
      "frames over 50 ms before all rows are drawn": count(sum("early", "long")),
      "processor of one scroll": ms(sum("grid", "processor")),
      "processor of one scroll of the plain table": ms(sum("plain", "processor")),
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

type Scrolled = {
  /** The time of every frame. */
  frames: number[]
  /** Frames that took longer than 50 ms, and the script in them. */
  long: number
  script: number
  /** What all pages of the browser took of the processor: a busy machine says nothing against it. */
  processor: number
}

/** Reads what the pages of a browser took of the processor until now, in milliseconds. */
async function processorOf(browser: Browser): Promise<() => Promise<number>> {
  const session = await browser.newBrowserCDPSession()
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo")
    const pages = processInfo.filter(({ type }) => type === "renderer")
    return pages.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0)
  }
}

type Long = { duration: number; scripts: { duration: number }[] }

/** Scrolls a page down by a wheel. */
async function scroll(page: Page, cpu: () => Promise<number>): Promise<Scrolled> {
  await page.locator("[role=grid]").hover()
  await page.evaluate(() => {
    const frames: number[] = []
    const long: unknown[] = []
    Object.assign(window, { frames, long })
    new PerformanceObserver((list) => {
      long.push(...list.getEntries().map((entry) => entry.toJSON()))
    }).observe({ type: "long-animation-frame" })
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
  const began = await cpu()
  for (let round = 0; round < scrolls; round++) await page.mouse.wheel(0, 300)
  const down = await page.evaluate(() => {
    const grid = document.querySelector("[role=grid]")
    return Math.max(grid?.scrollTop ?? 0, grid?.closest(".gridbox")?.scrollTop ?? 0)
  })
  if (down < 100 * scrolls) throw new Error(`The page was scrolled by ${down} pixels only`)
  const processor = (await cpu()) - began
  const { frames, long } = await page.evaluate(() => {
    const { frames, long } = window as unknown as { frames: number[]; long: Long[] }
    return { frames, long }
  })
  const scripts = long.flatMap((one) => one.scripts)
  return {
    frames: frames.slice(1),
    long: long.length,
    script: scripts.reduce((sum, { duration }) => sum + duration, 0),
    processor,
  }
}
