import { readFileSync } from "node:fs"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { missingDocuments } from "@/db/schema/backlinks"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { localFields } from "@/lib/meetings/zones"
import { getMinutesCheck } from "@/lib/minutes/check/queries"
import { correctImport } from "./correct"
import { correctImportInput } from "./input"
import { getFile } from "./queries"
import { listResults } from "./results"
import { saveImport } from "./save"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
const chair = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "co-chair" } })
const sample = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url), "utf8")

/** The minutes of the sample, saved after `answered` was done to its draft. */
async function save(text: string, fix?: (rules: string[]) => string) {
  const batchId = await bringInNow(chair, group.id, [new File([text], "minutes.txt")])
  const [line] = await listResults(chair, group.slug, batchId, { show: null, page: 1 })
  const { id, draft, reading, ...file } = await getFile(chair, group.slug, batchId, line?.id ?? "")
  if (!draft || !reading) throw new Error("The file was not read")
  let { revision } = file
  if (fix) {
    const form = correctImportInput.parse({
      fileId: id,
      revision,
      ...draft,
      number: String(draft.number ?? ""),
      ...localFields(new Date(draft.startsAt ?? ""), draft.zone),
      hosts: draft.hosts.join("\n"),
      moderators: draft.moderators.join("\n"),
      present: draft.present.map(({ name, capacity }) => `${name}; ${capacity}`).join("\n"),
      regrets: "",
      fix: fix(reading.findings.map(({ rule }) => rule)),
    })
    revision = (await correctImport(chair, form, "en")).revision
  }
  const { meetingId } = await saveImport(chair, { fileId: id, revision })
  const { findings } = await getMinutesCheck(chair, group.id, meetingId, "en")
  const missing = await app
    .select({ label: missingDocuments.label })
    .from(missingDocuments)
    .where(eq(missingDocuments.meetingId, meetingId))
  return {
    links: findings.filter(({ rule }) => rule === "placeholder-link"),
    missing: missing.map(({ label }) => label).sort(),
  }
}

test("a link without an address is asked about in the saved minutes, at its words", async () => {
  const { links, missing } = await save(
    sample
      .replace("It lists the six basins", "It lists a table of the six [basins](#)")
      .replace(
        "He listed three contracts.",
        "- He listed **three** [*contracts*](#) in a table.\n- [Tables](#) of fees",
      )
      .replace(
        "asked about the sample.",
        "asked for the basins [here](#), and here for the table.",
      ),
  )
  expect(links.map(({ where, left }) => [where?.title, where?.words, left])).toEqual([
    ["1 Review of the berth table and the harbour charter", "[table](#)", null],
    ["1 Review of the berth table and the harbour charter", "[basins](#)", null],
    ["2 Update on behalf of the Office of the Harbour Master", "[contracts](#)", null],
    ["2 Update on behalf of the Office of the Harbour Master", "[Tables](#)", null],
    ["3 Spring survey 2022 first results", "[here](#)", null],
  ])
  expect(missing).toEqual(["Tables", "basins", "contracts", "here", "table"])
})

test("one that somebody left in the import is words, and asked about no more", async () => {
  const other = sample.replace("XIX", "33").replace("21st virtual", "33rd virtual")
  const { links, missing } = await save(
    other,
    (rules) => `${rules.indexOf("placeholder-link")}:leave`,
  )
  expect(links).toEqual([])
  expect(missing).toEqual([])
})
