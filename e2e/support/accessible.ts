import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
/** What colours decide: all that can differ between the two schemes, which have the same elements and sizes. */
const ofColours = ["color-contrast", "link-in-text-block"]

/**
 * Goes to the end of a page, where a bar that sticks to the lower edge of the window lies in its own
 * place: elsewhere it covers half of whatever happens to be there, which axe takes for a small target.
 */
export async function toTheEnd(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
}

/** Fails, naming rule and element, when axe finds anything against WCAG 2.2 AA in light or in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // No page has frames, for which axe would open a page of its own at every look. Of what it finds in order
  // it names one element of each rule: to describe thousands takes it longer than to look at them.
  const axe = () =>
    new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations, passes } = await (colorScheme === "light"
      ? axe().withTags(tags)
      : axe().withRules(ofColours)
    ).analyze()
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}\n${failureSummary}`),
    )
    expect.soft(found, `axe on ${page.url()} in ${colorScheme}`).toEqual([])
    expect
      .soft(passes.length, `axe looked at ${page.url()}`)
      .toBeGreaterThan(colorScheme === "light" ? 5 : 0)
  }
  await page.emulateMedia({ colorScheme: null })
}
