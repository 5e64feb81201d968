import { useLocale, useTranslations } from "next-intl"
import { leadsIn } from "@/app/[locale]/(public)/[group]/documents/[document]/leads-in"
import { OpenTextBody } from "@/app/[locale]/desk/[group]/consultations/open-text-body"
import { useTextName } from "@/app/[locale]/desk/[group]/consultations/use-text-name"
import { ButtonLink } from "@/app/ui/button"
import { DateTime } from "@/app/ui/date-time"
import type { PublicTexts } from "@/lib/consultations/public-queries"
import { isTaking } from "@/lib/consultations/status"
import type { PublicGroup } from "@/lib/groups/public-queries"
import { localePath } from "@/lib/platform/locales"

/** The texts of a consultation that anyone may answer, as they stood at its opening. */
export function TextsRecord({ group, found }: { group: PublicGroup; found: PublicTexts }) {
  const t = useTranslations("consultations.public")
  const locale = useLocale()
  const nameOf = useTextName()
  const { texts, status, opensAt, closesAt } = found
  const here = localePath(locale, `/${group.slug}/consultations/${found.slug}`)
  return (
    <article className="record open-texts">
      <header className="title">
        <p className="eyebrow">
          <a href={here}>{found.title}</a>
        </p>
        <h1>{t("texts")}</h1>
        <p className="of">{group.name}</p>
        <p className="on">
          {t("asOpened")} <DateTime at={opensAt} />
        </p>
        <p>{t("textsWhat")}</p>
        {isTaking(status) ? (
          <p className="take-part">
            <ButtonLink href={`${here}/take-part`} kind="primary">
              {t("comment")}
            </ButtonLink>
            <span className="small">
              {t("closes")} <DateTime at={closesAt} />
            </span>
          </p>
        ) : null}
      </header>
      {texts.map(({ text, ...named }, at) => (
        <section key={String(at)} className="text document-text" aria-labelledby={`text-${at + 1}`}>
          <h2 id={`text-${at + 1}`}>{nameOf(named)}</h2>
          {text ? (
            <OpenTextBody text={{ ...text, leads: leadsIn(text.leads, locale) }} />
          ) : (
            <p>{t("erased")}</p>
          )}
        </section>
      ))}
    </article>
  )
}
