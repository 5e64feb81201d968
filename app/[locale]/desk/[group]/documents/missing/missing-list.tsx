import { useLocale, useTranslations } from "next-intl"
import { ButtonLink } from "@/app/ui/button"
import type { Choice } from "@/app/ui/select-field"
import type { MissingDocument } from "@/lib/links/missing-queries"
import { dayText } from "@/lib/platform/dates"
import { FillForm } from "./fill-form"

/** The documents that texts miss, where each is spoken of, and what it was filled with or the form for it. */
export function MissingList({
  missing,
  desk,
  documents,
}: {
  missing: readonly MissingDocument[]
  desk: string
  documents: readonly Choice[]
}) {
  const t = useTranslations("documents.missing")
  const locale = useLocale()
  return (
    <ul className="missing-list">
      {missing.map(({ id, label, in: text, filled, waits }) => (
        <li key={id} className="panel">
          <h2>
            <bdi>{label}</bdi>
          </h2>
          <p>
            {text.kind === "document"
              ? t.rich("inDocument", {
                  title: text.title,
                  link: (words) => <a href={`${desk}/documents/${text.slug}`}>{words}</a>,
                })
              : t.rich("inMinutes", {
                  meeting:
                    text.number === null ? text.title || t("unnumbered") : String(text.number),
                  link: (words) => (
                    <a href={`${desk}/meetings/${text.meetingId}/minutes`}>{words}</a>
                  ),
                })}
          </p>
          {filled ? (
            <p>
              {t(waits ? "willLead" : "filled")}{" "}
              <a href={filled.slug ? `${desk}/documents/${filled.slug}` : (filled.href ?? "")}>
                <bdi>{filled.title}</bdi>
              </a>{" "}
              <small className="muted">
                {t("filledBy", { who: filled.by ?? "", day: dayText(filled.at, locale) })}
              </small>
            </p>
          ) : null}
          {waits ? <p className="small">{t("waits")}</p> : null}
          <details open={filled === null}>
            <summary>{t(filled ? "fillOtherwise" : "fill")}</summary>
            <FillForm missingId={id} label={label} documents={documents} />
          </details>
          {filled ? null : (
            <ButtonLink href={`${desk}/documents/new?title=${encodeURIComponent(label)}`} small>
              {t("begin")}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}
