import type { Finding, Place } from "@/lib/check/model"
import { printedForms } from "./read/head/numbers"
import type { PortableReport, ReadBlock, ReadItem } from "./read/model"

/** A report as the command prints it: plain values, times in ISO UTC. */
export type ReportJson = {
  file: string
  title: string | null
  number: { printed: string[]; canonical: number | null }
  startsAt: string | null
  hosts: string[]
  moderators: string[]
  agenda: ItemJson[]
  sections: SectionJson[]
  decisions: { text: string; item: string | null }[]
  actions: { text: string; owners: string[]; due: string | null; item: string | null }[]
  participants: { name: string; role: string | null; affiliation: string | null }[]
  nextMeeting: { startsAt: string | null; text: string | null }
  links: { text: string; href: string }[]
  findings: { rule: string; severity: string; place: Place; message: string }[]
}
type ItemJson = { label: string; title: string; coverage: string; children: ItemJson[] }
/** A stretch of the source: all of them, in order, are the whole source. */
type SectionJson = { item: string | null; part: string; heading: string | null; text: string }

/** Writes a reading out; `say` makes the sentence of a finding. */
export function reportAsJson(
  report: PortableReport,
  source: string,
  findings: readonly Finding[],
  say: (finding: Finding) => string,
): ReportJson {
  return {
    file: report.file,
    title: report.title?.value ?? null,
    number: {
      printed: printedForms(report.numbers.printed),
      canonical: report.numbers.canonical?.value ?? null,
    },
    startsAt: report.start?.value.instant ?? null,
    hosts: report.hosts.map(({ value }) => value),
    moderators: report.moderators.map(({ value }) => value),
    agenda: report.agenda.map(itemJson),
    sections: sectionsOf(report.blocks, source),
    decisions: report.decisions.map(({ text, item }) => ({ text, item })),
    actions: report.actions.map(({ text, owners, due, item }) => ({ text, owners, due, item })),
    participants: report.participants.map(({ name, role, affiliation }) => ({
      name,
      role,
      affiliation,
    })),
    nextMeeting: {
      startsAt: report.nextMeeting?.startsAt ?? null,
      text: report.nextMeeting?.text ?? null,
    },
    links: report.links.map(({ text, href }) => ({ text, href })),
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      place: finding.place,
      message: say(finding),
    })),
  }
}

function itemJson(item: ReadItem): ItemJson {
  const { label, title, coverage, children } = item
  return { label, title, coverage, children: children.map(itemJson) }
}

function sectionsOf(blocks: readonly ReadBlock[], source: string): SectionJson[] {
  const runs: ReadBlock[][] = []
  for (const block of blocks) {
    const before = runs.at(-1)?.at(-1)
    if (before && before.part === block.part && before.item === block.item) runs.at(-1)?.push(block)
    else runs.push([block])
  }
  return runs.map((run) => {
    const [first] = run
    const from = first?.at[0]?.from ?? 0
    const to = Math.max(from, ...run.map((block) => block.at.at(-1)?.to ?? from))
    return {
      item: first?.item ?? null,
      part: first?.part ?? "closing",
      heading: first?.kind === "heading" ? first.text : null,
      text: source.slice(from, to),
    }
  })
}
