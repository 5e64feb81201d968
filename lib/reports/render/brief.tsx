import { useLocale, useTranslations } from "next-intl"
import { dayInstant, dayText } from "@/lib/platform/dates"
import type { Outline } from "../outline"
import { plainWords } from "../plain-words"

/** What was decided and who does what, before the text. Left out when there is neither. */
export function Brief({ outline, language }: { outline: Outline; language: string }) {
  const t = useTranslations("report")
  const locale = useLocale()
  const { decisions, actions } = outline
  if (decisions.length + actions.length === 0) return null
  return (
    <section className="brief" aria-labelledby="brief">
      <h2 id="brief">{t("brief")}</h2>
      <ol>
        {decisions.map(({ block, anchor, ordinal }) => (
          <li key={anchor}>
            <i className="mk d" />
            <span>
              <a href={`#${anchor}`} lang={language}>
                {plainWords(block.content)}
              </a>
              <small>{t("block.decision", { ordinal: ordinal ?? "" })}</small>
            </span>
          </li>
        ))}
        {actions.map(({ block, anchor, ordinal }) => (
          <li key={anchor}>
            <i className="mk a" />
            <span>
              <a href={`#${anchor}`} lang={language}>
                {plainWords(block.content)}
              </a>
              <small>
                {[
                  t("block.action", { ordinal: ordinal ?? "" }),
                  ...block.attrs.owners,
                  ...(block.attrs.due
                    ? [t("dueBy", { day: dayText(dayInstant(block.attrs.due), locale) })]
                    : []),
                ].join(", ")}
              </small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
