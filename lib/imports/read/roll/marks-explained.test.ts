import { expect, test } from "vitest"
import { listsOf } from "../short-minutes"

test.each([
  "x Ana Lind\n- Dora Weiss\nx Ben Okoro\n\n(x = present, - = absent)",
  "Absent (A) / Present (P)\nAna Lind P\nDora Weiss A\nBen Okoro P",
  "P: present, A: absent\n\nP Ana Lind\nP Ben Okoro\nA Dora Weiss",
  "Roll call\nLind, Ana ........ here\nOkoro, Ben ....... here\nWeiss, Dora ...... absent",
])("marks that say who came: %s", (list) => {
  expect(listsOf(list)).toEqual([["Ana Lind", "Ben Okoro"], ["Dora Weiss"]])
})

test("a letter that nothing explains is an initial", () => {
  expect(listsOf("Present:\n\nP Okoro\nR Weiss\nT Arslan")[0]).toEqual([
    "P Okoro",
    "R Weiss",
    "T Arslan",
  ])
})
