import type { Page } from "@playwright/test"
import type { Block, MinutesText, SectionDoc } from "@/lib/minutes/model"
import { expectAccessible } from "./support/accessible"
import { expectFits } from "./support/fits"
import { addRevision, personOf } from "./support/revisions"
import { enter, type Insider } from "./support/sessions"
import { expect, test } from "./support/test"

const MEMBER = "pavel@example.org"
const NOTE_TAKER = "wanjiru@example.org"
const OUTSIDER = "bram@example.org"
const FIRST = "The meeting was opened at noon."
const SECOND = "The meeting was opened at one. The list was read out."

let inside: Insider
let history: string
let older: number
let newer: number
const names = { member: "", noteTaker: "" }

const line = (text: string): Block & { type: "paragraph" } => ({
  type: "paragraph",
  content: [{ type: "text", text }],
})
const action = (due: string | null): Block => ({
  type: "action",
  attrs: {
    id: "5b0f1d8e-0000-4000-8000-000000000001",
    owners: due ? [{ personId: null, name: "Somebody New" }] : [],
    due,
  },
  content: [line("Send the outline.")],
})
const withOpening = (text: MinutesText, ...content: Block[]): MinutesText => {
  const opening: SectionDoc = { type: "doc", content }
  return { ...text, sections: { ...text.sections, opening } }
}

// Sixteen looks with axe take their time on a machine that does other work.
test.describe.configure({ timeout: 240_000 })

test.beforeAll(async ({ portal }) => {
  inside = await enter(portal)
  const meetingId = await inside.meetingId(59)
  history = `/desk/wg-strategy/meetings/${meetingId}/minutes/history`
  names.member = (await personOf(inside, MEMBER)).name
  names.noteTaker = (await personOf(inside, NOTE_TAKER)).name
  older = await addRevision(inside, meetingId, {
    author: MEMBER,
    change: (text) => withOpening(text, line(FIRST), action(null)),
  })
  newer = await addRevision(inside, meetingId, {
    author: null,
    contributors: [MEMBER, NOTE_TAKER],
    authorship: {
      opening: [
        [MEMBER, "The meeting was opened at ".length],
        [NOTE_TAKER, "one. ".length],
        [MEMBER, "The list was read out.".length],
      ],
    },
    change: (text) => {
      const [opening = "", first = "", second = "", ...rest] = text.order
      const moved = withOpening(text, line(SECOND), action("2027-02-12"))
      return { ...moved, order: [opening, second, first, ...rest] }
    },
  })
})
test.afterAll(() => inside.leave())

async function signIn(page: Page, email: string): Promise<void> {
  const [name = "", value = ""] = (await inside.cookieOf(email)).split("=")
  await page
    .context()
    .addCookies([{ name, value, url: new URL(history, await originOf(page)).href }])
}
const originOf = async (page: Page) => {
  await page.goto("/sign-in")
  return page.url()
}
const rowOf = (page: Page, number: number) => page.locator(`#r${number}`)

test("compares two revisions word by word, with the names of those who wrote", async ({ page }) => {
  await signIn(page, MEMBER)
  await page.goto(history)
  const row = rowOf(page, newer)
  await expect(row).toContainText("Automatic")
  await expect(row).toContainText(names.member)
  await expect(row).toContainText(names.noteTaker)
  await expect(row.getByRole("radio", { name: `To revision ${newer}` })).toBeChecked()
  await expect(page.getByRole("radio", { name: `From revision ${older}` })).toBeChecked()
  await page.getByRole("button", { name: "Compare" }).click()

  await expect(page).toHaveURL(
    (url) =>
      url.searchParams.get("from") === String(older) &&
      url.searchParams.get("to") === String(newer),
  )
  const added = page.locator(".compared ins")
  await expect(added.filter({ hasText: "one" })).toContainText(`added, ${names.noteTaker}:`)
  await expect(added.filter({ hasText: "list was read" })).toContainText(`added, ${names.member}:`)
  await expect(page.locator(".compared del").filter({ hasText: "noon" })).toContainText(
    `removed, ${names.member}:`,
  )
  const main = page.getByRole("main")
  await expect(main).toContainText("due Friday 12 February 2027, before no day")
  await expect(main).toContainText("owner added: Somebody New")
  await expect(main).toContainText("This section was moved.")
  await expect(main).toContainText(/\d+ sections? without change/)

  // Before script these are links, and the keys do nothing.
  await page.getByRole("button", { name: "Next change" }).waitFor()
  await page.keyboard.press("n")
  await expect(page.locator("#change-1")).toBeFocused()
  await page.keyboard.press("n")
  await expect(page.locator("#change-2")).toBeFocused()
  await page.keyboard.press("p")
  await expect(page.locator("#change-1")).toBeFocused()
  await page.getByRole("checkbox", { name: /N and P/ }).uncheck()
  await page.locator("#change-1").focus()
  await page.keyboard.press("n")
  await expect(page.locator("#change-1")).toBeFocused()
})

test("the list, a comparison and a revision can be used on a phone and on a desk", async ({
  page,
}) => {
  await signIn(page, NOTE_TAKER)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const place of ["", `?name=${newer}`, "/compare", `/${older}`]) {
      await page.goto(history + place)
      await expectAccessible(page)
      await expectFits(page)
    }
  }
})

test("who may restore follows the policy, and an outsider finds nothing", async ({
  page,
  browser,
}) => {
  const restore = (one: Page) => one.getByRole("button", { name: "Restore this revision" })
  await signIn(page, MEMBER)
  await page.goto(`${history}/${older}`)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Revision ${older}`)
  await expect(restore(page)).toHaveCount(0)
  const other = await (await browser.newContext()).newPage()
  await signIn(other, NOTE_TAKER)
  await other.goto(`${history}/${older}`)
  await expect(restore(other)).toBeVisible()
  const cookie = await inside.cookieOf(OUTSIDER)
  for (const place of ["", "/compare", `/${older}`]) {
    const answer = await other.request.get(history + place, { headers: { cookie } })
    expect(answer.status(), place).toBe(404)
  }
  await other.context().close()
})

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false })

  test("names a revision, finds it by its name, takes the name away, compares", async ({
    page,
  }) => {
    await signIn(page, MEMBER)
    await page.goto(history)
    await rowOf(page, older)
      .getByRole("link", { name: /Name this version/ })
      .click()
    await page.getByLabel(`Name of revision ${older}`).fill("Before the call")
    await page.getByRole("button", { name: "Name this version" }).click()
    await expect(rowOf(page, older)).toContainText("Before the call")
    await page.getByRole("link", { name: "Named only" }).click()
    await expect(rowOf(page, older)).toBeVisible()
    await expect(rowOf(page, newer)).toHaveCount(0)

    await page.goto(history)
    await page.getByRole("radio", { name: "From revision 1", exact: true }).check()
    await page.getByRole("radio", { name: `To revision ${older}` }).check()
    await page.getByRole("button", { name: "Compare" }).click()
    await expect(page.locator(".compared ins").first()).toBeVisible()
    await page.getByRole("link", { name: "Next change" }).click()
    await expect(page).toHaveURL(/#change-1$/)

    await page.goto(`${history}/${older}`)
    await page.getByLabel(`Name of revision ${older}`).fill("")
    await page.getByRole("button", { name: "Change the name" }).click()
    await expect(page).toHaveURL(new RegExp(`history/${older}$`))
    await expect(page.getByText("Before the call", { exact: true })).toHaveCount(0)
  })
})
