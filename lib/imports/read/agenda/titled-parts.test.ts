import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

describe("titles in front of their text", () => {
  test("below a heading they are its parts", () => {
    const text = `LAMPS
Ben reported that the third lamp is out.

OLD BUSINESS
A. Radio tower. Ana said the ranch wants a key to the gate.
B. Burn permits. Tabled until April.

NEW BUSINESS
A. Chili supper. Cem wants it in the engine bay.
B. Air packs. Ben presented the grant notice.

The meeting was adjourned.
`
    expect(itemsOf(text)).toEqual([
      "LAMPS: discussed",
      ["OLD BUSINESS", ["Radio tower: discussed", "Burn permits: not-reached"]],
      ["NEW BUSINESS", ["Chili supper: discussed", "Air packs: discussed"]],
    ])
  })

  test("people who are counted below a heading are none", () => {
    const text = `LAMPS
A. Ana Lind. She counted the lamps.
B. Ben Okoro. He sold one of them.

PIER
Cem saw the diver.

FEES
Nothing new.
`
    expect(itemsOf(text)).toEqual(["LAMPS: discussed", "PIER: discussed", "FEES: no-update"])
  })

  test("a full stop and a dash behind a title", () => {
    const text = `LAMPS. - Ben reported that the third lamp is out and that nobody knows why.

PIER. - Ana said that the diver found a rotten pile on the north side.

YARD. - Deferred, the engineer not having called.
`
    expect(itemsOf(text)).toEqual(["LAMPS: discussed", "PIER: discussed", "YARD: not-reached"])
  })

  test("what stands on a line of its own in front is a title, whatever its words", () => {
    const text = `Ana had written on the board:
  what we sing at Christmas
  fees and who has not paid them
  new folders

WHAT WE SING AT CHRISTMAS. Ben presented two programmes, one old and one older.

FEES AND WHO HAS NOT PAID THEM. Cem reported that 31 of 40 have paid.

NEW FOLDERS. No news from the shop.
`
    expect(itemsOf(text)).toEqual([
      "WHAT WE SING AT CHRISTMAS: discussed",
      "FEES AND WHO HAS NOT PAID THEM: discussed",
      "NEW FOLDERS: no-update",
    ])
  })

  test("a number between others has a title too, with a colon in it or alone", () => {
    const text = `1. Call to order. Ana called the meeting to order at seven and noted the quorum.

2. Presentation: the new act. Ben explained the three changes that matter to all of us.

3. Treasurer. Cem reported a balance of 17,904 and proposed to print three issues.

4. Annual campaign.
   4.1 Slogan. Ben put forward a slogan that everybody liked.
   4.2 Posters. Laid over to February for want of time.

5. Member groups. Ana had no changes to report.
`
    expect(itemsOf(text)).toEqual([
      "Call to order: discussed",
      "Presentation: the new act: discussed",
      "Treasurer: discussed",
      ["Annual campaign", ["Slogan: discussed", "Posters: not-reached"]],
      "Member groups: no-update",
    ])
  })
})
