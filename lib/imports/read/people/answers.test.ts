import { describe, expect, test } from "vitest"
import { Who } from "./who"

describe("who is meant is answered anew when more becomes known", () => {
  test("by a name that comes later", () => {
    const who = new Who(["Ana Lind"])
    expect([who.whole("Okoro"), who.whole("AL")]).toEqual([null, "Ana Lind"])
    who.add("Ben Okoro")
    expect(who.whole("Okoro")).toBe("Ben Okoro")
    // "AL" is two people now, and so nobody.
    who.add("Asa Larsen")
    expect(who.whole("AL")).toBeNull()
  })

  test("by an office, a nickname, a name met in the text and a title", () => {
    const who = new Who(["Ana Lind", "Ben Okoro"])
    const rider = () => [who.holder("ditch rider"), who.whole("Ditch Rider Lind")]
    expect(rider()).toEqual([null, null])
    who.holds("Ana Lind", "Ditch Rider")
    expect(rider()).toEqual(["Ana Lind", "Ana Lind"])
    who.holds("Ben Okoro", "Ditch Rider")
    expect(who.holder("ditch rider")).toBeNull()
    expect(who.nickname("benno")).toBeNull()
    who.calls("Ben Okoro", "benno")
    expect(who.nickname("benno")).toBe("Ben Okoro")
    expect(who.whole("Weiss")).toBeNull()
    who.meet("Dov Weiss")
    expect(who.whole("Dov")).toBe("Dov Weiss")
    expect(who.whole("Quay Lind")).toBeNull()
    who.learnTitles(["Quay Lind", "Quay Okoro"])
    expect(who.whole("Quay Lind")).toBe("Ana Lind")
    expect(who.whole("Ferryman")).toBeNull()
    who.isCalled("Ferryman")
    expect(who.whole("Ferryman")).toBe("Ferryman")
  })
})
