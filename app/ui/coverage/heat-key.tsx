import { useTranslations } from "next-intl"

const steps = [0, 1, 2, 3, 4, 5]

/** What the colours of a heat map stand for. */
export function HeatKey({ withGap = false }: { withGap?: boolean }) {
  const t = useTranslations("mapping.pictures")
  return (
    <ul className="key" aria-label={t("key")}>
      {steps.map((step) => (
        <li key={step}>
          <i className={`h${step}`} />
          {step < 5 ? step : t("andMore", { count: step })}
        </li>
      ))}
      {withGap ? (
        <li>
          <i className="gap" />
          {t("gapKey")}
        </li>
      ) : null}
    </ul>
  )
}
