import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { documentPath } from "@/lib/documents/addresses"
import type { GroupDocument } from "@/lib/documents/queries"
import { localePath } from "@/lib/platform/locales"

/** What a document is: kind, language, who looks after it, what asked for it, where it is public. */
export function DocumentFactsPanel({ document, base }: { document: GroupDocument; base: string }) {
  const t = useTranslations("documents")
  const locale = useLocale()
  const { group, slug, kind, language, facts, publicVersion, supersededBy } = document
  const desk = localePath(locale, `/desk/${group.slug}`)
  const shown: [string, ReactNode][] = [
    [t("form.kind"), t(`kind.${kind}`)],
    [
      t("form.language"),
      new Intl.DisplayNames(locale, { type: "language" }).of(language) ?? language,
    ],
    [t("form.responsibleId"), facts.responsible ? facts.responsible.name : t("nobody")],
  ]
  if (facts.origin) {
    const { meetingId, number, words } = facts.origin
    shown.push([
      t("form.origin"),
      <span key="origin">
        <a href={`${desk}/meetings/${meetingId}`}>
          {number === null ? t("form.unnumbered") : t("form.meeting", { number })}
        </a>
        {words ? (
          <q className="said">
            <bdi>{words}</bdi>
          </q>
        ) : null}
      </span>,
    ])
  }
  shown.push([
    t("public"),
    publicVersion === null ? (
      t("notPublic")
    ) : (
      <a key="public" href={localePath(locale, documentPath(group.slug, slug))}>
        {t("publicVersion", { version: publicVersion })}
      </a>
    ),
  ])
  if (supersededBy) {
    shown.push([
      t("form.supersededBy"),
      <a key="by" href={`${base.slice(0, -slug.length)}${supersededBy.slug}`} dir="auto">
        {supersededBy.title}
      </a>,
    ])
  }
  return (
    <dl className="document-facts">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
