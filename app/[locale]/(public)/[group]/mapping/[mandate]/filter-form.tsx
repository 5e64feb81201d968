import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import type { EditionContent } from "@/lib/editions/model"
import { choicesOf } from "@/lib/editions/shown-rows"
import { countFilters, groupings, type View } from "@/lib/mapping/filters"
import { activityKinds, scopes } from "@/lib/mapping/model"

/** Which rows are shown, and under which heads: a plain form that asks for the page again. */
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
  const select = (name: string, label: string, value: string, choices: [string, string][]) => (
    <SelectField
      {...{ name, label }}
      defaultValue={value}
      required={false}
      choices={choices.map(([choice, said]) => ({ value: choice, label: said }))}
    />
  )
  const any: [string, string] = ["", t("any")]
  return (
    <search className="noprint">
      <form className="find" action={action}>
        <div className="find-line">
          <TextField
            type="search"
            name="q"
            label={t("q")}
            defaultValue={filters.q}
            maxLength={300}
            required={false}
          />
          <Button kind="primary">{t("go")}</Button>
        </div>
        <details open={countFilters({ ...filters, q: "" }) > 0 || by !== "area"}>
          <summary>{t("narrow")}</summary>
          <div className="find-filters">
            {select("area", words("field.area"), filters.area ?? "", [
              any,
              ...content.areas.map(({ slug, title }): [string, string] => [slug, title]),
            ])}
            {select("kind", t("kind"), filters.kind ?? "", [
              any,
              ...activityKinds
                .filter((kind) => kinds.has(kind))
                .map((kind): [string, string] => [kind, words(`kind.${kind}`)]),
            ])}
            {select("year", t("year"), String(filters.year ?? ""), [
              any,
              ...years.map((year): [string, string] => [String(year), String(year)]),
            ])}
            {select("body", t("body"), filters.body ?? "", [
              any,
              ...bodies.map((body): [string, string] => [body, body]),
            ])}
            {select("scope", words("field.scope"), filters.scope ?? "", [
              any,
              ...scopes.map((scope): [string, string] => [scope, words(`scope.${scope}`)]),
            ])}
            {select("stale", t("stale"), String(filters.stale ?? ""), [
              any,
              ["6", t("staleMonths", { months: 6 })],
              ["12", t("staleMonths", { months: 12 })],
            ])}
            {select(
              "by",
              t("by"),
              by,
              groupings.map((grouping): [string, string] => [grouping, t(`byOf.${grouping}`)]),
            )}
          </div>
        </details>
      </form>
    </search>
  )
}
