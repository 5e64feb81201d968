import { describeFinding } from "@/lib/check/describe"
import type { Finding } from "@/lib/check/model"
import { describeNumber, reasonOf } from "@/lib/imports/describe-number"
import type { Holder } from "@/lib/imports/group-findings"
import type { Result } from "@/lib/imports/results"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"

type Props = Pick<Result, "number" | "printed" | "why"> & {
  /** What is found of the number with the whole group in view. */
  found: readonly Finding[]
  holder: Holder | null
}

/** The number of a report, what else is printed, and why this one was taken. */
export async function NumberOf({ number, printed, why, found, holder }: Props) {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()])
  const reason = reasonOf(why, number)
  return (
    <>
      {number ?? t("none")}{" "}
      {printed.length > 0 ? (
        <span className="muted">{t("alsoPrinted", { printed: printed.join(", ") })}</span>
      ) : null}
      {reason ? <small>{describeNumber({ number, reason }, locale)}</small> : null}
      {found.map((finding) => (
        <small key={finding.rule}>
          {describeFinding(finding, locale)}{" "}
          {holder && finding.rule === "number-duplicate" ? (
            <a href={localePath(locale, holder.path)}>{t(`file.holder.${holder.kind}`)}</a>
          ) : null}
        </small>
      ))}
    </>
  )
}
