import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { z } from "zod"
import { coverages } from "@/lib/meetings/model"
import { type Case, type ExpectedItem, item, type Values } from "./case"
import { scoreOne } from "./read-case"
import type { Field, Scores } from "./score"

const names = z.array(z.string())
const task = z.strictObject({ text: z.string(), owners: names, due: z.string().nullable() })
const moment = z.string().nullable()
/** `whole` says that the text is a short report of its own, and a file of which kind. */
const words = { text: z.string(), whole: z.enum(["txt", "md", "html"]).optional() }
const phrase = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), ...words, expect: moment }),
  z.strictObject({ kind: z.literal("next"), ...words, expect: moment }),
  z.strictObject({ kind: z.literal("regrets"), ...words, expect: names }),
  z.strictObject({ kind: z.literal("moderators"), ...words, expect: names }),
  z.strictObject({ kind: z.literal("hosts"), ...words, expect: names }),
  z.strictObject({ kind: z.literal("participants"), ...words, expect: names }),
  z.strictObject({ kind: z.literal("tasks"), ...words, expect: z.array(task) }),
  z.strictObject({ kind: z.literal("decisions"), ...words, expect: names }),
  z.strictObject({ kind: z.literal("speakers"), ...words, expect: names }),
  z.strictObject({
    kind: z.literal("printed"),
    ...words,
    printed: names,
    number: z.int().nullable(),
  }),
  z.strictObject({ kind: z.literal("agenda"), ...words, expect: z.array(item) }),
  z.strictObject({
    kind: z.literal("coverage"),
    ...words,
    item: z.string(),
    expect: z.enum(coverages),
  }),
])

/** One way in which minutes say one thing, and what a careful person reads in it. */
export type Phrase = z.infer<typeof phrase>
export type PhraseKind = Phrase["kind"]
export type ScoredPhrase = { given: Phrase; scores: Scores }

/** What is looked at of a report with a phrase of this kind in it. */
const asked: Record<PhraseKind, readonly Field[]> = {
  start: ["start"],
  next: ["next"],
  regrets: ["regrets"],
  moderators: ["moderators"],
  hosts: ["hosts"],
  participants: ["participants"],
  tasks: ["actions", "owners", "due"],
  decisions: ["decisions"],
  coverage: ["coverage"],
  speakers: ["speakers"],
  printed: ["printed", "number"],
  agenda: ["labels", "titles", "coverage"],
}

const PRESENT =
  "Present: Mara Lindqvist (Harbour Office), Ben Okoro (Pilots' Guild), Chidi Eze (Fishers' League), Ana Sørensen (Town of Ormsund), Yusuf Demir (Ferry Lines), Keiko Tanabe (Coast Guard), Luis Ferreira (Boatyard Union), Priya Raman (Customs)"
const NOTHING_SAID = "The papers are with the minutes."
const MET = "Thursday 20 April 2023, 14:00 UTC"
const SAID: readonly (readonly [string, string])[] = [
  ["Repair of the north pier", "Mara Lindqvist reported that two piles are rotten."],
  ["Dredging plan", "Keiko Tanabe presented the soundings of March."],
  ["Winter moorings", "Luis Ferreira asked how many berths are free."],
  ["Ferry timetable", "Yusuf Demir explained the new timetable."],
  ["Any other business", "Priya Raman thanked the pilots for their help in March."],
]

/** These stand under the second item. */
const isOnItem: ReadonlySet<PhraseKind> = new Set(["tasks", "decisions", "speakers"])

/** The phrases of a file, one JSON object a line. */
export function phrasesIn(file: string): Phrase[] {
  const lines = readFileSync(file, "utf8").split("\n")
  return lines.filter((line) => line !== "").map((line) => phrase.parse(JSON.parse(line)))
}

/** The phrases of all files of a folder, each with what was read of it. */
export async function scorePhrases(folder: string): Promise<ScoredPhrase[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"))
  const scored: ScoredPhrase[] = []
  for (const file of files.sort())
    for (const given of phrasesIn(path.join(folder, file)))
      scored.push({ given, scores: await scorePhrase(given) })
  return scored
}

/** The report that a phrase stands in: short, and plain in everything that it is not asked for. */
export function reportAround(given: Phrase): string {
  if (given.whole) return given.text
  const say = (kind: PhraseKind, otherwise: string) =>
    given.kind === kind ? given.text : otherwise
  const mark = /\*\*|^#|^\|/m.test(given.text) ? "## " : ""
  const items = SAID.map(([title, said], index) => {
    if (given.kind === "coverage" && (title === given.item || (index === 2 && isOther(given.item))))
      return [given.item, given.text] as const
    if (index === 1 && isOnItem.has(given.kind)) return [title, given.text] as const
    return [title, given.kind === "speakers" ? NOTHING_SAID : said] as const
  })
  return [
    say("printed", "Harbour Users' Forum\n\nMinutes of the meeting"),
    say("start", MET),
    say("moderators", ""),
    say("hosts", ""),
    say("participants", PRESENT),
    say("regrets", ""),
    say(
      "agenda",
      [
        ["Agenda", ...items.map(([title], index) => `${index + 1}. ${title}`)].join("\n"),
        ...items.map(([title, said], index) => `${mark}${index + 1}. ${title}\n\n${said}`),
      ].join("\n\n"),
    ),
    say("next", ""),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

const isOther = (item: string) => !SAID.some(([title]) => title === item)

/** What was read of a phrase: the fields that it is about. */
export async function scorePhrase(given: Phrase): Promise<Scores> {
  const bytes = new TextEncoder().encode(reportAround(given))
  const file = `minutes.${given.whole ?? "md"}`
  const scored = await scoreOne({ name: given.text, file, bytes, expected: expectedOf(given) })
  if ("unreadable" in scored) throw new Error(`${file} is not read`)
  const none = { hits: 0, expected: 0, read: 0, missed: [], extra: [] }
  const kept = Object.entries(scored.scores).map(([field, score]) => [
    field,
    asked[given.kind].some((each) => each === field) ? score : none,
  ])
  return Object.fromEntries(kept)
}

/** Whether nothing was missed, and nothing read too much. */
export const isRight = (scores: Scores) =>
  Object.values(scores).every(({ missed, extra }) => missed.length + extra.length === 0)

function expectedOf(given: Phrase): Case["expected"] {
  const nothing: Values = {
    ...{ printed: [], number: null, start: null, hosts: [], moderators: [], agenda: [] },
    ...{ participants: [], regrets: [], speakers: [], decisions: [], actions: [] },
    ...{ next: null, links: [] },
  }
  if (given.kind === "tasks") return { ...nothing, actions: given.expect }
  if (given.kind === "printed") return { ...nothing, printed: given.printed, number: given.number }
  if (given.kind !== "coverage") return { ...nothing, [given.kind]: given.expect }
  const agenda: ExpectedItem[] = SAID.map(([title], index) => {
    const mine = title === given.item || (index === 2 && isOther(given.item))
    return mine
      ? { title: given.item, coverage: given.expect, children: [] }
      : { title, coverage: "discussed" as const, children: [] }
  })
  return { ...nothing, agenda }
}
