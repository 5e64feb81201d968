import type { Page } from "@playwright/test"
import { expectAccessible } from "./accessible"
import { expect } from "./test"

/** Asserts that the page needs no scrolling sideways in its window as it is; what sticks out is named. */
export async function expectFits(page: Page): Promise<void> {
  const sticksOut = () =>
    page.evaluate(() => {
      const { scrollWidth } = document.documentElement
      if (scrollWidth <= window.innerWidth) return []
      const wide = [...document.body.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
        .map((element) => (element.cloneNode(false) as Element).outerHTML.slice(0, 120))
      return [`${scrollWidth} px`, ...wide]
    })
  await expect.poll(sticksOut, { message: `${page.url()} runs over` }).toEqual([])
}

/** Asserts that the page shuts nobody out and fits, on a phone and on a desk. */
export async function lookAt(page: Page): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await expectFits(page)
  }
}
