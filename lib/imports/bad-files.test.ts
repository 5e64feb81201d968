import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { strToU8 } from "fflate"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { providePrograms } from "@/lib/platform/programs"
import { describeRefusal } from "./describe-refusal"
import { docxOf, paragraph, part, pdfOf, zipOf } from "./formats/arbitrary-files"
import { closeReaders, readPath, readSafely } from "./read-safely"
import { ReaderPool, readingLimits } from "./reader-pool"

// The reader from its source, which takes the most time and memory: where none was made a portal starts that.
providePrograms(new Map())

const sample = new Uint8Array(
  readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url)),
)
const ole = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(512),
  Buffer.from("EncryptedPackage", "utf16le"),
])
const utf8 = (text: string) => strToU8(text)
const nested = Array.from(
  { length: 400 },
  (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
)

/** Files made to break a reader, and what is said of each. Most of them only exist while a test runs. */
const hostile: Record<
  string,
  { name: string; make: () => Uint8Array | Promise<Uint8Array>; codes: string[] }
> = {
  "a DOCX that unpacks to 60 MB": {
    name: "a.docx",
    make: () => docxOf(paragraph("x".repeat(60_000_000))),
    codes: ["too-big-unpacked"],
  },
  "a DOCX of half a million paragraphs": {
    name: "a.docx",
    make: () => docxOf(paragraph("x").repeat(450_000)),
    codes: ["too-much-memory"],
  },
  "a DOCX whose XML defines entities": {
    name: "a.docx",
    make: () =>
      docxOf("", {
        "word/document.xml": `<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>${part("document", `<w:body>${paragraph("&b;&f;")}</w:body>`).replace(/^<\?xml.*?\?>/, "")}`,
      }),
    codes: ["damaged"],
  },
  "a DOCX nested without end": {
    name: "a.docx",
    make: () => docxOf("<w:sdt>".repeat(200_000) + "</w:sdt>".repeat(200_000)),
    codes: ["too-nested"],
  },
  "a DOCX that ends too early": {
    name: "a.docx",
    make: () => docxOf(paragraph("Words")).slice(0, 300),
    codes: ["damaged"],
  },
  "a DOCX behind a password": { name: "a.docx", make: () => ole, codes: ["password"] },
  "a PDF behind a password": {
    name: "a.pdf",
    make: () => pdfOf((pdf) => void pdf.text("Words of the harbour"), { userPassword: "x" }),
    codes: ["password"],
  },
  "a PDF of pictures": {
    name: "a.pdf",
    make: () => pdfOf((pdf) => void pdf.rect(0, 0, 99, 99).fill()),
    codes: ["no-text-layer"],
  },
  "a PDF that is none": { name: "a.pdf", make: () => utf8("%PDF-1.7\n%%EOF"), codes: ["damaged"] },
  "HTML of 100,000 nested elements": {
    name: "a.html",
    make: () => utf8(`<html><body>${"<div>".repeat(100_000)}words`),
    codes: ["too-nested"],
  },
  "HTML of elements that end in the wrong order": {
    name: "a.html",
    make: () => utf8(`<html><body>${"<b><p><i><table>".repeat(5_000)}words`),
    codes: ["too-nested", "no-report"],
  },
  "Markdown nested without end": {
    name: "a.md",
    make: () =>
      utf8(`# x\n${"> ".repeat(100_000)}x\n${"- ".repeat(100_000)}x\n${"*".repeat(100_000)}`),
    codes: ["no-report"],
  },
  "a text made for regular expressions": {
    name: "a.txt",
    make: () =>
      utf8(
        `${"a".repeat(150_000)} ${"(".repeat(99_000)}${"1.1.".repeat(40_000)} ${"[](".repeat(50_000)}`,
      ),
    codes: ["no-report"],
  },
  "a mail of parts in parts": {
    name: "a.eml",
    make: () =>
      utf8(
        `MIME-Version: 1.0\nFrom: a@example.org\nSubject: x\nContent-Type: multipart/mixed; boundary=b0\n\n${nested.join("")}`,
      ),
    codes: ["too-nested"],
  },
  "a text longer than anybody's": {
    name: "a.txt",
    make: () => new Uint8Array(15 * 1024 * 1024).fill(97),
    codes: ["too-long"],
  },
  "a table of Excel called a text": {
    name: "a.txt",
    make: () => zipOf({ "[Content_Types].xml": "x", "xl/workbook.xml": "x" }),
    codes: ["binary"],
  },
}

beforeAll(async () => {
  // The first reading starts a process, which takes its time on a busy machine.
  await readSafely(sample, "first.txt")
}, 120_000)
afterAll(closeReaders)

describe("files made to break a reader", () => {
  test.each(Object.keys(hostile))(
    "%s is refused with a sentence",
    async (title) => {
      const { name, make, codes } = hostile[title] ?? { name: "", make: () => sample, codes: [] }
      const reading = await readSafely(await make(), name)
      if (!("refused" in reading)) throw new Error(`It was read as a ${reading.kind}`)
      expect(codes).toContain(reading.refused.code)
      for (const language of ["en", "fr"] as const)
        expect(describeRefusal(reading.refused, language)).toMatch(/^\p{Lu}.+\.$/su)
    },
    60_000,
  )

  test("of 100 MB are refused by their size, unread", async () => {
    const file = path.join(tmpdir(), `rapporteur-large-${process.pid}.txt`)
    writeFileSync(file, "Minutes")
    truncateSync(file, 100 * 1024 * 1024)
    onTestFinished(() => rmSync(file))
    const reading = await readPath(file)
    expect(reading).toMatchObject({ refused: { code: "too-large", megabytes: 100 } })
  })

  test("harm no other file of their batch", async () => {
    const bomb = docxOf(paragraph("x").repeat(450_000))
    const readings = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 4 === 1 ? readSafely(bomb, `${i}.docx`) : readSafely(sample, `${i}.txt`),
      ),
    )
    expect(readings.map((reading) => ("refused" in reading ? "refused" : reading.kind))).toEqual(
      readings.map((_, i) => (i % 4 === 1 ? "refused" : "report")),
    )
    expect(readings.map(({ name }) => name)).toEqual(
      readings.map((_, i) => `${i}.${i % 4 === 1 ? "docx" : "txt"}`),
    )
  }, 120_000)
})

