import { useTranslations } from "next-intl"
import type { Beside } from "@/lib/editions/compare"

/**
 * A text before and after, beside each other; what went and what came is marked. Where only its look
 * changed, it stands once.
 */
export function Sides({
  label,
  onlyLook = false,
  was,
  now,
}: { label: string; onlyLook?: boolean } & Beside) {
  const t = useTranslations("mapping.editions")
  return (
    <div className="sides">
      <p className="small sides-head">{label}</p>
      {onlyLook ? (
        <Side label={t("onlyLook")} parts={now} />
      ) : (
        <>
          <Side label={t("was")} parts={was} />
          <Side label={t("now")} parts={now} />
        </>
      )}
    </div>
  )
}

function Side({ label, parts }: { label: string; parts: Beside["was"] }) {
  const t = useTranslations("mapping.editions")
  const said = parts.map((part, place) => ({ ...part, key: `${String(place)} ${part.kind}` }))
  return (
    <div className="side">
      <p className="side-label small muted">{label}</p>
      {said.length === 0 ? (
        <p className="muted small">{t("nothing")}</p>
      ) : (
        <div className="compared" dir="auto">
          {said.map(({ key, kind, text }) => {
            if (kind === "same") return <span key={key}>{text}</span>
            return kind === "added" ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>
          })}
        </div>
      )}
    </div>
  )
}
