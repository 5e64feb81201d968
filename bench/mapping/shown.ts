import { chromium } from "@playwright/test"
import type { Filled } from "./fill"

const saves = 60

/**
 * Milliseconds from a save's going out at one server until a real browser that looks at the other one has
 * drawn it, each. They hold the way of the word from the browser to the clock. Null without a browser.
 */
export async function timeShown(
  filled: Filled,
  [from = "", to = ""]: readonly string[],
): Promise<number[] | null> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) return null
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = "", value = ""] = (filled.cookies[1] ?? "").split("=")
    await context.addCookies([{ name, value, url: to }])
    const page = await context.newPage()
    const shown = new Map<string, number>()
    await page.exposeFunction("tellShown", (words: string) => {
      if (!shown.has(words)) shown.set(words, performance.now())
    })
    const address = `/desk/${filled.groupSlug}/mapping/${filled.mandateSlug}`
    await page.goto(to + address)
    const cell = page.locator("[role=grid] tbody tr:not(.head) [data-c=suggests]").first()
    await cell.waitFor()
    await cell.evaluate((element) => {
      const row = element.closest("tr")
      const page = globalThis as unknown as { tellShown: (words: string) => void }
      // Two frames on, what stands in the page now was drawn. Nothing here has a name, see `scroll`.
      if (row)
        new MutationObserver(() =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              page.tellShown(row.querySelector("[data-c=suggests]")?.textContent ?? ""),
            ),
          ),
        ).observe(row, { subtree: true, childList: true, characterData: true })
    })
    const rowId = await cell.evaluate((element) => element.closest("tr")?.dataset.k ?? "")
    const taken: number[] = []
    let base = 0
    for (let place = -1; place < saves; place++) {
      const words = `Shown elsewhere ${place}`
      const save = async () => {
        const answer = await fetch(`${from}${address}/cells`, {
          method: "POST",
          headers: {
            ...{ "content-type": "application/json", origin: from },
            cookie: filled.cookies[2] ?? "",
          },
          body: JSON.stringify({ cells: [{ rowId, field: "suggests", base, value: words }] }),
        })
        const { cells, clashes } = (await answer.json()) as Record<string, { revision: number }[]>
        base = (cells ?? clashes)?.[0]?.revision ?? 0
        return answer.ok
      }
      let began = performance.now()
      if (!(await save())) {
        began = performance.now()
        if (!(await save())) throw new Error("What was saved clashed twice")
      }
      const until = began + 30_000
      while (!shown.has(words) && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 1))
      const at = shown.get(words)
      if (at === undefined) throw new Error("What was saved was not shown within half a minute")
      // The first one learns which revision the cell has.
      if (place >= 0) taken.push(at - began)
    }
    return taken
  } finally {
    await browser.close()
  }
}
