import { expect, test } from "vitest"
import { itemsOf, listsOf } from "../short-minutes"

test("what holds nothing but the agenda is no item", () => {
  const text = `TODAY'S LIST
~ Lamps
~ Pier
~ Fees
~ Boats

LAMPS
Ben measured the light on stage last Saturday and told us that two lamps are out.

PIER
Ana presented the plan of nine piles in eleven days. Cem said that it is too long.

FEES
Ben reported on the trial of the new fees. The visitors like them, Ana was in doubt.
`
  expect(itemsOf(text)).toEqual([
    "Lamps: discussed",
    "Pier: discussed",
    "Fees: discussed",
    "Boats: not-recorded",
  ])
})

test("a list on an item that is counted is what was said on it", () => {
  const text =
    "1. Lamps\n\n* Motion to buy two lamps\n* Seconded by Ben\n* Motion carried\n\n2. Pier\n\nNone.\n"
  expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: no-update"])
})

test("a list of boxes may be the agenda", () => {
  const text = `## Plan

- [x] Lamps: who owns them? (Ben, 25')
- [x] Pier (Ana, 20')
- [ ] Fees (Cem, 15')

## Lamps: who owns them?

**Ben:** the draft says the harbour that saw them first. It is often gone by Tuesday.

## Pier

**Ana:** three firms send offers, nobody reads them.

## Fees

Out of time.
`
  expect(itemsOf(text)).toEqual([
    "Lamps: who owns them?: discussed",
    "Pier: discussed",
    "Fees: not-reached",
  ])
})

test("a heading that holds all items in a table only frames them", () => {
  const row = (title: string, said: string) => `| **${title}** | ${said} | – |\n`
  const text = `## The evening, point by point

| Point | Who said what | What came of it |
|---|---|---|
${row("Way to school", "Ben told of a car that turned on the pavement in front of the gate.")}${row("Lunch", "Ana tasted the lunch on three days and said that the soup was good.")}${row("Screens", "Cem presented the answers of 38 families, of which most want less.")}${row("Bazaar", "Put off to the next evening.")}${row("Lost property", "Nothing to report.")}
## And then?

The council sits again in January.
`
  expect(itemsOf(text)).toEqual([
    "Way to school: discussed",
    "Lunch: discussed",
    "Screens: discussed",
    "Bazaar: not-reached",
    "Lost property: no-update",
  ])
})

test("tables drawn in characters, whose every line is a row", () => {
  const table = `+---+-----------+---------------+
| # | Name      | Organisation  |
+---+-----------+---------------+
| 1 | Ana Lind  | Coral Telecom |
| 2 | Ben Okoro | Reef Exchange |
+---+-----------+---------------+
`
  expect(listsOf(table)[0]).toEqual(["Ana Lind", "Ben Okoro"])
  const agenda = `+------+--------+-------+
| Item | Subject | Min. |
+------+--------+-------+
|  A   | Lamps  | 20    |
|  B   | Pier   | 25    |
|  C   | Fees   | 10    |
+------+--------+-------+

A.1  Ben reported that the third lamp is out.
A.2  Ana asked why.

B.1  Ana presented the pier.
B.2  Nobody knew more.

C.1  Cem explained the fees.
`
  expect(itemsOf(agenda)).toEqual(["Lamps: discussed", "Pier: discussed", "Fees: discussed"])
})

test("a heading with nobody below but who was there is no item", () => {
  const text = `### Directors and others

On the board: Ana Lind, Ben Okoro

Staff: Cem Arslan (manager)

### Check-in

Everyone shared one good thing.

### Compressor

Cem presented two options and what they cost.

### Retreat

Skipped.
`
  expect(itemsOf(text)).toEqual([
    "Check-in: discussed",
    "Compressor: discussed",
    "Retreat: not-reached",
  ])
})
