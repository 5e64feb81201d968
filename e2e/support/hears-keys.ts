import { expect, type Locator } from "@playwright/test"

/**
 * Waits until a page's script has taken over a field: a key that is pressed before does what the plain form
 * does with it. React writes its properties onto the element at that moment.
 */
export async function hearsKeys(field: Locator): Promise<void> {
  await expect
    .poll(() =>
      field.evaluate((element) =>
        Object.keys(element).some((key) => key.startsWith("__reactProps")),
      ),
    )
    .toBe(true)
}
