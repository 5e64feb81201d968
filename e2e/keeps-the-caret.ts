import type { Locator, Page } from "@playwright/test"
import { saved, sitDown } from "./support/desk"
import { expect, test } from "./support/test"

// What is published is closed: these minutes are written in as drafts.
test.use({ unpublished: true })
test.describe.configure({ timeout: 120_000 })

/** As much of an editor as its element in the page lets one reach. */
type Reached = {
  editor: {
    state: { tr: { setMeta(key: string, value: unknown): unknown } }
    view: { dispatch(transaction: unknown): void }
    extensionManager: { extensions: { name: string; options: Given }[] }
  }
}
type Line = { get(at: number): { insert(at: number, words: string): void } }
type Given = {
  fragment: { get(at: number): Line }
  awareness: { clientID: number; states: Map<number, Record<string, unknown>> }
}

/**
 * What comes between a move of the caret and the browser's word of it: a key, the caret of somebody
 * else, or their words. On a busy device each of them does; here they do every time.
 */
const between = {
  key: (text: Locator) =>
    text.evaluate((element) => {
      getSelection()?.modify("move", "forward", "documentboundary")
      const key = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true }
      element.dispatchEvent(new KeyboardEvent("keydown", key))
    }),
  caret: (text: Locator) =>
    text.evaluate((element) => {
      const { editor } = element as unknown as Reached
      const carets = editor.extensionManager.extensions.find(({ name }) => name === "carets")
      const { states, clientID } = carets?.options.awareness ?? {}
      const own = states?.get(clientID ?? 0)
      states?.set(7, { ...own, user: { id: "other", name: "Other" } })
      getSelection()?.modify("move", "forward", "documentboundary")
      editor.view.dispatch(editor.state.tr.setMeta("yjs-cursor$", { awarenessUpdated: true }))
    }),
  words: (text: Locator) =>
    text.evaluate((element) => {
      const { editor } = element as unknown as Reached
      const { extensions } = editor.extensionManager
      const shared = extensions.find(({ name }) => name === "collaboration")
      getSelection()?.modify("move", "forward", "documentboundary")
      shared?.options.fragment.get(0).get(0).insert(0, "From elsewhere. ")
    }),
}

/** Writes two lines, and leaves the caret in front of the first, where the editor knows it. */
async function begin(page: Page, text: Locator): Promise<void> {
  await text.click()
  await page.keyboard.press("Control+a")
  await page.keyboard.type("First line.")
  await page.keyboard.press("Enter")
  await page.keyboard.type("Last line.")
  await saved(page)
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("Shift+ArrowRight")
  await page.keyboard.press("ArrowLeft")
}

const places = {
  minutes: async (page: Page) => {
    await page.goto("/desk/wg-strategy/meetings/58/minutes")
    return page.getByRole("textbox", { name: "Closing", exact: true })
  },
  "a document": async (page: Page) => {
    await page.goto("/desk/wg-strategy/documents/new")
    await page.getByLabel("Title").fill("A text with one caret")
    await page.getByRole("button", { name: "Begin the document" }).click()
    await page.getByRole("link", { name: "Write", exact: true }).click()
    return page.locator("[role=textbox].document-text")
  },
}

for (const [place, open] of Object.entries(places)) {
  test.describe(`in ${place}, before the browser has told of a move,`, () => {
    let page: Page
    let text: Locator
    test.beforeEach(async ({ browser }) => {
      const desk = await sitDown(browser, "Inês Valadares-Koné")
      page = desk.page
      text = await open(page)
      await saved(page)
      await begin(page, text)
    })
    test.afterEach(() => page.context().close())

    test("a key works where the caret is", async () => {
      await between.key(text)
      await page.keyboard.type("Typed at once.")
      await expect(text.locator("p").last()).toHaveText("Typed at once.")
      await expect(text.locator("p").first()).toHaveText("First line.")
    })

    test("the caret of somebody else leaves it where it is", async () => {
      await between.caret(text)
      await page.keyboard.type(" Typed beside another.")
      await expect(text.locator("p").last()).toHaveText("Last line. Typed beside another.")
    })

    test("words of somebody else leave it where it is", async () => {
      await between.words(text)
      await page.keyboard.type(" Typed after theirs.")
      await expect(text.locator("p").last()).toHaveText("Last line. Typed after theirs.")
      await expect(text.locator("p").first()).toContainText("From elsewhere.")
    })
  })
}
