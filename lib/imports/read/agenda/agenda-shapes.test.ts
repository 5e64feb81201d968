import { describe, expect, test } from "vitest"
import { itemsOf } from "../short-minutes"

const FLAT = ["Lamps: discussed", "Pier: not-reached", "Any other business: no-update"]

describe("agendas and the headings of the discussion", () => {
  test.each([
    "Agenda\n\n1. Lamps\n2. Pier\n3. Any other business\n\n1. Lamps\n\nBen reported on the lamps.\n\n2. Pier\n\nDeferred.\n\n3. Any other business\n\nNone.\n",
    "Agenda: 1. Lamps; 2. Pier; 3. Any other business\n\n1. Lamps\n\nBen reported on the lamps.\n\n2. Pier\n\nDeferred.\n\n3. Any other business\n\nNone.\n",
    "Agenda: Lamps; Pier; Any other business\n\nLamps\n\nBen reported on the lamps.\n\nPier\n\nDeferred.\n\nAny other business\n\nNone.\n",
    "## Agenda\n\n- Lamps (Ben, 10 min)\n- Pier (15 min) – Cem\n- Any other business\n\n## Lamps\n\nBen reported on the lamps.\n\n## Pier\n\nDeferred.\n\n## Any other business\n\nNone.\n",
    "| # | Topic | Who |\n|---|---|---|\n| 1 | Lamps | Ben |\n| 2 | Pier | Cem |\n| 3 | Any other business | all |\n\n### 1. Lamps\n\nBen reported on the lamps.\n\n### 2. Pier\n\nDeferred.\n\n### 3. Any other business\n\nNone.\n",
    "1. Lamps\n\nBen reported on the lamps.\n\n2. Pier\n\nDeferred.\n\n3. Any other business\n\nNone.\n",
    "1     Lamps\nBen reported on the lamps.\n\n2     Pier\nDeferred.\n\n3     Any other business\nNone.\n",
    "§ 21  Lamps\n\nBen reported on the lamps.\n\n§ 22  Pier\n\nDeferred.\n\n§ 23  Any other business\n\nNone.\n",
    "I. Lamps\n\nBen reported on the lamps.\n\nII. Pier\n\nDeferred.\n\nIII. Any other business\n\nNone.\n",
    "A. Lamps\n\nBen reported on the lamps.\n\nB. Pier\n\nDeferred.\n\nC. Any other business\n\nNone.\n",
    "Item 1: Lamps\n\nBen reported on the lamps.\n\nItem 2: Pier\n\nDeferred.\n\nItem 3: Any other business\n\nNone.\n",
    "Agenda item 1 – Lamps\n\nBen reported on the lamps.\n\nAgenda item 2 – Pier\n\nDeferred.\n\nAgenda item 3 – Any other business\n\nNone.\n",
    "SUBJECT NO. 1: Lamps\n\nBen reported on the lamps.\n\nSUBJECT NO. 2: Pier\n\nDeferred.\n\nSUBJECT NO. 3: Any other business\n\nNone.\n",
    "TOP 1: Lamps\n\nBen reported on the lamps.\n\nTOP 2: Pier\n\nDeferred.\n\nTOP 3: Any other business\n\nNone.\n",
    "Topic: Lamps\n\nBen reported on the lamps.\n\nTopic: Pier\n\nDeferred.\n\nTopic: Any other business\n\nNone.\n",
    "## Lamps\n\nBen reported on the lamps.\n\n## Pier\n\nDeferred.\n\n## Any other business\n\nNone.\n",
    "**1. Lamps**\n\nBen reported on the lamps.\n\n**2. Pier**\n\nDeferred.\n\n**3. Any other business**\n\nNone.\n",
    "Lamps\n-----\n\nBen reported on the lamps.\n\nPier\n----\n\nDeferred.\n\nAny other business\n------------------\n\nNone.\n",
    "The agenda has three points.\n\n1. Lamps\n2. Pier\n3. Any other business\n\n### On point 1\n\nBen reported on the lamps.\n\n### On point 2\n\nDeferred.\n\n### On point 3\n\nNone.\n",
    "The following agenda was adopted:\n\n1. Lamps\n2. Pier\n3. Any other business\n\n1. Lamps\n\nBen reported on the lamps.\n\n2. Pier\n\nDeferred.\n\n3. Any other business\n\nNone.\n",
    "What we talk about\n\n1. [x] Lamps\n2. [ ] Pier\n3. [x] Any other business\n\nLamps\n\nBen reported on the lamps.\n\nPier\n\nDeferred.\n\nAny other business\n\nNone.\n",
    "Order of business\n1   Lamps\n2   Pier\n3   Any other business\n\n1   Lamps\nBen reported on the lamps.\n\n2   Pier\nDeferred.\n\n3   Any other business\nNone.\n",
    "Agenda\n14:00 Lamps\n14:20 Pier\n14:40 Any other business\n\nLamps\n\nBen reported on the lamps.\n\nPier\n\nDeferred.\n\nAny other business\n\nNone.\n",
    "Punto 1.º Lamps\n\nBen reported on the lamps.\n\nPunto 2.º Pier\n\nDeferred.\n\nPunto 3.º Any other business\n\nNone.\n",
    "=== 1. Lamps ===\n\nBen reported on the lamps.\n\n=== 2. Pier ===\n\nDeferred.\n\n=== 3. Any other business ===\n\nNone.\n",
    "## 💡 Lamps\n\nBen reported on the lamps.\n\n## ⚓ Pier\n\nDeferred.\n\n## 📌 Any other business\n\nNone.\n",
    "1. Lamps (doc. 12)\n\nBen reported on the lamps.\n\n2. Pier (N 372)\n\nDeferred.\n\n3. Any other business\n\nNone.\n",
    "+----+------------------------------+------+\n| No | Discussion                   | Task |\n+----+------------------------------+------+\n| 1  | Lamps                        |      |\n|    | Ben reported on the lamps.   |      |\n+----+------------------------------+------+\n| 2  | Pier                         |      |\n|    | Deferred.                    |      |\n+----+------------------------------+------+\n| 3  | Any other business           |      |\n|    | None.                        |      |\n+----+------------------------------+------+\n",
  ])("%j", (text) => {
    expect(itemsOf(text)).toEqual(FLAT)
  })
})

