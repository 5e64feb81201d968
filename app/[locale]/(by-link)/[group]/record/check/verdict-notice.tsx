import { useLocale, useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import { dayText } from "@/lib/platform/dates"
import { localePath } from "@/lib/platform/locales"
import { readableHash } from "@/lib/record/model"
import type { Checked } from "./actions"

/** Whether the file is the published one, and what differs where it is not. */
export function VerdictNotice({ checked: { name, verdict } }: { checked: Checked }) {
  const t = useTranslations("ledger.check")
  const locale = useLocale()
  const place = (on: { slug: string; address: string } | null) =>
    on ? (
      <a href={localePath(locale, `/${on.slug}/${on.address}`)}>
        {on.slug}/{on.address}
      </a>
    ) : null
  switch (verdict.verdict) {
    case "published":
      return (
        <Notice kind="ok" title={t("published", { name })} announce>
          <p>
            {t.rich("publishedOn", {
              place: () => place(verdict.on),
              day: dayText(verdict.on.at, locale),
              position: verdict.on.position,
            })}
          </p>
          <p className="mono">{readableHash(verdict.on.hash)}</p>
          {verdict.without > 0 ? <p>{t("without", { count: verdict.without })}</p> : null}
        </Notice>
      )
    case "names":
      return (
        <Notice kind="bad" title={t("namesDiffer", { name })} announce>
          <p>
            {t.rich("namesWhich", {
              place: () => place(verdict.on),
              keys: verdict.keys.slice(0, 20).join(", "),
            })}
          </p>
        </Notice>
      )
    case "place":
      return (
        <Notice kind="bad" title={t("placeDiffers", { name })} announce>
          <p>
            {t.rich("placeWhich", {
              place: () => place(verdict.on),
              day: dayText(verdict.on.at, locale),
              position: verdict.on.position,
              places: verdict.places.join(", "),
            })}
          </p>
        </Notice>
      )
    case "changed":
      return (
        <Notice kind="bad" title={t("changed", { name })} announce>
          <p>
            {verdict.claims
              ? t.rich("changedClaims", { place: () => place(verdict.claims) })
              : t("changedUnknown")}
          </p>
          <p className="mono">{readableHash(verdict.sha256)}</p>
        </Notice>
      )
    case "ambiguous":
      return (
        <Notice kind="bad" title={t("ambiguous", { name })} announce>
          <p>{t("ambiguousWhat", { at: verdict.at })}</p>
        </Notice>
      )
    case "unreadable":
      return (
        <Notice kind="bad" title={t("unreadable", { name })} announce>
          <p>{t("unreadableWhat")}</p>
        </Notice>
      )
  }
}
