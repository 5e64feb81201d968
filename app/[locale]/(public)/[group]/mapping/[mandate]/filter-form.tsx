import { useTranslations } from "next-intl"
import type { EditionContent } from "@/lib/editions/model"
import { choicesOf } from "@/lib/editions/shown-rows"
import { countFilters, groupings, type View } from "@/lib/mapping/filters"
import { activityKinds, scopes } from "@/lib/mapping/model"
import { FindBy, FindForm } from "./find-form"

/** Which rows are shown, and under which heads. */
export function FilterForm({
  action,
  content,
  view: { filters, by },
}: {
  action: string
  content: EditionContent
  view: View
}) {
  const t = useTranslations("mapping.editions.filter")
  const words = useTranslations("mapping")
  const { kinds, years, bodies } = choicesOf(content.rows)
  return (
    <FindForm action={action} label={t("q")} words={filters.q}>
      <details open={countFilters({ ...filters, q: "" }) > 0 || by !== "area"}>
        <summary>{t("narrow")}</summary>
        <div className="find-filters">
          <FindBy
            name="area"
            label={words("field.area")}
            value={filters.area}
            choices={content.areas.map(({ slug, title }) => [slug, title])}
          />
          <FindBy
            name="kind"
            label={t("kind")}
            value={filters.kind}
            choices={activityKinds
              .filter((kind) => kinds.has(kind) || kind === filters.kind)
              .map((kind) => [kind, words(`kind.${kind}`)])}
          />
          <FindBy
            name="year"
            label={t("year")}
            value={filters.year}
            choices={years.map((year) => [String(year), String(year)])}
          />
          <FindBy
            name="body"
            label={t("body")}
            value={filters.body}
            choices={bodies.map((body) => [body, body])}
          />
          <FindBy
            name="scope"
            label={words("field.scope")}
            value={filters.scope}
            choices={scopes.map((scope) => [scope, words(`scope.${scope}`)])}
          />
          <FindBy
            name="stale"
            label={t("stale")}
            value={filters.stale}
            choices={[...new Set([6, 12, filters.stale ?? 6])].map((months) => [
              String(months),
              t("staleMonths", { months }),
            ])}
          />
          <FindBy
            name="by"
            label={t("by")}
            value={by}
            choices={groupings.map((grouping) => [grouping, t(`byOf.${grouping}`)])}
            isAny={false}
          />
        </div>
      </details>
    </FindForm>
  )
}
