import { expect, test } from "vitest"
import { newestOf } from "./newest-answer"

test("the newest answer is what the last press said, whatever an earlier one left behind", () => {
  const [kept, refused, again] = [{ ok: true }, { ok: false }, { ok: false }]
  const first = newestOf({ answers: [null, null], newest: null }, [kept, null])
  expect(first.newest).toBe(kept)
  const second = newestOf(first, [kept, refused])
  expect(second.newest).toBe(refused)
  expect(newestOf(second, [kept, refused])).toBe(second)
  expect(newestOf(second, [again, refused]).newest).toBe(again)
})
