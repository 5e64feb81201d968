import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
} from "@playwright/test"
import { Network } from "./network"

export type Desk = { page: Page; context: BrowserContext; network: Network; name: string }

/** Somebody at a desk of their own, in a browser of their own. */
export async function sitDown(
  browser: Browser,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Desk> {
  const context = await browser.newContext(options)
  const network = await Network.of(context)
  const page = await context.newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: `Sign in as ${name}` }).click()
  await expect(page).toHaveURL(/\/desk/)
  return { page, context, network, name }
}

/** Waits until all that was written on a page is called saved. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved")
}

/** How often some words stand in a text. */
export const times = (text: string | null, words: string) => (text ?? "").split(words).length - 1
