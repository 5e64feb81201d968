import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { runCommand } from "@/e2e/support/run-command"
import { sound } from "@/lib/check/rules/cases/case"

// Each test starts a Node of its own, several seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let folder = ""

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rapporteur-check-"))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What it needs to run: no database, and no setting of the portal. */
const bare = () => ({ PATH: process.env.PATH, HOME: folder, NODE_ENV: process.env.NODE_ENV })
const runCheck = (...args: string[]) => runCommand("check-report", args, { env: bare() })

function write(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

/** The sound report as another call of the group. */
const another = (number: number, day: string) =>
  sound.replaceAll("12", String(number)).replaceAll("5 May", day).replace("Thursday ", "")

describe("checking reports on the command line", () => {
  test("a sound report has nothing, a slip is a note with its place and what would put it right", async () => {
    const good = write("good.txt", sound)
    const slip = write("slip.txt", another(13, "12 May").replace("opened the", "openned the"))
    const { status, out, err } = await runCommand("check-report", [good, slip], {
      ...{ env: bare(), asOperator: true },
    })
    expect(out).toBe(
      `${good}: nothing found\n\n${slip}\n  15:16 note: “openned” seems to be misspelt: “opened”? [Write “opened”]\n`,
    )
    expect({ status, err }).toEqual({ status: 0, err: "" })
  })

  test("the group's own words are no slips, and sentences come in French", async () => {
    const slip = write("slip.txt", sound.replace("opened the", "openned the"))
    const list = write("words.txt", "openned\n")
    expect(await runCheck("--words", list, slip)).toMatchObject({ status: 0 })
    const french = await runCheck("--language", "fr", slip)
    expect(french.out).toContain("semble mal orthographié")
  })

  test("files know each other: numbers twice, gaps, the same text; the status tells", async () => {
    const first = write("first.txt", another(9, "7 April"))
    const second = write("second.txt", sound)
    const copy = write("copy.txt", sound.replaceAll("\n", "\r\n"))
    const double = write("double.txt", another(12, "19 May"))
    const { status, out } = await runCheck("--json", first, second, copy, double)
    const found = (JSON.parse(out) as { findings: { rule: string; message: string }[] }[]).map(
      ({ findings }) => findings.map(({ rule }) => rule),
    )
    expect(found).toEqual([[], ["number-duplicate"], ["same-report"], ["number-duplicate"]])
    expect(status).toBe(1)
    const gap = await runCheck("--json", first, second)
    const [, { findings }] = JSON.parse(gap.out) as [unknown, { findings: unknown[] }]
    expect(findings).toEqual([
      {
        rule: "number-gap",
        severity: "note",
        line: 5,
        column: 5,
        from: 58,
        to: 62,
        item: null,
        message:
          "Numbers 10 and 11 are missing: the meeting before this one, on 7 April 2022, was number 9.",
        fix: null,
        replacement: null,
      },
    ])
    expect(gap.status).toBe(0)
  })

  test("a warning or a file that cannot be read is status 1, a call that is not understood 2", async () => {
    const wrong = write("wrong.txt", sound.replace("Lin asked", "Farah Mensimah asked"))
    expect((await runCheck(wrong)).status).toBe(1)
    const list = await runCheck(write("list.txt", "Milk, bread and two lemons."))
    expect(list).toMatchObject({ status: 1, out: expect.stringContaining("not read") })
    expect(list.err).toContain("list.txt")
    expect(await runCheck()).toMatchObject({ status: 2, out: "" })
    expect(await runCheck("--langauge", "fr", wrong)).toMatchObject({ status: 2, out: "" })
    expect((await runCheck("--help")).out).toContain("Exit status")
  })
})
