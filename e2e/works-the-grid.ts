import type { Page } from "@playwright/test"
import { expectAccessible } from "./support/accessible"
import { saved, sitDown } from "./support/desk"
import { expectFits } from "./support/fits"
import { tells } from "./support/hear"
import { expect, test } from "./support/test"

const address = "/desk/wg-strategy/mapping/roadmap"
const grid = (page: Page) => page.getByRole("grid", { name: /Mapping of/ })
/** Where it is told what was done here, and what cannot be done. */
const told = (page: Page) => page.locator(".grid-tools .told")
/** What of it can be read. */
const read = (page: Page) => told(page).locator("span").first()

/** The cell that has the focus: its column and its words. */
async function focused(page: Page): Promise<{ column: string; text: string; row: string }> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest<HTMLElement>("[data-c]")
    const number = cell?.closest("tr")?.querySelector("[data-c=number]")
    return {
      column: cell?.dataset.c ?? "",
      text: cell?.textContent?.trim() ?? "",
      row: number?.textContent?.trim() ?? "",
    }
  })
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

/** Takes the cursor along the row to a column. */
async function goTo(page: Page, column: string) {
  await press(page, "Home")
  for (let step = 0; step < 12 && (await focused(page)).column !== column; step++)
    await press(page, "ArrowRight")
  expect((await focused(page)).column).toBe(column)
}

/** What a spreadsheet would leave in the clipboard, pasted where the focus is. */
async function paste(page: Page, text: string) {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData("text/plain", given)
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)
}

