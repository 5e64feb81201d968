import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { coverages } from "@/lib/meetings/model"

const names = z.array(z.string()).default([])

type Item = { title: string; coverage: (typeof coverages)[number]; children: Item[] }
/** An item of the agenda with those below it. */
export const item: z.ZodType<Item, unknown> = z.strictObject({
  title: z.string(),
  coverage: z.enum(coverages),
  children: z.lazy(() => z.array(item)).default([]),
})

/** What a careful person reads in a report. Times as far as they are said: "2021-07-01T13:00" has no zone. */
const expectation = z.strictObject({
  shape: z.string(),
  printed: names,
  number: z.int().nullable(),
  start: z.string().nullable(),
  hosts: names,
  moderators: names,
  agenda: z.array(item),
  participants: names,
  regrets: names,
  speakers: names,
  decisions: names,
  actions: z.array(
    z.strictObject({ text: z.string(), owners: names, due: z.string().nullable().default(null) }),
  ),
  next: z.string().nullable(),
  links: names,
})

export type ExpectedItem = Item
/** The values of one report that are compared: what a person expects, or what was read. */
export type Values = Omit<z.infer<typeof expectation>, "shape">
export type Case = { name: string; file: string; bytes: Uint8Array; expected: Values }

const suffix = ".expected.json"

/** The cases of a folder by name, each report with what is expected of it; none where there is no folder. */
export function casesIn(folder: string): Case[] {
  const files = readdirOrNone(folder)
  return files
    .filter((file) => file.endsWith(suffix))
    .map((file) => {
      const name = file.slice(0, -suffix.length)
      const report = files.find((other) => other !== file && path.parse(other).name === name)
      if (report === undefined) throw new Error(`${file} has no report beside it in ${folder}`)
      return {
        name,
        file: report,
        bytes: readFileSync(path.join(folder, report)),
        expected: expectedIn(path.join(folder, file)),
      }
    })
}

function expectedIn(file: string): Values {
  const read = expectation.safeParse(JSON.parse(readFileSync(file, "utf8")))
  if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
  const { shape: _, ...values } = read.data
  return values
}

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}
