import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import type { OpenFinding } from "./form-of"

const looks = {
  error: { look: "bad", icon: "bad" },
  warning: { look: "warn", icon: "warn" },
  note: { look: "note", icon: "note" },
} as const

/** What the rules found, each with the press that settles it. */
export function Findings({ findings }: { findings: readonly OpenFinding[] }) {
  const t = useTranslations("imports.file")
  if (findings.length === 0) return null
  return (
    <section className="panel" aria-labelledby="findings">
      <h2 id="findings">
        {t("findings")} <span>{t("toSettle", { count: findings.length })}</span>
      </h2>
      {findings.map(({ place, severity, sentence, line, fix }) => (
        <div key={place} className={`finding ${looks[severity].look}`}>
          <Icon name={looks[severity].icon} label={t(`severity.${severity}`)} />
          <div>
            <p>
              {sentence} {line ? <a href={`#line-${line}`}>{t("line", { line })}</a> : null}
            </p>
          </div>
          <div className="btns">
            {fix ? (
              <Button small name="fix" value={String(place)}>
                {t(`fix.${fix.name}`, { value: fix.value })}
              </Button>
            ) : null}
            <Button small kind="quiet" name="fix" value={`${place}:leave`}>
              {t("leave")}
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}
