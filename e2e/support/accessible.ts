import AxeBuilder from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** Fails, naming rule and element, when axe finds anything against WCAG 2.2 AA in light or in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze()
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}\n${failureSummary}`),
    )
    expect.soft(found, `axe on ${page.url()} in ${colorScheme}`).toEqual([])
    expect.soft(passes.length, `axe looked at ${page.url()}`).toBeGreaterThan(5)
  }
  await page.emulateMedia({ colorScheme: null })
}
