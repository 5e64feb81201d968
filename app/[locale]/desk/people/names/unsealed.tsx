import { useTranslations } from "next-intl"
import { Notice } from "@/app/ui/notice"
import type { UnsealedPlace } from "@/lib/record/queries"

/** Where the words stand that cannot be erased, and what is left to do about them. */
export function Unsealed({ places }: { places: readonly UnsealedPlace[] }) {
  const t = useTranslations("names")
  if (places.length === 0) return null
  return (
    <Notice kind="warn" title={t("unsealed", { count: places.length })}>
      <ul>
        {places.map(({ kind, subjectId, group, title, version }) => (
          <li key={subjectId}>{t(`in.${kind}`, { number: 0, group, version, title })}</li>
        ))}
      </ul>
      <p>{t("unsealedWhat")}</p>
    </Notice>
  )
}