/** Cuts what is selected, and answers with what the clipboard then holds. */
const cutOut = (page: Page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer()
    const event = new ClipboardEvent("cut", { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
    return clipboardData.getData("text/plain")
  })

const cell = (page: Page, row: string, column: string) =>
  page.locator(`tr:has(> [data-c=number]:text-is("${row}")) > [data-c=${column}]`)

test("the whole grid is worked by keyboard alone, and told to who does not see it", async ({
  browser,
  mailbox,
}) => {
  test.setTimeout(240_000)
  const { page } = await sitDown(browser, "Inês Valadares-Koné")
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(address)
  await expect(grid(page)).toBeVisible()
  await expectAccessible(page)

  await test.step("Tab comes into the table once, and goes out of it again", async () => {
    await page.getByRole("button", { name: "Keys" }).focus()
    await press(page, "Tab")
    expect((await focused(page)).column).toBe("suggests")
    await press(page, "Tab")
    await expect(grid(page).locator(":focus")).toHaveCount(0)
    await press(page, "Shift+Tab")
    expect((await focused(page)).column).toBe("suggests")
  })

  await test.step("arrows, Home, End and pages move the cursor", async () => {
    const before = await focused(page)
    await press(page, "ArrowDown")
    expect((await focused(page)).row).not.toBe(before.row)
    await press(page, "ArrowUp", "End")
    expect((await focused(page)).column).toBe("comments")
    await press(page, "Control+End")
    const rows = Number(await grid(page).getAttribute("aria-rowcount"))
    await expect(page.locator("tr:has(:focus)")).toHaveAttribute("aria-rowindex", String(rows))
    await expect(page.locator("td:focus")).toBeInViewport()
    // Nobody scrolled there, and all lines are drawn: for the search of the browser and for a reader's ear.
    await expect(grid(page).locator("tbody > tr")).toHaveCount(rows - 1)
    await press(page, "Control+Home", "ArrowDown")
    expect((await focused(page)).row).toBe(before.row)
  })

  const { row } = await focused(page)
  await test.step("a text is begun by a letter, kept by Enter, given up by Escape", async () => {
    await goTo(page, "suggests")
    await page.keyboard.type("A shared baseline for connectivity")
    await tells(
      told(page),
      () => press(page, "Enter"),
      `What the mandate suggests, Row ${row}: A shared baseline for connectivity`,
      /. Saved$/,
    )
    await expect(cell(page, row, "suggests")).toHaveText("A shared baseline for connectivity")
    await saved(page)
    await press(page, "ArrowUp", "F2")
    await page.keyboard.type(", given up")
    await press(page, "Escape")
    await expect(cell(page, row, "suggests")).toHaveText("A shared baseline for connectivity")
    expect(await focused(page)).toMatchObject({ row, column: "suggests" })
  })

  await test.step("a cell that cannot be changed says so, to eyes as well", async () => {
    await press(page, "Home")
    const fixed = "This cell cannot be changed here."
    await tells(told(page), () => press(page, "Enter"), fixed)
    await expect(page.getByRole("dialog")).toHaveCount(0)
    await expect(read(page)).toHaveText(fixed)
    await expect(read(page)).toBeInViewport()
  })

  await test.step("comments open beside the table, and Tab leads there", async () => {
    await goTo(page, "comments")
    await tells(told(page), () => press(page, "Enter"), /^The row stands beside the table/)
    await expect(page.getByRole("complementary")).toContainText(`Row ${row},`)
    expect(await focused(page)).toMatchObject({ row, column: "comments" })
    await press(page, "Tab")
    await expect(page.getByRole("button", { name: "Close the row beside" })).toBeFocused()
    await press(page, "Enter")
    await expect(page.getByRole("complementary")).toHaveCount(0)
  })

  await test.step("of a long text its first words are told", async () => {
    await goTo(page, "suggests")
    const before = (await focused(page)).text
    await press(page, "F2", "Control+a")
    await page.keyboard.insertText("Connect every school that asks for it. ".repeat(40).trim())
    const said = "Connect every school that asks for it. Connect every school that asks…"
    await tells(
      told(page),
      () => press(page, "Enter"),
      `What the mandate suggests, Row ${row}: ${said}`,
      /asks… Saved$/,
    )
    await press(page, "Control+z")
    await expect(cell(page, row, "suggests")).toHaveText(before)
  })

  await test.step("a citation has two fields, and Tab goes on to the next cell", async () => {
    await goTo(page, "citation")
    await press(page, "Enter", "Control+a")
    await page.keyboard.type("21 (a)")
    await press(page, "Tab")
    await expect(cell(page, row, "citation")).toContainText("21 (a)")
    expect((await focused(page)).column).toBe("activities")
  })

  await test.step("activities are fields of their own", async () => {
    await press(page, "Enter", "Control+a")
    await page.keyboard.type("Connecting schools")
    await press(page, "Tab", "Tab")
    await press(page, "Control+a")
    await page.keyboard.type("2023-2024")
    await press(page, "Control+Enter")
    await expect(cell(page, row, "activities")).toContainText("Connecting schools")
    await expect(cell(page, row, "activities")).toContainText("2023, 2024")
  })

  await test.step("a letter begins an activity of its own, and what is new can be filtered by", async () => {
    await goTo(page, "activities")
    await page.keyboard.type("Hello")
    await press(page, "Tab", "Tab")
    await page.keyboard.type("2041")
    await press(page, "Tab", "Tab")
    await page.keyboard.type("www.example.org")
    await press(page, "Shift+Tab", "Control+Enter")
    // What does not fit is said of its activity and field, and the focus goes there.
    const editor = page.getByRole("dialog")
    await expect(editor.getByRole("alert")).toContainText(
      /Activity \d+, Link: A link begins with http/,
    )
    const link = editor.getByRole("group").last().getByLabel("Link")
    await expect(link).toBeFocused()
    await expect(link).toHaveAccessibleDescription(/A link begins with http/)
    await expect(editor.locator("[aria-invalid]")).toHaveCount(1)
    await press(page, "Control+a")
    await page.keyboard.type("https://example.org/hello")
    await expect(editor.locator("[aria-invalid]")).toHaveCount(0)
    await press(page, "Control+Enter")
    await expect(cell(page, row, "activities")).toContainText("Connecting schools")
    await expect(cell(page, row, "activities").getByRole("link", { name: "Hello" })).toBeVisible()
    const year = page.getByLabel("Year").locator("option[value='2041']")
    await expect(year).toHaveCount(1)
    await press(page, "Control+z")
    await expect(cell(page, row, "activities")).not.toContainText("Hello")
    await expect(year).toHaveCount(0)
  })

  await test.step("a letter begins comments and synergies, and no other is lost", async () => {
    await goTo(page, "synergies")
    const before = (await focused(page)).text
    await page.keyboard.type("Heard of it")
    await press(page, "Control+Enter")
    await expect(cell(page, row, "synergies")).toHaveText("Heard of it")
    await press(page, "Control+z")
    await expect(cell(page, row, "synergies")).toHaveText(before)
  })

  await test.step("signs of AltGr, and those that a dead key begins, open a cell too", async () => {
    await goTo(page, "suggests")
    const text = page.getByRole("dialog").getByRole("textbox")
    await press(page, "Control+Alt+@")
    await expect(text).toHaveValue("@")
    await press(page, "Escape")
    await page.evaluate(() => {
      const event = new KeyboardEvent("keydown", { key: "Dead", bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    })
    await expect(text).toBeFocused()
    await page.keyboard.insertText("ê")
    await expect(text).toHaveValue("ê")
    await press(page, "Escape")
    await expect(cell(page, row, "suggests")).toHaveText("A shared baseline for connectivity")
  })

  await test.step("comments and synergies are rich, with people by @", async () => {
    await goTo(page, "synergies")
    await press(page, "Enter")
    const text = page.getByRole("dialog").getByRole("textbox")
    await expect(text).toBeFocused()
    await press(page, "Control+a")
    await page.keyboard.type("Ask @Ander")
    await expect(page.getByRole("option", { name: /Anders Nwachukwu/ })).toBeVisible()
    await press(page, "Enter")
    await page.keyboard.type("for figures")
    await press(page, "Control+Enter")
    await expect(cell(page, row, "synergies")).toHaveText("Ask Anders Nwachukwu for figures")
    // Escape closes the list of names first, then asks, and only then gives up what was written.
    await press(page, "Enter")
    await expect(text).toBeFocused()
    await page.keyboard.type(" and @Ines")
    const names = page.getByRole("listbox").getByRole("option")
    await expect(names.filter({ hasText: "Inês Valadares-Koné" })).toBeInViewport()
    await press(page, "Escape")
    await expect(names).toHaveCount(0)
    await expect(text).toBeFocused()
    await press(page, "Escape")
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("once more")
    await expect(text).toBeFocused()
    await press(page, "Escape")
    await expect(text).toHaveCount(0)
    await expect(cell(page, row, "synergies")).toHaveText("Ask Anders Nwachukwu for figures")
    const mail = await mailbox.take("anders@example.org")
    expect(mail.text.replace(/\s+/g, " ")).toContain(
      `Inês Valadares-Koné mentioned you in Row ${row} of the mapping`,
    )
  })

  await test.step("a scope wants its reason", async () => {
    await goTo(page, "scope")
    await press(page, "Enter", "o")
    await press(page, "Tab", "Control+a", "Delete", "Enter")
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("Say why")
    await press(page, "Tab")
    await page.keyboard.type("It is for the ITU alone")
    await press(page, "Enter")
    await expect(cell(page, row, "scope")).toContainText("out")
    await expect(cell(page, row, "scope")).toContainText("It is for the ITU alone")
    await press(page, "ArrowUp")
  })

  await test.step("who is responsible is chosen by name, a status by its letter, a day as today", async () => {
    await goTo(page, "responsible")
    await page.keyboard.type("Wanji")
    await press(page, "Enter")
    await expect(cell(page, row, "responsible")).toHaveText("Wanjirũ Castellanos")
    await press(page, "ArrowUp")
    await goTo(page, "status")
    await page.keyboard.type("d")
    await press(page, "Enter")
    await expect(cell(page, row, "status")).toHaveText("done")
    await press(page, "ArrowUp")
    await goTo(page, "confirmed")
    await page.keyboard.type("17 February 2022")
    await press(page, "Enter")
    await expect(cell(page, row, "confirmed")).toContainText("17 Feb")
    await press(page, "ArrowUp")
    await page.keyboard.type("3/4/2022")
    await press(page, "Enter")
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("could be two")
    await press(page, "Escape")
    await goTo(page, "responsible")
    await page.keyboard.type("Wanjirũ Castellanos of")
    await press(page, "Enter")
    await expect(page.getByRole("dialog").getByRole("alert")).toContainText("No member")
    await press(page, "Escape")
    await goTo(page, "confirmed")
    await press(page, "Enter")
    await page.getByRole("dialog").getByRole("button", { name: "Today" }).press("Enter")
    await expect(cell(page, row, "confirmed")).toContainText(String(new Date().getUTCFullYear()))
    await tells(told(page), () => press(page, "Delete"), "1 cell emptied", /. Saved$/)
    await expect(cell(page, row, "confirmed")).toHaveText("never")
    // From wherever one is, the cursor goes to what is taken back.
    await press(page, "Control+End")
    expect((await focused(page)).row).not.toBe(row)
    await tells(
      told(page),
      () => press(page, "Control+z"),
      `Taken back: row ${row}, Last confirmed`,
    )
    await expect(read(page)).toBeInViewport()
    await expect(cell(page, row, "confirmed")).not.toHaveText("never")
    await expect(cell(page, row, "confirmed")).toBeFocused()
    await expect(cell(page, row, "confirmed")).toBeInViewport()
    await tells(
      told(page),
      () => press(page, "Control+Shift+z"),
      `Done again: row ${row}, Last confirmed`,
    )
    await expect(cell(page, row, "confirmed")).toHaveText("never")
    await tells(told(page), () => press(page, "Control+y"), "Nothing to redo")
  })

  await test.step("rows are added, put into order, retired with a reason", async () => {
    await goTo(page, "suggests")
    await tells(
      told(page),
      () => press(page, "Control+Shift+Enter"),
      "New row in Global connectivity",
    )
    expect(await focused(page)).toMatchObject({ column: "suggests", text: "" })
    await page.keyboard.type("A row of its own")
    await press(page, "Enter", "ArrowUp")
    const added = page.locator("tr", { hasText: "A row of its own" })
    const place = async () => Number(await added.getAttribute("aria-rowindex"))
    const before = await place()
    await saved(page)
    const { row: number } = await focused(page)
    const moved = new RegExp(`^Row ${number} is now \\d+ of \\d+ in Global connectivity$`)
    await tells(told(page), () => press(page, "Alt+ArrowUp"), moved)
    await expect.poll(place).toBe(before - 1)
    expect((await focused(page)).text).toBe("A row of its own")
    await press(page, "Alt+ArrowDown", "Alt+ArrowDown")
    await expect.poll(place).toBe(before + 1)
    await page.getByRole("button", { name: "Retire…" }).press("Enter")
    await press(page, "Enter")
    await expect(page.getByText("Fill this in.")).toBeVisible()
    await page.keyboard.type("It stood here for a test")
    await tells(told(page), () => press(page, "Enter"), `Row ${number} was retired`)
    await expect(added).toHaveCount(0)
    await expect(grid(page).locator(":focus")).toHaveCount(1)
    await tells(told(page), () => press(page, "Control+z"), `Taken back: row ${number}`)
    await expect(added).toBeVisible()
    await tells(told(page), () => press(page, "Control+y"), `Done again: row ${number}`)
    await expect(added).toHaveCount(0)
    await saved(page)
  })

  await test.step("areas are put into order, with their rows, and stay in sight", async () => {
    await press(page, "Control+Home")
    const moving = grid(page).locator("tr.head:has(:focus)")
    const place = async () => Number(await moving.getAttribute("aria-rowindex"))
    await expect(moving).toHaveCount(1)
    await expect(moving).toContainText("1 Global connectivity")
    const before = await place()
    const behind = "Global connectivity now stands behind Digital public goods"
    await tells(told(page), () => press(page, "Alt+ArrowDown"), behind)
    await expect.poll(place).toBeGreaterThan(before)
    await expect(moving).toContainText("2 Global connectivity")
    await expect(moving).toBeInViewport()
    const first = "Global connectivity now stands first"
    await tells(told(page), () => press(page, "Alt+ArrowUp"), first)
    await expect.poll(place).toBe(before)
    await expect(moving).toContainText("1 Global connectivity")
    await press(page, "Alt+ArrowUp")
    expect(await place()).toBe(before)
    await press(page, "Alt+ArrowDown")
    await expect.poll(place).toBeGreaterThan(before)
    const back = "Taken back: the place of Global connectivity"
    await tells(told(page), () => press(page, "Control+z"), back)
    await expect.poll(place).toBe(before)
    await expect(moving).toContainText("1 Global connectivity")
  })

  await test.step("a column is hidden, widened and frozen without dragging", async () => {
    await page.getByRole("button", { name: "Columns" }).press("Enter")
    await page.getByRole("checkbox", { name: "Status" }).press("Space")
    await expect(grid(page).getByRole("columnheader", { name: "Status" })).toHaveCount(0)
    const wider = page.getByRole("button", { name: "Scope: wider" })
    await tells(told(page), () => wider.press("Enter"), "Scope: 12 rem wide")
    // A frozen column stays where it is while the others go by, below its head.
    const left = async () => {
      const head = grid(page).getByRole("columnheader", { name: "What the mandate suggests" })
      const boxes = await Promise.all([
        head.boundingBox(),
        cell(page, row, "suggests").boundingBox(),
      ])
      return boxes.map((box) => Math.round(box?.x ?? -1))
    }
    const [at = -1] = await left()
    for (const along of [0, 300]) {
      await page.locator(".gridbox").evaluate((box, by) => box.scrollTo({ left: by }), along)
      await expect.poll(left).toEqual([at, at])
    }
    await page.locator(".gridbox").evaluate((box) => box.scrollTo({ left: 0 }))
    await page.getByLabel("Stay in sight").selectOption("none")
    await expect(grid(page).locator(".frozen")).toHaveCount(0)
    await page.reload()
    await expect(grid(page)).toBeVisible()
    await expect(grid(page).getByRole("columnheader", { name: "Status" })).toHaveCount(0)
    await page.getByRole("button", { name: "Columns" }).press("Enter")
    await page.getByRole("button", { name: "As usual" }).press("Enter")
    await expect(grid(page).getByRole("columnheader", { name: "Status" })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole("button", { name: "Columns" }).press("Enter")
  })

  await test.step("filters narrow the table, stand in the address, and are cleared", async () => {
    await page.getByLabel("Find words").fill("baseline connectivity")
    await expect(page).toHaveURL(/q=baseline\+connectivity/)
    await expect(page.getByText(/^1 row of/)).toBeVisible()
    await page.getByRole("combobox", { name: "Scope", exact: true }).selectOption("proposed")
    await expect(page.getByText("No row is like this.")).toBeVisible()
    await page.getByRole("link", { name: "Clear the filters" }).press("Enter")
    await expect(page).toHaveURL(new RegExp(`${address}$`))
    await page.getByLabel("Group by").selectOption("body")
    await expect(page).toHaveURL(/by=body/)
    await expect(grid(page).getByRole("columnheader", { name: "Area" })).toBeVisible()
    await page.getByLabel("Group by").selectOption("area")
  })

  await test.step("a block is pasted as a whole, and undone as a whole", async () => {
    await cell(page, row, "suggests").focus()
    await goTo(page, "responsible")
    const block = "Tarek Bjørnstad\tunder way\t2026-02-03\n\topen\t4 February 2026\n"
    await tells(told(page), () => paste(page, block), "6 cells pasted in 2 rows", /. Saved$/)
    await expect(cell(page, row, "responsible")).toHaveText("Tarek Bjørnstad")
    await expect(cell(page, row, "status")).toHaveText("under way")
    await saved(page)
    await tells(told(page), () => press(page, "Control+z"), /^Taken back: \d cells$/)
    await expect(cell(page, row, "responsible")).toHaveText("Wanjirũ Castellanos")
    await expect(cell(page, row, "status")).toHaveText("done")
  })

  await test.step("what is cut stays until it is pasted, and one undo brings both back", async () => {
    await goTo(page, "responsible")
    const text = await cutOut(page)
    expect(text).toBe("Wanjirũ Castellanos")
    await expect(grid(page).locator(".cut")).toHaveCount(1)
    await expect(cell(page, row, "responsible")).toHaveText("Wanjirũ Castellanos")
    await press(page, "ArrowDown")
    const { row: below, text: before } = await focused(page)
    await tells(told(page), () => paste(page, text), "1 cell moved, in 1 row", /. Saved$/)
    await expect(cell(page, below, "responsible")).toHaveText("Wanjirũ Castellanos")
    await expect(cell(page, row, "responsible")).toHaveText("nobody yet")
    await expect(grid(page).locator(".cut")).toHaveCount(0)
    await press(page, "Control+z")
    await expect(cell(page, row, "responsible")).toHaveText("Wanjirũ Castellanos")
    await expect(cell(page, below, "responsible")).toHaveText(before)
    await saved(page)
    await press(page, "ArrowUp")
  })

  await test.step("a block is selected by dragging over it", async () => {
    const middle = async (column: string) => {
      const box = await cell(page, row, column).boundingBox()
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 8 }
    }
    await goTo(page, "citation")
    const [from, to] = [await middle("suggests"), await middle("citation")]
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.mouse.up()
    await expect(grid(page).locator(".sel")).toHaveCount(2)
    expect(await page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true)
    expect(await focused(page)).toMatchObject({ row, column: "citation" })
    await press(page, "ArrowRight")
    await expect(grid(page).locator(".sel")).toHaveCount(0)
  })

  await test.step("a longer one asks for the rows that lack, and one undo takes all of it back", async () => {
    const rows = async () => Number(await grid(page).getAttribute("aria-rowcount"))
    const before = await rows()
    const question = page.getByRole("dialog", { name: "Add 2 rows?" })
    const block = "Tarek Bjørnstad\tdone\n\topen\n\tunder way\n"
    await press(page, "Control+End")
    await goTo(page, "responsible")
    const { row: last, text: who } = await focused(page)
    await paste(page, block)
    await expect(question).toContainText("at the end of “Cross-cutting”")
    await expect(question.getByRole("button", { name: "Add 2 rows and paste" })).toBeFocused()
    await expectAccessible(page)
    await tells(told(page), () => press(page, "Escape"), "Nothing was pasted")
    await expect(question).toHaveCount(0)
    expect(await focused(page)).toMatchObject({ row: last, column: "responsible", text: who })
    await paste(page, block)
    const pasted = "6 cells pasted in 3 rows, 2 of them new"
    await tells(told(page), () => press(page, "Enter"), pasted)
    await expect.poll(rows).toBe(before + 2)
    await expect(cell(page, last, "responsible")).toHaveText("Tarek Bjørnstad")
    await saved(page)
    const without = /^Taken back: 2 new rows and \d cells?$/
    await tells(told(page), () => press(page, "Control+z"), without)
    await expect.poll(rows).toBe(before)
    await expect(cell(page, last, "responsible")).toHaveText(who)
    await saved(page)
    await press(page, "Control+Home", "ArrowDown")
    await goTo(page, "responsible")
    expect((await focused(page)).row).toBe(row)
  })

  await test.step("a block that goes on behind a head asks first, and overwrites nobody unseen", async () => {
    const rows = async () => Number(await grid(page).getAttribute("aria-rowcount"))
    const before = await rows()
    // The last row under the first head, the head behind it, and the first row under that.
    const { last, area, behind, next } = await page.evaluate(() => {
      const lines = [...document.querySelectorAll("[role=grid] tbody > tr")]
      const at = lines.findIndex((line, place) => place > 0 && line.classList.contains("head"))
      const words = (line: Element | undefined, of: string) =>
        line?.querySelector(of)?.textContent?.trim() ?? ""
      return {
        last: words(lines[at - 1], "[data-c=number]"),
        area: words(lines[0], "th span:not(.grip)"),
        behind: words(lines[at], "th span:not(.grip)"),
        next: words(lines[at + 1], "[data-c=number]"),
      }
    })
    const block = "Tarek Bjørnstad\tunder way\nTarek Bjørnstad\tunder way\n"
    const question = page.getByRole("dialog", { name: "Overwrite 1 row further down?" })
    const stood = await cell(page, next, "responsible").textContent()
    await cell(page, last, "suggests").click()
    await goTo(page, "responsible")
    const { text: who } = await focused(page)
    await paste(page, block)
    await expect(question.getByRole("listitem")).toHaveText(`${behind}: 1 row`)
    await expect(question).toContainText(
      `1 row can be added at the end of “${area.replace(/^\d+ /, "")}”`,
    )
    await expect(question.getByRole("button", { name: "Add 1 row here and paste" })).toBeFocused()
    await expectAccessible(page)
    await tells(told(page), () => press(page, "Escape"), "Nothing was pasted")
    expect(await focused(page)).toMatchObject({ row: last, column: "responsible", text: who })

    await paste(page, block)
    await tells(told(page), () => press(page, "Enter"), "4 cells pasted in 2 rows, 1 of them new")
    await expect.poll(rows).toBe(before + 1)
    await expect(cell(page, last, "responsible")).toHaveText("Tarek Bjørnstad")
    await expect(cell(page, next, "responsible")).toHaveText(stood ?? "")
    await saved(page)
    await tells(told(page), () => press(page, "Control+z"), /^Taken back: 1 new row and \d cells?$/)
    await expect.poll(rows).toBe(before)
    await expect(cell(page, last, "responsible")).toHaveText(who)

    await paste(page, block)
    const overwrite = question.getByRole("button", { name: "Overwrite 1 row", exact: true })
    await press(page, "Shift+Tab")
    await expect(overwrite).toBeFocused()
    await tells(told(page), () => press(page, "Enter"), "4 cells pasted in 2 rows", /. Saved$/)
    expect(await rows()).toBe(before)
    await expect(cell(page, next, "responsible")).toHaveText("Tarek Bjørnstad")
    await saved(page)
    await tells(told(page), () => press(page, "Control+z"), /^Taken back: \d cells?$/)
    await expect(cell(page, next, "responsible")).toHaveText(stood ?? "")
    await saved(page)
    await press(page, "Control+Home", "ArrowDown")
    await goTo(page, "responsible")
    expect((await focused(page)).row).toBe(row)
  })

  await test.step("one that is too wide, or does not fit, is refused with its reasons", async () => {
    const report = page.getByRole("alert").filter({ hasText: "Nothing was pasted" })
    await paste(page, "a\tb\tc\td\te\n")
    await expect(report).toContainText("The block is 5 columns wide; from this cell on there are 4")
    await press(page, "Escape")
    await expect(report).toHaveCount(0)
    await paste(page, "Nobody Known\tdone\n\tsoon\n")
    await expect(report).toContainText("Line 1")
    await expect(report).toContainText("Nobody Known")
    await expect(report).toContainText("Line 2")
    await expect(report).toContainText("This is no status")
    await expectAccessible(page)
    await expect(cell(page, row, "responsible")).toHaveText("Wanjirũ Castellanos")
    expect(await focused(page)).toMatchObject({ row, column: "responsible" })
    await press(page, "Escape")
  })

  await test.step("the row stands whole beside the table, and the address names it", async () => {
    await press(page, "Control+Enter")
    await expect(page.getByRole("complementary")).toContainText("A shared baseline")
    await expect(page).toHaveURL(new RegExp(`row=${row}$`))
    await expectAccessible(page)
    await press(page, "ArrowDown")
    const { row: next } = await focused(page)
    await expect(page).toHaveURL(new RegExp(`row=${next}$`))
    await press(page, "ArrowUp")
    await expect(page).toHaveURL(new RegExp(`row=${row}$`))
    await press(page, "Control+Enter")
    await expect(page.getByRole("complementary")).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(`${address}$`))
  })

  await test.step("the history of a cell is a key away, or a link of the row beside", async () => {
    await saved(page)
    await goTo(page, "scope")
    await press(page, "Control+Enter")
    const link = page.getByRole("link", { name: "History of “Scope”" })
    const history = `${address}/rows/${row}?cell=scope#history`
    await expect(link).toHaveAttribute("href", history)
    await press(page, "ArrowRight")
    await expect(page.getByRole("link", { name: "History of “Responsible”" })).toBeVisible()
    await press(page, "ArrowLeft", "Shift+F2")
    await expect(page).toHaveURL(history)
    await expect(page.getByRole("link", { name: "Scope", exact: true })).toHaveAttribute(
      "aria-current",
      "true",
    )
  })
})

test("an address that names a row which is not shown says why, and opens no other", async ({
  browser,
}) => {
  const { page, context } = await sitDown(browser, "Inês Valadares-Koné")
  await page.setViewportSize({ width: 1280, height: 900 })
  const beside = page.getByRole("complementary")
  const notice = page.getByRole("status")

  await test.step("one that the filters leave out, with the way to it", async () => {
    await page.goto(`${address}?q=no-row-says-this&hide=status&row=1`)
    await expect(notice.filter({ hasText: "Row 1 is not shown" })).toBeVisible()
    await expect(beside).toHaveCount(0)
    await expectAccessible(page)
    await expect(page).toHaveURL(/row=1/)
    await page.getByRole("link", { name: "Clear the filters and show it" }).click()
    await expect(beside).toContainText("Row 1,")
    await expect(page).toHaveURL(`${address}?row=1&hide=status`)
    await expect(notice.filter({ hasText: "Row 1 is not shown" })).toHaveCount(0)
  })

  await test.step("it opens when a filter is taken away here", async () => {
    await page.goto(`${address}?q=no-row-says-this&row=1`)
    await expect(notice.filter({ hasText: "Row 1 is not shown" })).toBeVisible()
    await page.getByRole("link", { name: "Clear the filters", exact: true }).click()
    await expect(beside).toContainText("Row 1,")
  })

  await test.step("one that was retired, with its reason and its page", async () => {
    await page.goto(address)
    await cell(page, "1", "suggests").click()
    await press(page, "Control+Shift+Enter")
    await page.keyboard.type("Named in a letter")
    await press(page, "Enter", "ArrowUp")
    await saved(page)
    const { row } = await focused(page)
    await page.getByRole("button", { name: "Retire…" }).click()
    await page.keyboard.type("Merged into row 1")
    await press(page, "Enter")
    await saved(page)
    await page.goto(`${address}?row=${row}`)
    const said = notice.filter({ hasText: `Row ${row} was retired: Merged into row 1` })
    await expect(said).toBeVisible()
    await expect(beside).toHaveCount(0)
    await expect(said.getByRole("link", { name: "The row’s own page" })).toHaveAttribute(
      "href",
      `${address}/rows/${row}`,
    )
    // The address is still the one that was sent.
    await page.reload()
    await expect(said).toBeVisible()
    await said.getByRole("button", { name: "Close" }).click()
    await expect(said).toHaveCount(0)
    await expect(page).toHaveURL(new RegExp(`${address}$`))
  })

  await test.step("one that never was", async () => {
    await page.goto(`${address}?row=99999`)
    await expect(notice.filter({ hasText: "There is no row 99999 in this table" })).toBeVisible()
    await cell(page, "1", "suggests").click()
    await press(page, "Control+Enter")
    await expect(beside).toContainText("Row 1,")
    await expect(page).toHaveURL(`${address}?row=1`)
    await expect(notice.filter({ hasText: "There is no row 99999" })).toHaveCount(0)
  })
  await context.close()
})

test("on a tablet a second tap opens a cell, and so does a button", async ({ browser }) => {
  const { page, context } = await sitDown(browser, "Inês Valadares-Koné", { hasTouch: true })
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.goto(address)
  await expect(grid(page)).toBeVisible()
  const dialog = page.getByRole("dialog")
  const status = cell(page, "2", "status")
  await status.tap()
  expect(await focused(page)).toMatchObject({ row: "2", column: "status" })
  await expect(dialog).toHaveCount(0)
  // So much later that no browser makes one double press of the two.
  await expectAccessible(page)
  await status.tap()
  await expect(dialog.getByRole("combobox")).toBeFocused()
  await dialog.getByRole("combobox").selectOption("done")
  await dialog.getByRole("button", { name: "Keep" }).tap()
  await expect(status).toHaveText("done")
  await page.getByRole("button", { name: "Edit cell" }).tap()
  await expect(dialog.getByRole("combobox")).toBeFocused()
  await press(page, "Escape")
  await expect(dialog).toHaveCount(0)
  // A mouse that presses twice, slowly, opens nothing.
  await status.click()
  await expect(dialog).toHaveCount(0)
  await cell(page, "2", "number").tap()
  await cell(page, "2", "number").tap()
  await expect(read(page)).toHaveText("This cell cannot be changed here.")
  await cell(page, "2", "comments").tap()
  await expect(page.getByRole("complementary")).toHaveCount(0)
  await cell(page, "2", "comments").tap()
  await expect(page.getByRole("complementary")).toContainText("Row 2,")
  await saved(page)
  await context.close()
})

test("on a phone rows are cards, and a cell is edited by a press", async ({ browser, mailbox }) => {
  const { page } = await sitDown(browser, "Inês Valadares-Koné", { hasTouch: true })
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(address)
  await expect(grid(page)).toBeVisible()
  await expectAccessible(page)
  await expectFits(page)
  const first = grid(page)
    .getByRole("row")
    .filter({ has: page.locator("td") })
    .first()
  await first.locator("[data-c=status]").click()
  await page.getByRole("dialog").getByRole("combobox").selectOption("under-way")
  await expectAccessible(page)
  await page.getByRole("dialog").getByRole("button", { name: "Keep" }).click()
  await expect(first.locator("[data-c=status]")).toContainText("under way")
  await saved(page)
  await page.reload()
  await expect(grid(page)).toBeVisible()
  await expect(first.locator("[data-c=status]")).toContainText("under way")

  const tool = (name: string) => page.getByRole("button", { name, exact: true })
  const keep = page.getByRole("dialog").getByRole("button", { name: "Keep" })
  const card = page.locator("tr", { hasText: "Added on a phone" })
  await test.step("a card is added far down, and the tools are in reach", async () => {
    const fourth = grid(page).locator("tr:not(.head):has(td)").nth(3)
    await fourth.locator("[data-c=number]").tap()
    await fourth.locator("[data-c=number]").scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, 300)
    await expect(tool("Add row")).toBeInViewport()
    await tool("Add row").tap()
    const empty = page.locator("tr:has(:focus) [data-c=suggests]")
    await expect(empty).toBeInViewport()
    await empty.tap()
    await page.keyboard.type("Added on a phone")
    await keep.tap()
    await expect(card).toHaveCount(1)
    await saved(page)
    await expectAccessible(page)
  })

  await test.step("it is moved", async () => {
    const place = async () => Number(await card.getAttribute("aria-rowindex"))
    const before = await place()
    await card.locator("[data-c=number]").tap()
    await tool("Move up").tap()
    await expect.poll(place).toBe(before - 1)
  })

  await test.step("its comments are rich text, with a list", async () => {
    await card.locator("[data-c=synergies]").tap()
    const text = page.getByRole("dialog").getByRole("textbox")
    await expect(text).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type("- Ask @Ander")
    await page.getByRole("option", { name: /Anders Nwachukwu/ }).tap()
    await page.keyboard.type("for dates")
    await keep.tap()
    await expect(card.locator("[data-c=synergies] li")).toHaveText("Ask Anders Nwachukwu for dates")
    await saved(page)
    expect((await mailbox.take("anders@example.org")).text).toContain("Inês Valadares-Koné")
  })

  await test.step("it is retired with a reason, and brought back", async () => {
    await card.locator("[data-c=number]").tap()
    await tool("Retire…").tap()
    await page.getByRole("dialog").getByLabel("Reason").fill("Only tried out")
    await expectAccessible(page)
    await page.getByRole("dialog").getByRole("button", { name: "Retire the row" }).tap()
    await expect(card).toHaveCount(0)
    await tool("Undo").tap()
    await expect(card).toHaveCount(1)
    await tool("Redo").tap()
    await expect(card).toHaveCount(0)
  })
  await saved(page)
  await expectFits(page)
})

test("without script the table is whole, and its filters work", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: "Sign in as Anders Nwachukwu" }).click()
  await page.goto(address)
  const table = page.getByRole("table", { name: /Mapping of/ })
  await expect(table.getByRole("columnheader", { name: "Last confirmed" })).toBeVisible()
  const rows = await table.getByRole("row").count()
  await page.getByLabel("Kind").selectOption("youth")
  await page.getByRole("button", { name: "Show" }).click()
  await expect(page).toHaveURL(/kind=youth/)
  await expect(page.getByLabel("Kind")).toHaveValue("youth")
  expect(await table.getByRole("row").count()).toBeLessThan(rows)
  const area = table.getByRole("columnheader", { name: "Area" })
  await expect(area).toHaveCount(0)
  await page.goto(`${address}?by=body`)
  await expect(area).toBeVisible()
  await page.goto(`${address}?show=area`)
  await expect(area).toBeVisible()
  await context.close()
})
