import { expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

test("paragraphs that count through the items are none of them", () => {
  const text = `3. The agenda reads as follows:

     1. Lamps
     2. Pier
     3. Fees
     4. Boats
     5. Noise

Item 1. Lamps

4. Ben Okoro reported that the third lamp is out.

Item 2. Pier

5. Ana Lind proposed to call the diver. Cem Arslan supported the proposal but asked what it costs.

Item 3. Fees

6. There were no news.

Items 4-5. Boats and noise

7. Cem Arslan presented a table of boats and of the noise that each of them makes.
`
  expect(itemsOf(text)).toEqual([
    "Lamps: discussed",
    "Pier: discussed",
    "Fees: no-update",
    "Boats: discussed",
    "Noise: discussed",
  ])
})

test("a section further out than the agenda that was adopted is none of its entries", () => {
  const text = `II.   Adoption of the agenda

2.    The group had before it the following agenda:

      (1) Lamps
      (2) Pier
      (3) Fees

III.  Consideration of the items

Item 1

3.    Ben Okoro reported that the third lamp is out.

Items 2 and 3

4.    The two items were taken together. Ana Lind said that the pier pays for itself.
`
  expect(itemsOf(text)).toEqual(["Lamps: discussed", "Pier: discussed", "Fees: discussed"])
})

test("items that are taken together right behind the lists of people", () => {
  const text = `Draft agenda
 A. Lamps
 B. Pier
 C. Fees
 D. Boats

Absent: Dora Weiss

Items C and D. Ben Okoro said that the fees for boats are the lowest on the coast.

Item A. Ana Lind presented the new lamps and what they cost.

Item B was not treated.
`
  expect(itemsOf(text)).toEqual([
    "Lamps: discussed",
    "Pier: not-reached",
    "Fees: discussed",
    "Boats: discussed",
  ])
})

test("spaces of HTML set an entry further in", () => {
  const text = `**Agenda**

**1. Lamps**
&nbsp;&nbsp;&nbsp;a) Bulbs
&nbsp;&nbsp;&nbsp;b) Posts
**2. Pier**

### 1. Lamps

#### a) Bulbs

Ben counted them.

#### b) Posts

No news.

### 2. Pier

Not reached.
`
  expect(itemsOf(text)).toEqual([
    ["Lamps", ["Bulbs: discussed", "Posts: no-update"]],
    "Pier: not-reached",
  ])
})

test("an item that was added counts on from the last of the agenda, a paragraph that goes back does not", () => {
  const agenda = "Agenda\n\n1. Lamps\n2. Pier\n3. Fees\n\nA further item was added.\n\n"
  const said =
    "1. Lamps\nBen counted them.\n\n2. Pier\nDeferred.\n\n3. Fees\nAna read them out.\n\n"
  expect(itemsOf(`${agenda}${said}4. Boats\nCem showed a table.\n`)).toEqual([
    "Lamps: discussed",
    "Pier: not-reached",
    "Fees: discussed",
    "Boats: discussed",
  ])
  expect(itemsOf(`${agenda}${said}9. Boats\nCem showed a table.\n`)).toHaveLength(3)
})
