import { useLocale, useTranslations } from "next-intl"
import { Fragment } from "react"
import type { Backlink } from "@/lib/links/backlink-queries"
import { localePath } from "@/lib/platform/locales"
import { textThatSpeaks } from "../../../documents/text-that-speaks"

/** The texts that speak of a decision, each once, as a line under it. `group` is the slug of the group. */
export function SpokenOf({ backlinks, group }: { backlinks: readonly Backlink[]; group: string }) {
  const t = useTranslations("documents.backlinks")
  const desk = localePath(useLocale(), `/desk/${group}`)
  const links = new Map(
    backlinks.map(({ from }) => {
      const { href, title } = textThatSpeaks(t, desk, from)
      return [href, title]
    }),
  )
  return (
    <div className="spoken-of">
      {t("spokenOf")}
      {[...links].map(([href, words], at) => (
        <Fragment key={href}>
          {at > 0 ? " · " : " "}
          <a href={href} dir="auto">
            {words}
          </a>
        </Fragment>
      ))}
    </div>
  )
}
