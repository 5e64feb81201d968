import type { DocumentBlock, DocumentInline, DocumentText } from "@/lib/documents/model"
import { DOCUMENT_SCHEMA } from "@/lib/documents/model"
import { yearsText } from "@/lib/mapping/cells/cell-text"
import { citationText } from "@/lib/mapping/cells/citation"
import type { Activity } from "@/lib/mapping/model"
import { rowPlace } from "@/lib/mapping/row-place"
import { isLinkTarget } from "@/lib/minutes/model"
import { dayInstant, dayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import { editionPath } from "./addresses"
import type { EditionContent, EditionRow } from "./model"

type Setting = {
  editionId: string
  /** Address of the portal without a slash at the end. */
  origin: string
  locale: Locale
}

/**
 * An edition as a text that can be read from the beginning to the end and commented on: under the heading
 * of each area that is chosen a section for each of its rows, which ends with the way back to the row.
 */
export function documentOfEdition(
  content: EditionContent,
  areas: readonly string[],
  setting: Setting,
): DocumentText {
  const t = translatorFor(setting.locale)
  const { group, mandate, number, goal, rule } = content
  const address = `${setting.origin}${editionPath(group.slug, mandate.slug, number)}`
  const day = dayText(new Date(content.frozenAt), setting.locale)
  const chosen = content.areas.filter(({ slug }) => areas.includes(slug))
  return {
    schema: DOCUMENT_SCHEMA,
    content: [
      paragraph(
        ...said(t("mapping.editions.ask.intro")),
        ...said(" "),
        link(t("mapping.editions.ask.whole", { mandate: mandate.title, number, day }), address),
      ),
      ...labelled(t("mapping.editions.about.goal"), said(goal)),
      ...labelled(t("mapping.editions.about.rule"), said(rule)),
      ...chosen.flatMap(({ slug, title }) => {
        const rows = content.rows.filter(({ area }) => area === slug)
        return rows.length === 0
          ? []
          : [
              heading(1, title, crypto.randomUUID()),
              ...rows.flatMap((row) => sectionOfRow(row, { ...setting, address, edition: number })),
            ]
      }),
    ],
  }
}

/** A row as a section: all that an edition says of it, and the way back. */
function sectionOfRow(
  row: EditionRow,
  { editionId, locale, address, edition }: Setting & { address: string; edition: number },
): DocumentBlock[] {
  const t = translatorFor(locale)
  const { number, suggests, activities, synergies, scope, reason, status, confirmed } = row
  const begun = beginning(suggests)
  const title = begun
    ? t("mapping.editions.ask.row", { number, words: begun })
    : t("mapping.editions.rowNumber", { number })
  const citation = citationText(row.citation, t("mapping.paragraph"))
  const cited = citation ? said(`${suggests ? " " : ""}(${citation})`) : []
  const decided = [t(`mapping.scope.${scope}`), reason].filter(Boolean).join(". ")
  const state = [
    t("mapping.editions.statusIs", { status: t(`mapping.status.${status}`) }),
    confirmed
      ? t("mapping.editions.ask.confirmed", { day: dayText(dayInstant(confirmed), locale) })
      : "",
  ]
  return [
    heading(2, title, rowPlace(editionId, number)),
    ...labelled(t("mapping.field.suggests"), [...said(suggests), ...cited]),
    ...(activities.length > 0
      ? [
          paragraph(bold(t("mapping.field.activities"))),
          {
            type: "bulletList" as const,
            content: activities.map((activity) => ({
              type: "listItem" as const,
              content: [
                paragraph(...activityLine(activity, t(`mapping.kind.${activity.kind}`))),
              ] as [ReturnType<typeof paragraph>],
            })),
          },
        ]
      : []),
    ...(synergies.length > 0 ? [paragraph(bold(t("mapping.field.synergies"))), ...synergies] : []),
    ...labelled(t("mapping.field.scope"), said(decided)),
    paragraph(
      ...said(`${state.filter(Boolean).join(". ")}. `),
      link(t("mapping.editions.ask.back", { number, edition }), `${address}?row=${number}`),
    ),
  ]
}

const heading = (level: number, text: string, id: string): DocumentBlock => ({
  ...{ type: "heading", attrs: { level, id } },
  content: [{ type: "text", text }],
})

const paragraph = (...content: DocumentInline[]) => ({ type: "paragraph" as const, content })

const bold = (text: string): DocumentInline => ({ type: "text", text, marks: [{ type: "bold" }] })

const link = (text: string, href: string): DocumentInline => ({
  ...{ type: "text", text },
  marks: [{ type: "link", attrs: { href } }],
})

/** Words of a cell with its line breaks; nothing where there are none. */
function said(words: string): DocumentInline[] {
  return words
    .split(/\r?\n/)
    .flatMap((line, at): DocumentInline[] => [
      ...(at > 0 ? [{ type: "hardBreak" as const }] : []),
      ...(line === "" ? [] : [{ type: "text" as const, text: line }]),
    ])
}

/** A paragraph that says what it is about; none where nothing is said. */
function labelled(label: string, words: DocumentInline[]): DocumentBlock[] {
  return words.length === 0 ? [] : [paragraph(bold(label), ...said(": "), ...words)]
}

function activityLine({ title, years, link: to, body }: Activity, kind: string): DocumentInline[] {
  const facts = [kind, yearsText(years), body].filter(Boolean).join(", ")
  const words = title || to || kind
  return [
    isLinkTarget(to) ? link(words, to) : { type: "text", text: words },
    ...said(` (${facts})`),
  ]
}

const longestHeading = 90

function beginning(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim()
  if (plain.length <= longestHeading) return plain
  const cut = plain.slice(0, longestHeading + 1)
  const end = cut.lastIndexOf(" ")
  return `${cut.slice(0, end > 0 ? end : longestHeading).toWellFormed()}…`
}
