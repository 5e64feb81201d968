import { dayText } from "@/lib/platform/dates"
import type { ReportPerson } from "@/lib/reports/model"
import type { Setting } from "./report-setting"
import type { Part, Run } from "./sheet"

/** The participants where the report stands, how the version is cited, and by what it is known. */
export function backOf(setting: Setting): Part[] {
  const { t } = setting
  const head = (words: string, place: string): Part => {
    return { kind: "heading", level: 2, mark: "", words, place, own: true }
  }
  return [
    ...(setting.report.withdrawal
      ? []
      : [head(t("report.annex.title"), "annex"), ...annexOf(setting)]),
    head(t("report.cite.title"), "cite"),
    small(citation(setting)),
    head(t("report.version.title"), "record"),
    {
      kind: "facts",
      label: t("report.version.title"),
      rows: [
        { label: t("files.address"), values: [[{ text: setting.address, href: setting.address }]] },
        { label: "SHA-256", values: [[{ text: setting.sha256 }]] },
        ...(setting.entry
          ? [
              {
                label: t("files.entry", { position: setting.entry.position }),
                values: [[{ text: setting.entry.hash }]],
              },
            ]
          : []),
      ],
    },
  ]
}

const small = (runs: Run[]): Part => {
  return {
    kind: "flow",
    mark: "",
    place: "",
    flow: { kind: "paragraph", runs },
    small: true,
    own: true,
  }
}

function annexOf({ t, report: { attendance } }: Setting): Part[] {
  if (attendance.list === "on-request")
    return [
      small([{ text: t("report.annex.counts", attendance.counts) }]),
      small([{ text: t("report.annex.onRequest") }]),
    ]
  const { present, regrets, written } = attendance
  const parts: Part[] = [small([{ text: t("report.annex.present", { count: present.length }) }])]
  if (present.length > 0) parts.push(table(t("report.annex.title"), present, t))
  if (regrets.length > 0) parts.push(table(t("files.regrets"), regrets, t))
  if (written.length > 0) parts.push(table(t("files.written"), written, t))
  return parts
}

function table(label: string, listed: readonly ReportPerson[], t: Setting["t"]): Part {
  return {
    kind: "table",
    label,
    head: [label === t("report.annex.title") ? t("files.name") : label, t("files.capacity")],
    rows: listed.map(({ name, capacity }) => [
      [{ text: name }],
      capacity ? [{ text: capacity }] : [],
    ]),
  }
}

function citation({ t, locale, report, address }: Setting): Run[] {
  const { group, meeting, version } = report
  const runs: Run[] = []
  const line = t.markup("report.cite.form", {
    group: group.name,
    number: meeting.number,
    day: dayText(new Date(meeting.startsAt), locale),
    version,
    published: dayText(new Date(report.publishedAt), locale),
    work: (chunks) => `\u0001${chunks}\u0001`,
  })
  for (const [index, text] of line.split("\u0001").entries())
    if (text) runs.push(index % 2 === 1 ? { text, italic: true } : { text })
  return [...runs, { text: " " }, { text: address, href: address }]
}
