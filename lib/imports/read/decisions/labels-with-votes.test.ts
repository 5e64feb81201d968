import { expect, test } from "vitest"
import { decisionsOf } from "../short-minutes"

const LAMPS = "The lamps burn until ten."

test.each([
  "Resolution 12-1, unanimous:",
  "Resolution 12-2, 5 in favour, 2 against:",
  "Decision 4 (9 votes to 1):",
  "Résolution n° 4 (adoptée : 13 pour, 2 contre) :",
  "Acuerdo (por consenso):",
  "Acordado:",
  "Resuelto:",
  "Beslutning:",
  "We decided (8 for, 1 against):",
  "We agreed:",
])("%s is the label of a decision", (label) => {
  expect(decisionsOf(`${label} ${LAMPS}`)).toEqual([LAMPS])
})

test.each([
  "Résolution n° 3 (rejetée : 3 pour, 9 contre) :",
  "Resolution 12-4, defeated by 5 votes to 2:",
  "Report (for information):",
])("%s is none", (label) => {
  expect(decisionsOf(`${label} ${LAMPS}`)).toEqual([])
})
