import { chromium, type Page } from "@playwright/test"
import { startEmbedded } from "@/db/embedded"
import { startPortal } from "@/e2e/support/portal"
import { type Figures, median, percentile } from "../figures"
import { fillHall } from "./hall"

const openings = 5
const typed = "the group agreed that it sends its answer to the whole list before the next call "

/**
 * A page with 10,000 words in a real browser, in milliseconds: from asking for it to the first letter
 * that stands in it, and from a key to the picture that shows its letter. Null without a browser.
 */
export async function measureBrowser(): Promise<Figures["figures"] | null> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) return null
  const portal = await startPortal()
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const database = await startEmbedded(portal.dataDir)
    const { slug, meetings, cookies } = await fillHall(database.ownerUrl, 1, 1)
    await database.stop()
    const context = await browser.newContext()
    const [name = "", value = ""] = (cookies[0] ?? "").split("=")
    await context.addCookies([{ name, value, url: portal.origin }])
    const address = `${portal.origin}/desk/${slug}/meetings/${meetings[0]}/minutes`
    const opened: number[] = []
    const keys: number[] = []
    // The first visit fetches the script and is left out, like every first round.
    for (let round = 0; round <= openings; round++) {
      const page = await context.newPage()
      const took = await open(page, address)
      if (round > 0) opened.push(took)
      if (round === openings) keys.push(...(await typing(page)))
      await page.close({ runBeforeUnload: false })
    }
    return {
      "opening 10,000 words to the first letter, median": { value: median(opened), unit: "ms" },
      "opening 10,000 words to the first letter, slowest": {
        value: Math.max(...opened),
        unit: "ms",
      },
      "a key to its letter on the screen, median": { value: median(keys), unit: "ms" },
      "a key to its letter on the screen, 95 of 100": { value: percentile(keys, 95), unit: "ms" },
    }
  } finally {
    await browser.close()
    await portal.stop()
  }
}

const opening = (page: Page) => page.getByRole("textbox", { name: "Opening", exact: true })

async function open(page: Page, address: string): Promise<number> {
  const began = performance.now()
  await page.goto(address, { waitUntil: "commit" })
  await opening(page).focus()
  await page.keyboard.press("Control+End")
  await page.keyboard.type("ß")
  await page.waitForFunction(() =>
    document.querySelector("#s-opening .section-text")?.textContent?.includes("ß"),
  )
  const took = performance.now() - began
  await page.keyboard.press("Backspace")
  await page.locator('[data-save="saved"]').waitFor()
  return took
}

/** For every key how long the browser took from hearing it to the frame after it. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const took: number[] = []
    Object.assign(window, { took })
    document.addEventListener(
      "keydown",
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => took.push(performance.now() - event.timeStamp)
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  await page.keyboard.type(typed, { delay: 50 })
  return page.evaluate(() => (window as unknown as { took: number[] }).took)
}
