import { expect, type Locator } from "@playwright/test"

/** All that a region tells from now on: a sentence that another follows at once is gone before it is looked for. */
export async function hear(region: Locator): Promise<() => Promise<string[]>> {
  const heard = await region.evaluateHandle((element) => {
    const all: string[] = []
    // The same sentence twice has a space behind it that is not heard.
    const note = () => all.push((element.textContent ?? "").replace(/\u00a0$/, ""))
    new MutationObserver(note).observe(element, {
      ...{ characterData: true, childList: true, subtree: true },
    })
    return all
  })
  return () => heard.jsonValue()
}

/** Expects that these sentences are told while something is done, each of them. */
export async function tells(
  region: Locator,
  act: () => Promise<unknown>,
  ...sentences: (string | RegExp)[]
): Promise<void> {
  const heard = await hear(region)
  await act()
  for (const sentence of sentences)
    await expect
      .poll(heard)
      .toContainEqual(typeof sentence === "string" ? sentence : expect.stringMatching(sentence))
}
