import { randomUUID } from "node:crypto"
import type { Transaction } from "@/db/client"
import { type SampleRow, sampleMapping } from "@/db/sample/mapping"
import { rowsOfConnection } from "@/db/sample/mapping-rows-connection"
import { rowsOfRights } from "@/db/sample/mapping-rows-rights"
import { rowsOfTrust } from "@/db/sample/mapping-rows-trust"
import { mandates, mappingRows } from "@/db/schema/mapping"
import { writeCells } from "@/lib/mapping/cells/write-cells"
import { holdMapping } from "@/lib/mapping/hold"
import { roadmap } from "@/lib/mapping/known-mandates"
import { logChanges } from "@/lib/mapping/log-changes"
import type { Activity, Way } from "@/lib/mapping/model"
import { writeMapping } from "@/lib/mapping/write-mapping"
import { readLines } from "@/lib/minutes/plain-read"
import type { AccountActor } from "@/lib/platform/actor"
import { daysFromNow } from "@/lib/platform/clock"
import type { Cast } from "./fill-meeting"

/** Writes the sample's mapping of the Roadmap: its areas, its rows and the beginnings of their history. Resolves to its id. */
export async function fillMapping(
  tx: Transaction,
  groupId: string,
  { cast, chair }: { cast: Cast; chair: (key: string) => AccountActor },
): Promise<string> {
  const person = (key: string) => {
    const found = cast.get(key)
    if (!found) throw new Error(`The sample knows no ${key}`)
    return found.id
  }
  const { areas, ...document } = roadmap
  const [mandate] = await tx.insert(mandates).values(document).returning()
  if (!mandate) throw new Error("The sample's mandate was not written")
  const { mappingId, areaIds } = await writeMapping(tx, {
    ...{ ...sampleMapping, areas, groupId, mandateId: mandate.id, createdBy: person("ines") },
  })
  const people = [...cast.values()]
  const samples = [...rowsOfConnection, ...rowsOfRights, ...rowsOfTrust]
  const rows = samples.map((sample, at) => ({
    ...{ id: randomUUID(), mappingId, number: at + 1, position: at + 1 },
    areaId: areaIds.get(sample.area) ?? "",
    suggests: sample.drafts?.[0]?.suggests ?? sample.suggests,
    citationMandate: sample.mandate ?? roadmap.symbol,
    citationParagraph: sample.paragraph,
    activities: sample.activities.map(activityOf),
    synergies: sample.synergies ? readLines(sample.synergies.split("\n"), people) : [],
    status: sample.status ?? ("open" as const),
    responsibleId: sample.responsible ? person(sample.responsible) : null,
    createdBy: person(sample.drafts?.[0]?.by ?? "ines"),
    ...decided(sample, person),
  }))
  await tx.insert(mappingRows).values(rows)
  const held = await holdMapping(tx, mappingId)
  for (const [at, row] of rows.entries()) {
    const { drafts = [], suggests } = samples[at] as SampleRow
    const by = (key = "ines") => ({ actor: chair(key), way: "form" as Way })
    const { id: rowId, number, areaId, position } = row
    const change = { rowId, field: "added" as const, after: { number, areaId, position } }
    await logChanges(tx, held, { ...by(drafts[0]?.by), changes: [change] })
    const texts = [...drafts.slice(1), { by: "ines", suggests }]
    for (const [base, text] of drafts.length > 0 ? texts.entries() : [])
      await writeCells(tx, held, {
        ...by(text.by),
        cells: [{ rowId, field: "suggests", base, value: text.suggests }],
      })
  }
  return mappingId
}

function activityOf(sample: SampleRow["activities"][number]): Activity {
  return { id: randomUUID(), years: [], link: "", body: "", ...sample }
}

function decided({ scope, confirmed, retired }: SampleRow, person: (key: string) => string) {
  return {
    ...(scope && {
      ...{ scope: scope.scope, scopeReason: scope.reason },
      ...{ scopeBy: person(scope.by), scopeAt: daysFromNow(scope.day) },
    }),
    ...(confirmed && {
      confirmedOn: daysFromNow(confirmed.day).toISOString().slice(0, 10),
      confirmedBy: person(confirmed.by),
    }),
    ...(retired && {
      ...{ retiredAt: daysFromNow(retired.day), retiredBy: person(retired.by) },
      retiredReason: retired.reason,
    }),
  }
}
