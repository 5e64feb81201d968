import { dayText } from "@/lib/platform/dates"
import type { ReportPerson } from "@/lib/reports/model"
import type { Setting } from "./report-setting"
import type { Fact, Part, Run } from "./sheet"

/** The facts of a meeting, and what a version corrects or takes back. */
export function frontOf(setting: Setting): Part[] {
  const { t, report } = setting
  const parts: Part[] = [{ kind: "facts", label: t("files.facts"), rows: factsOf(setting) }]
  const { correction, withdrawal } = report
  if (correction) {
    const title = t("files.corrects", { version: correction.corrects })
    parts.push({ kind: "notice", title, runs: [{ text: signed(correction) }] })
  }
  if (withdrawal)
    parts.push({
      kind: "notice",
      title: t("files.withdrawn"),
      runs: [{ text: signed(withdrawal) }],
    })
  return parts
}

function signed({ reason, by }: { reason: string; by: ReportPerson }): string {
  return `${reason} (${personText(by)})`
}

/** "Ilse Brandvold, Secretariat": somebody with the capacity of the day. */
export function personText({ name, capacity }: ReportPerson): string {
  return capacity ? `${name}, ${capacity}` : name
}

function factsOf({ t, locale, report }: Setting): Fact[] {
  const { meeting, noteTaker, provenance, version, hosts, moderators } = report
  const printed = meeting.printed.filter((number) => number !== String(meeting.number))
  const alike = hosts.length > 0 && namesOf(hosts) === namesOf(moderators)
  const published = dayText(new Date(report.publishedAt), locale)
  const edition = `${t("report.version.published", { version })} ${published}`
  return [
    people(t("report.chairs", { count: report.chairs.length }), report.chairs),
    ...(alike
      ? [people(t("report.hostsAndModerators"), hosts)]
      : [people(t("report.hosts"), hosts), people(t("report.moderators"), moderators)]),
    people(t("report.notes"), noteTaker ? [noteTaker] : []),
    // A version that takes the report back counts nobody.
    words(
      t("report.present"),
      report.withdrawal ? "" : t("report.participants", { count: presentCount(report) }),
    ),
    words(t("report.place"), meeting.place === "online" ? t("report.online") : meeting.place),
    words(t("report.printed"), printed.join(", ")),
    words(t("report.nextMeeting"), report.nextMeeting),
    words(
      t("report.version.label"),
      provenance === "archive" ? `${edition}, ${t("report.fromArchive")}` : edition,
    ),
  ].filter(({ values }) => values.length > 0)
}

const words = (label: string, text: string): Fact => ({ label, values: text ? [[{ text }]] : [] })

const people = (label: string, listed: readonly ReportPerson[]): Fact => ({
  label,
  values: listed.map((person): Run[] => [{ text: personText(person) }]),
})

const namesOf = (listed: readonly ReportPerson[]) => listed.map(({ name }) => name).join("\n")

function presentCount({ attendance }: Setting["report"]): number {
  return attendance.list === "annexed" ? attendance.present.length : attendance.counts.present
}
