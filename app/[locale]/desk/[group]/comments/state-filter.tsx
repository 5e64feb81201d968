import { useTranslations } from "next-intl"
import type { ShownState as State } from "./threads-query"

/** Which threads are shown, as links; the choice that is taken is marked. */
export function StateFilter({
  states,
  shown,
  hrefOf,
}: {
  states: readonly State[]
  shown: State
  hrefOf: (state: State) => string
}) {
  const t = useTranslations("comments")
  return (
    <nav className="years" aria-label={t("filter.label")}>
      <ul>
        {states.map((state) => (
          <li key={state}>
            <a href={hrefOf(state)} aria-current={state === shown ? "page" : undefined}>
              {t(`filter.${state}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