describe("items below items", () => {
  test.each([
    "Agenda\n\n1. Lamps\n   a. Bulbs\n   b. Posts\n2. Pier\n\n1. Lamps\n\na. Bulbs\n\nBen reported on the bulbs.\n\nb. Posts\n\nDeferred.\n\n2. Pier\n\nCem reported on the pier.\n",
    "Agenda\n\nI. Lamps\n   i. Bulbs\n   ii. Posts\nII. Pier\n\nI. Lamps\n\ni. Bulbs\n\nBen reported on the bulbs.\n\nii. Posts\n\nDeferred.\n\nII. Pier\n\nCem reported on the pier.\n",
    "1. Lamps\n\n1.1 Bulbs\n\nBen reported on the bulbs.\n\n1.2 Posts\n\nDeferred.\n\n2. Pier\n\nCem reported on the pier.\n",
    "## Lamps\n\n### Bulbs\n\nBen reported on the bulbs.\n\n### Posts\n\nDeferred.\n\n## Pier\n\nCem reported on the pier.\n",
    "Agenda\n\n- Lamps\n  - Bulbs\n  - Posts\n- Pier\n\nLamps\n\nBulbs\n\nBen reported on the bulbs.\n\nPosts\n\nDeferred.\n\nPier\n\nCem reported on the pier.\n",
    "Order of business\n1   Lamps\n    a   Bulbs\n    b   Posts\n2   Pier\n3   Rest\n\n1   Lamps\n\na   Bulbs\nBen reported on the bulbs.\n\nb   Posts\nDeferred.\n\n2   Pier\nCem reported on the pier.\n\n3   Rest\nBen asked for tea.\n",
  ])("%j", (text) => {
    expect(itemsOf(text).slice(0, 2)).toEqual([
      ["Lamps", ["Bulbs: discussed", "Posts: not-reached"]],
      "Pier: discussed",
    ])
  })
})

describe("reports whose parts are laid out in other ways", () => {
  test("what was said stands in bullets below those of the agenda", () => {
    const said =
      "Agenda:\n\n- [ben-ok] Lamps\n  - Ben reported on the lamps.\n  - Cem: are they dim?\n  - Decision: buy two\n- Pier\n  - Deferred to the next meeting.\n- Any other business\n  - None.\n"
    expect(itemsOf(said)).toEqual(FLAT)
  })

  test("the parts of the report are numbered themselves", () => {
    const said =
      "I. AGENDA\n\n1) Lamps\n2) Pier\n3) Any other business\n\nII. DISCUSSION\n\n1) Lamps. Ben reported on the lamps.\n\n2) Pier. Deferred.\n\n3) Any other business. None.\n\nIII. NEXT MEETING\n\n31 March 2022, 14:00 UTC\n"
    expect(itemsOf(said)).toEqual(FLAT)
  })

  test("an item that has no section is told of elsewhere", () => {
    const said =
      "Agenda\n\n1. Lamps\n2. Pier\n3. Any other business\n\n1. Lamps\n\nBen reported on the lamps. For lack of time the remaining item (pier) was carried forward to the next meeting.\n\n3. Any other business\n\nNone.\n\nActions\n\n- Ben to buy two lamps, to bring them to the pier and to send the bill to Cem by Friday, 11 March 2022\n"
    expect(itemsOf(said)).toEqual(FLAT)
  })
})
