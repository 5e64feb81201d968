import { expect, test } from "vitest"
import { withNamedTextsAsFiles } from "./attached"
import { ownWords } from "./own-words"
import { readReply } from "./read-reply"
import { unlike } from "./unlike-ours"

const words = (text: string) => ownWords(text, "Samir Koskela").text

/** Milliseconds of the quickest of some runs. */
async function best(take: () => unknown): Promise<number> {
  const took: number[] = []
  for (let run = 0; run < 3; run++) {
    const began = performance.now()
    await take()
    took.push(performance.now() - began)
  }
  return Math.min(...took)
}

/** How many times as long it takes when there is eight times as much: 8 when it is linear, 64 by its square. */
async function growth(amount: number, take: (amount: number) => unknown): Promise<number> {
  await take(amount)
  const much = await best(() => take(amount * 8))
  // What takes no time at all has no growth that a clock can tell.
  return much / Math.max(1, await best(() => take(amount)))
}
const notBySquare = 32

test("a line of many blanks takes as long as it is", async () => {
  const mail = (blanks: number) => `a${" ".repeat(blanks)}b`
  expect(words(mail(3))).toBe("a   b")
  expect(await growth(10_000, (blanks) => words(mail(blanks)))).toBeLessThan(notBySquare)
})

test("a name of many blanks takes as long as it is", async () => {
  const read = (blanks: number) =>
    readReply(Buffer.from(`From: "a${" ".repeat(blanks)}b" <a@example.org>\r\n\r\nAdd them.\r\n`))
  expect(await read(3)).toMatchObject({ name: "a b", text: "Add them." })
  expect(await growth(20_000, read)).toBeLessThan(notBySquare)
})

test("many lines of phones below an answer are cut off, and are its words where there is nothing else", () => {
  const phones = "Sent via aol\n".repeat(20_000)
  expect(words(`Add the gauges.\n\n${phones}`)).toBe("Add the gauges.")
  expect(words(phones)).not.toBe("")
})

test("a mail of boundaries takes about as long as one of other lines", async () => {
  const lines = `${"--b\n".repeat(99)}\n`.repeat(400)
  const mail = (boundary: string) =>
    Buffer.from(`Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${lines}`)
  const take = (boundary: string) => best(() => withNamedTextsAsFiles(mail(boundary)))
  expect((await take("b")) / Math.max(1, await take("c"))).toBeLessThan(50)
})

test("the lines of an old mail are looked up in time with their number, to the last of them", async () => {
  const lines = (amount: number) =>
    Array.from({ length: amount }, (_, n) => `Gauge ${n} stands at pier ${n * 7}.`)
  expect(unlike([...lines(3_000), "Not the last of them."], [lines(3_000).join("\n")])).toEqual([
    "Not the last of them.",
  ])
  const take = (amount: number) => unlike(lines(amount), [lines(amount).reverse().join("\n")])
  expect(await growth(1_000, take)).toBeLessThan(notBySquare)
})
