import { eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { formOf } from "@/app/[locale]/desk/[group]/import/[batch]/[file]/form-of"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { meetings } from "@/db/schema/meetings"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { docText, OPENING, sectionOf } from "@/lib/minutes/model"
import { correctImport } from "./correct"
import { correctImportInput } from "./input"
import { getFile } from "./queries"
import { listResults } from "./results"
import { saveImport } from "./save"
import { wordsKept } from "./words-kept"

const { owner } = await testDatabase()

const report = (head: string) =>
  `Working Group on Tides\n\n${head}\n\nAgenda\n\n1. Gauges\n\n1. Gauges\n\nThe gauges of the southern harbours were read.\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera\n`
const alone = report("Minutes of the 5th meeting\n\n12 May 2019")
const whole = report("Minutes of the 4th meeting\n\n14 April 2019 at 1 p.m. UTC")

async function brought(...texts: string[]) {
  const group = await makeGroup(owner, { name: "Working Group on Tides" })
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const files = texts.map((text, at) => new File([text], `report-${at + 1}.txt`))
  const batchId = await bringInNow(chair, group.id, files)
  const lines = () => listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const look = async (name: string) => {
    const id = (await lines()).find((line) => line.name === name)?.id ?? ""
    const file = await getFile(chair, group.slug, batchId, id)
    const { draft, reading } = file
    if (!draft || !reading) throw new Error("The file is no draft")
    return { file, draft, reading, shown: formOf(file, draft, reading, "en") }
  }
  return { chair, lines, look }
}
type Looked = Awaited<ReturnType<Awaited<ReturnType<typeof brought>>["look"]>>

const sent = ({ file, draft, shown }: Looked, said: object) =>
  correctImportInput.parse({
    fileId: file.id,
    revision: shown.revision,
    ...shown.values,
    agenda: draft.agenda,
    ...said,
  })

describe("a report that gives its day and no hour", () => {
  test("keeps the day: in its field, in the list, and its line in the text", async () => {
    const { lines, look } = await brought(alone)
    const { file, draft, reading, shown } = await look("report-1.txt")
    expect(draft).toMatchObject({ startsAt: null, day: "2019-05-12" })
    expect(shown.values).toMatchObject({ day: "2019-05-12", time: "" })
    expect(shown.shownStart).toBe("Sunday 12 May 2019")
    expect(shown.fields.find(({ field }) => field === "start")?.text).toBe("2019-05-12")
    expect((await lines())[0]).toMatchObject({ startsAt: null, day: "2019-05-12" })
    expect(docText(sectionOf(draft.text, OPENING))).toContain("12 May 2019")
    const { total, kept } = wordsKept(file.source, reading.inValues, draft.text)
    expect(kept).toBe(total)
  })

  test("is asked for the hour alone, with that of the others in view; one press puts it in", async () => {
    const { chair, look } = await brought(whole, alone)
    const looked = await look("report-2.txt")
    const place = looked.reading.findings.findIndex(({ rule }) => rule === "start-missing")
    const finding = looked.shown.findings.find((each) => each.place === place)
    expect(finding?.typed).toEqual({ what: "time", value: "13:00" })
    await correctImport(
      chair,
      sent(looked, { fix: `${place}:time`, said: { [`at${place}`]: "13:00" } }),
      "en",
    )
    const { draft } = await look("report-2.txt")
    expect(draft).toMatchObject({ startsAt: "2019-05-12T13:00:00.000Z", day: null })
    expect(draft.settled).toContain(place)
  })

  test("is offered the usual hour as the clocks of its own zone show it", async () => {
    const { chair, look } = await brought(whole, alone)
    await correctImport(chair, sent(await look("report-2.txt"), { zone: "Europe/Berlin" }), "en")
    const looked = await look("report-2.txt")
    const place = looked.reading.findings.findIndex(({ rule }) => rule === "start-missing")
    const finding = looked.shown.findings.find((each) => each.place === place)
    expect(finding?.typed).toEqual({ what: "time", value: "15:00" })
    await correctImport(
      chair,
      sent(looked, { fix: `${place}:time`, said: { [`at${place}`]: "15:00" } }),
      "en",
    )
    expect((await look("report-2.txt")).draft.startsAt).toBe("2019-05-12T13:00:00.000Z")
  })

  test("may be kept without the hour", async () => {
    const { chair, look } = await brought(alone)
    await correctImport(chair, sent(await look("report-1.txt"), { day: "2019-05-13" }), "en")
    expect((await look("report-1.txt")).draft).toMatchObject({ startsAt: null, day: "2019-05-13" })
  })

  test("is not saved without the hour, so that its day is not lost; with it, it is", async () => {
    const { chair, look } = await brought(alone)
    await correctImport(chair, sent(await look("report-1.txt"), { day: "2019-05-13" }), "en")
    const { file } = await look("report-1.txt")
    await expect(
      saveImport(chair, { fileId: file.id, revision: file.revision }),
    ).rejects.toMatchObject({
      code: "invalid",
      values: { day: "2019-05-13" },
      fields: { time: "imports.dayAlone" },
    })
    const stays = await look("report-1.txt")
    expect(stays.draft).toMatchObject({ startsAt: null, day: "2019-05-13" })
    await correctImport(chair, sent(stays, { time: "13:00" }), "en")
    const { revision } = (await look("report-1.txt")).file
    const { meetingId } = await saveImport(chair, { fileId: file.id, revision })
    const [meeting] = await owner.select().from(meetings).where(eq(meetings.id, meetingId))
    expect(meeting?.startsAt).toEqual(new Date("2019-05-13T13:00:00Z"))
  })

  test("lets its day order the numbers of the batch", async () => {
    const numbered = (day: string, title: number, text: number) =>
      report(
        `Online Meeting ${title}\n\n${day}\n\nThe ${text}th virtual meeting was held on ${day}.`,
      )
    const { lines } = await brought(
      numbered("1 July 2021", 24, 24),
      numbered("7 October 2021", 26, 24),
      numbered("3 March 2022", 33, 33),
    )
    const all = await lines()
    expect(all.map(({ number }) => number)).toEqual([24, 26, 33])
    expect(all[1]?.why?.reason).toMatchObject({
      kind: "fits",
      before: { number: 24, day: "2021-07-01" },
      after: { number: 33, day: "2022-03-03" },
    })
  })
})
