import { expect, test } from "vitest"
import { consultationLimits } from "@/lib/consultations/model"
import { limits } from "@/lib/meetings/model"
import { LIMITS } from "@/lib/minutes/model"
import { addToRegisterInput } from "./input"
import { longestName } from "./model"

const name = "Ñ".repeat(300)

test("a name of 300 characters gets into the register, and one of 301 does not", () => {
  expect(addToRegisterInput.parse({ name, stakeholderGroup: "" }).name).toBe(name)
  expect(addToRegisterInput.safeParse({ name: `${name}N`, stakeholderGroup: "" }).success).toBe(
    false,
  )
})

test("wherever a name stands there is room for the longest", () => {
  const room = [limits.title, limits.presenter, LIMITS.name, consultationLimits.name]
  expect(Math.min(...room)).toBeGreaterThanOrEqual(longestName)
})
