import { Notice } from "@/app/ui/notice"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { reportPath } from "@/lib/reports/addresses"
import type { Publishing } from "@/lib/reports/queries"

/** Whether the report is public, and what keeps it from becoming so. */
export async function PublishState({
  publishing: { number, versions, lacks, mayPublish },
  group,
  base,
  announce,
}: {
  publishing: Publishing
  group: string
  /** Address of the meeting on the desk. */
  base: string
  announce: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations("publish"), getLocale()])
  const [newest] = versions
  if (newest && number !== null && !mayPublish) {
    return (
      <Notice kind="ok" title={t("done", { version: newest.version })} announce={announce}>
        <p>
          <a href={localePath(locale, reportPath(group, number))}>{t("read")}</a>
        </p>
      </Notice>
    )
  }
  if (lacks.length === 0) return null
  const inText = (lack: string) => lack === "text" || lack === "strayText"
  return (
    <Notice kind="warn" title={t("notYet")}>
      <ul className="plain-list">
        {lacks.map((lack) => (
          <li key={lack}>
            {t(`lack.${lack}`)}{" "}
            <a href={inText(lack) ? `${base}/minutes` : `${base}/edit`}>{t("putRight")}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
