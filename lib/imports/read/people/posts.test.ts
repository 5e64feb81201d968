import { expect, test } from "vitest"
import { isPost } from "./posts"

test.each([
  "Facilities Manager",
  "Head of Finance",
  "Clerk to the Council",
  "the site manager",
  "Chief Engineer",
  "Data Protection Officer",
])("a post: %s", (text) => {
  expect(isPost(text)).toBe(true)
})

test.each([
  "Election of Chair",
  "Report of the Manager",
  "Ana Lind",
  "Manager",
  "a new manager",
  "New Treasurer",
  "Members",
  "the manager who left in spring said so",
])("none: %s", (text) => {
  expect(isPost(text)).toBe(false)
})
