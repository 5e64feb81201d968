import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { makeZip } from "@/e2e/support/make-zip"
import { commandOf, runCommand } from "@/e2e/support/run-command"
import type { ReportJson } from "@/lib/imports/as-json"

type Printed = ReportJson | { file: string; refused: { code: string; message: string } }

// Each test starts a Node of its own, several seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL("../../", import.meta.url))
let folder = ""

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rapporteur-import-"))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What it needs to run: no database, and no setting of the portal. */
const bare = () => ({ PATH: process.env.PATH, HOME: folder, NODE_ENV: process.env.NODE_ENV })
const runImport = (...args: string[]) => runCommand("import", args, { env: bare() })

function write(name: string, bytes: string | Uint8Array): string {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}

const report = `Harbour Standards Forum
Call no. 7
4 May 2023, 15:00 CEST

The seventh call of the forum was held on 4 May 2023 and chaired by Ilva Morandini.

Agenda:
1. Opening
2. Budget

1. Opening

Nothing to report.

2. Budget

It was agreed that the budget stays open until June.

Participants: Ilva Morandini, Dawit Sorensen (Meridian Institute), Priya Castelnau
`

describe("a dry run", () => {
  test("prints one entry per file, in order, and nothing but JSON", async () => {
    const good = write("good.txt", report)
    const huge = write("huge.txt", new Uint8Array(50 * 1024 * 1024).fill(97))
    const broken = write("broken.txt", Uint8Array.from([72, 105, 10, 0xc3, 0x28]))
    const empty = write("empty.txt", "")
    const picture = write("picture.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    const list = write("list.txt", "Milk, bread and two lemons.\nThe shop closes at six.\n")
    const absent = path.join(folder, "absent.txt")
    const files = [huge, good, broken, empty, picture, list, absent, good]
    const { status, out, err } = await runCommand("import", ["--dry-run", "--json", ...files], {
      ...{ env: bare(), asOperator: true },
    })
    const printed = JSON.parse(out) as Printed[]
    expect(printed.map(({ file }) => file)).toEqual(files)
    expect(printed.map((entry) => ("refused" in entry ? entry.refused.code : "read"))).toEqual([
      "too-large",
      "read",
      "encoding",
      "empty",
      "binary",
      "no-report",
      "unreadable",
      "read",
    ])
    expect(status).toBe(1)
    expect(err).toContain("The file is too large: 50 MB")
    expect(err).toContain("Line 2 holds bytes that are no UTF-8")
    const again = printed.at(-1)
    if (!again || "refused" in again) throw new Error("The second copy was not read")
    expect(again.findings[0]).toMatchObject({ rule: "same-report", severity: "warning" })
    expect(again.findings[0]?.message).toContain("good.txt")
  })

  test("gives plain values and times in UTC", async () => {
    const { status, out } = await runImport("--dry-run", "--json", write("call.txt", report))
    const [entry] = JSON.parse(out) as ReportJson[]
    expect(status).toBe(0)
    expect(entry).toMatchObject({
      title: "Harbour Standards Forum, Call no. 7",
      number: { printed: ["7", "seventh"], canonical: 7 },
      startsAt: "2023-05-04T13:00:00Z",
      hosts: [],
      moderators: ["Ilva Morandini"],
      agenda: [
        { label: "1", title: "Opening", coverage: "no-update", children: [] },
        { label: "2", title: "Budget", coverage: "discussed", children: [] },
      ],
      decisions: [{ text: "It was agreed that the budget stays open until June.", item: "2" }],
      actions: [],
      participants: [
        { name: "Ilva Morandini", role: null, affiliation: null },
        { name: "Dawit Sorensen", role: null, affiliation: "Meridian Institute" },
        { name: "Priya Castelnau", role: null, affiliation: null },
      ],
      nextMeeting: { startsAt: null, text: null },
      links: [],
    })
    expect(Object.keys(entry ?? {})).toEqual(
      "file title number startsAt hosts moderators agenda sections decisions actions participants nextMeeting links findings".split(
        " ",
      ),
    )
    expect(
      entry?.sections
        .map(({ text }) => text)
        .join("\n")
        .split(/\W+/),
    ).toEqual(report.trim().split(/\W+/))
  })

  test("says what is missing in the call", async () => {
    const { status, out, err } = await runImport("--json", "some.txt")
    expect({ status, out }).toEqual({ status: 2, out: "" })
    expect(err).toContain("--dry-run")
  })
})

describe("many files", () => {
  test("a folder stands for all below it and an archive for what is in it, in order", async () => {
    const deep = path.join(folder, "archive", "2020")
    mkdirSync(deep, { recursive: true })
    for (const number of [10, 9]) write(`archive/2020/${number}.txt`, makeReport(number))
    write("archive/.hidden.txt", report)
    write("archive/first.txt", makeReport(1))
    write("archive/old.zip", makeZip([{ name: "1999/b.txt", text: makeReport(2) }]))
    const { status, out } = await runImport("--dry-run", "--json", path.join(folder, "archive"))
    const printed = JSON.parse(out) as ReportJson[]
    const below = (file: string) => path.relative(path.join(folder, "archive"), file)
    expect(printed.map(({ file, number }) => [below(file), number.canonical])).toEqual([
      ["2020/9.txt", 9],
      ["2020/10.txt", 10],
      ["first.txt", 1],
      [expect.stringMatching(/^old\.zip\/.*b\.txt$/), 2],
    ])
    expect(status).toBe(0)
  })

  test("Ctrl-C stops between two files, and says what is done", async () => {
    mkdirSync(path.join(folder, "long"), { recursive: true })
    const text = makeReport(1)
    for (let file = 0; file < 3000; file++) write(`long/${file}.txt`, text)
    const command = [...(await commandOf("import")), "--dry-run", path.join(folder, "long")]
    const child = spawn(process.execPath, command, { cwd: root, env: bare() })
    let [out, err] = ["", ""]
    child.stdout.on("data", (said) => {
      out += said
    })
    child.stderr.on("data", (said) => {
      if (err === "") child.kill("SIGINT")
      err += said
    })
    const [status] = await once(child, "exit")
    expect(status).toBe(130)
    const done = Number(/Stopped: (\d+) files are done, nothing saved/.exec(err)?.[1])
    expect(err).toContain("100 of 3000 files are done.")
    expect(done).toBeGreaterThanOrEqual(100)
    expect(done).toBeLessThan(3000)
    expect(out.match(/^\S.*: meeting 1,/gm)).toHaveLength(done)
  })
})
