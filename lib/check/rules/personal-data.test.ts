import { describe, expect, test } from "vitest"
import { foundIn, putRight } from "./cases/found"

const kinds = (text: string) => foundIn("personal-data", text).map(({ values }) => values.kind)

describe("what should not become public", () => {
  test.each([
    ["Write to lin.zhao@tides.example.org, please.", "Write to , please.", ["mail"]],
    ["Call Lin at +41 22 917 12 34.", "Call Lin at .", ["phone"]],
    ["Tel: (022) 917 12 34", "Tel: ", ["phone"]],
    ["Passcode: 4fT9!x and no more.", "Passcode:  and no more.", ["password"]],
    ["The password is Sunflower7.", "The password is .", ["password"]],
    ["Password: sunflower", "Password: ", ["password"]],
    ["Meeting ID: 912 3456 7890 for all", "Meeting ID:  for all", ["code"]],
    [
      "Join at https://zoom.example.org/j/91234567890?pwd=QmFzZTY0 today.",
      "Join at https://zoom.example.org/j/91234567890 today.",
      ["link"],
    ],
    [
      "Join at https://zoom.example.org/j/9123?uname=x&pwd=QmFz.",
      "Join at https://zoom.example.org/j/9123?uname=x.",
      ["link"],
    ],
  ])("%s", (text, right, kind) => {
    expect(kinds(text)).toEqual(kind)
    expect(putRight("personal-data", text)).toBe(right)
  })

  test("is named where a link hides it, and masked in the finding", () => {
    const [mail] = foundIn("personal-data", "Ask [Lin](mailto:lin@tides.example.org) for it.")
    expect(mail).toMatchObject({ severity: "error", values: { kind: "mail", text: "lin@…" } })
    const [call] = foundIn(
      "personal-data",
      "The [call](https://zoom.example.org/j/9?pwd=Qm) is open.",
    )
    expect(call).toMatchObject({ values: { kind: "link" }, fix: "https://zoom.example.org/j/9" })
  })

  test("is not told whole, however short it is", () => {
    const [found] = foundIn("personal-data", "The passcode: 4fT9!x and no more.")
    expect(found?.values).toEqual({ kind: "password", text: "4f…" })
  })

  test("the address of an office is only a note", () => {
    const severities = [
      "secretariat@tides.example.org",
      "tides@tides.example.org",
      "lin@tides.example.org",
    ]
      .flatMap((mail) => foundIn("personal-data", `Write to ${mail} for it.`))
      .map(({ severity }) => severity)
    expect(severities).toEqual(["note", "note", "error"])
  })

  test.each([
    "Version gauges@2.1.5 of the tool was taken.",
    "@Lin and @otto.brandvold were asked.",
    "The password policy is to be written; a passcode is needed.",
    "Password: to be sent by mail.",
    "The call is at 15:00 UTC+0200, 2022-05-19 13:00.",
    "WSIS+20 2025-2026 and A/RES/70/125 were named; ISBN 978-3-16-148410-0.",
    "The pin is of steel. PIN codes were discussed.",
    "Meeting number 12 2022 was long. 14 000 people watched https://tides.example.org/?page=12&tab=3.",
    "The tide stood at +12 345 67.",
    "In call 12 45 67 gauges were named.",
  ])("is none: %s", (text) => {
    expect(kinds(text)).toEqual([])
  })
})
