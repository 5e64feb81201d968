import { useTranslations } from "next-intl"
import type { Writer } from "./people"

/** How added and removed words look, and whose colour is whose. */
export function Legend({ writers, nobody }: { writers: readonly Writer[]; nobody: boolean }) {
  const t = useTranslations("minutes.compare")
  return (
    <div className="compare-legend small">
      <p>
        {t.rich("legend", {
          ins: (words) => <ins>{words}</ins>,
          del: (words) => <del>{words}</del>,
        })}
      </p>
      <ul aria-label={t("writers")}>
        {writers.map(({ id, name, initials, look }) => (
          <li key={id} className={look}>
            <span className="initials" aria-hidden="true">
              {initials}
            </span>
            <bdi className="line">{name}</bdi>
          </li>
        ))}
        {nobody ? <li className="by-nobody">{t("nobody")}</li> : null}
      </ul>
    </div>
  )
}