describe("what is read apart", () => {
  test("ends when its time is over, and the next file is read anew", async () => {
    const hasty = new ReaderPool({ milliseconds: 1, bytes: readingLimits.bytes })
    const asked = { bytes: sample, name: "call.txt", context: undefined }
    const refused = { code: "too-slow", seconds: 0.001 }
    expect(await hasty.read(asked)).toEqual({ name: "call.txt", refused })
    expect(await hasty.read(asked)).toEqual({ name: "call.txt", refused })
    hasty.close()
  }, 120_000)

  test("is what was read here, without the functions in it", async () => {
    const { readBytes } = await import("./read-file")
    const here = await readBytes(sample, "call.txt")
    expect(await readSafely(sample, "call.txt")).toEqual(here)
    expect(here).toMatchObject({ kind: "report", format: "text", encoding: null })
    expect(here).not.toHaveProperty("report.paragraphs")
  })

  test("goes on when the processes were ended under it", async () => {
    const reading = readSafely(sample, "call.txt")
    closeReaders()
    expect(await reading).toMatchObject({ refused: { code: "reader-failed" } })
    expect(await readSafely(sample, "call.txt")).toMatchObject({ kind: "report" })
  }, 60_000)

  test("keeps what Windows wrote, and says so", async () => {
    const text = new TextDecoder().decode(sample)
    const old = Uint8Array.from(
      Buffer.from(`${text}\nThe caf\u00e9 closed \u00e0 midi.\n`, "latin1"),
    )
    const reading = await readSafely(old, "call.txt")
    expect(reading).toMatchObject({ kind: "report", encoding: "windows-1252" })
    expect(reading).toHaveProperty("source", expect.stringContaining("café closed à midi"))
  })

  test("that is no report is offered as a document when it says something", async () => {
    const charter = "# Charter of the ports\n\nThe ports keep their gauges in order. ".repeat(6)
    expect(await readSafely(utf8(charter), "charter.md")).toMatchObject({
      kind: "document",
      format: "markdown",
      document: { title: "Charter of the ports" },
    })
    expect(await readSafely(utf8("Milk and bread."), "list.txt")).toMatchObject({
      refused: { code: "no-report" },
    })
    expect(await readSafely(utf8("12 % 34 $ 56 # ".repeat(80)), "figures.txt")).toMatchObject({
      refused: { code: "no-report" },
    })
  })

  test("that holds data for programs is no report, though it speaks of one", async () => {
    const told = { title: "Quay Group, meeting 12", participants: ["Ana Lind", "Ben Okoro"] }
    const json = JSON.stringify(
      { "meeting-12.txt": { ...told, agenda: ["Opening", "Quay"] } },
      null,
      1,
    )
    expect(await readSafely(utf8(json), "expected.json")).toMatchObject({
      refused: { code: "binary", kind: "JSON" },
    })
    // Braces alone make no data.
    const minutes = `{draft}\n${Buffer.from(sample)}`
    expect(await readSafely(utf8(minutes), "minutes.txt")).toMatchObject({ kind: "report" })
  })
})
