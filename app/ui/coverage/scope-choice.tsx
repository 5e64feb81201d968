import { useTranslations } from "next-intl"
import type { Scope } from "@/lib/mapping/model"
import { scopeOrder } from "./scope-order"

/** Of which rows the pictures count the activities: an address for each. */
export function ScopeChoice({ scope, page }: { scope: Scope; page: string }) {
  const t = useTranslations("mapping.pictures")
  return (
    <nav className="counted" aria-label={t("counted")}>
      <span>{t("counted")}:</span>
      <ul>
        {scopeOrder.map((one) => (
          <li key={one}>
            <a
              href={one === "in" ? page : `${page}?scope=${one}`}
              aria-current={one === scope ? "page" : undefined}
            >
              {t("countedScope", { scope: one })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
