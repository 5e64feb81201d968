import { expect, test } from "vitest"
import { leadsToDesk } from "./desk-address"

test.each([
  ["https://portal.example.org/desk", true],
  ["https://portal.example.org/desk/wg-a/documents/plan", true],
  ["https://portal.example.org/fr/desk/wg-a", true],
  ["https://PORTAL.example.org/%64esk/wg-a", true],
  ["https://portal.example.org/wg-a/documents/desk", false],
  ["https://portal.example.org/desks", false],
  ["https://portal.example.org/%E0%A4%A/desk", false],
  ["https://tides.example.org/desk/plan", false],
  ["mailto:desk@example.org", false],
  ["record:document/plan", false],
  ["nowhere", false],
])("%s leads to the desk: %s", (href, leads) => {
  expect(leadsToDesk(href, "https://portal.example.org")).toBe(leads)
})
