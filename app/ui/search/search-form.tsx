import { useTranslations } from "next-intl"
import type { SearchInput } from "@/lib/search/input"
import { limits, type SearchKind } from "@/lib/search/model"
import { Button } from "../button"
import { SelectField } from "../select-field"
import { TextField } from "../text-field"

/**
 * What is looked for and where: a plain form that asks for the page again, so that every search has an
 * address. `kinds`, `groups` and `areas` are what can be chosen; a choice of nothing is not offered.
 */
export function SearchForm({
  action,
  input,
  kinds,
  groups,
  areas,
}: {
  action: string
  input: SearchInput
  kinds: readonly SearchKind[]
  groups: readonly { slug: string; shortName: string }[]
  areas: readonly string[]
}) {
  const t = useTranslations("search")
  const isNarrowed = Boolean(input.kind || input.year || input.group || input.person || input.area)
  return (
    <search>
      <form className="find" action={action}>
        <div className="find-line">
          <TextField
            type="search"
            name="q"
            label={t("label")}
            hint={t("how")}
            defaultValue={input.q}
            maxLength={limits.query}
            required={false}
          />
          <Button kind="primary">{t("go")}</Button>
        </div>
        <details open={isNarrowed}>
          <summary>{t("narrow")}</summary>
          <div className="find-filters">
            <SelectField
              name="kind"
              label={t("filter.kind")}
              defaultValue={input.kind ?? ""}
              required={false}
              choices={[
                { value: "", label: t("filter.any") },
                ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
              ]}
            />
            {groups.length > 1 ? (
              <SelectField
                name="group"
                label={t("filter.group")}
                defaultValue={input.group}
                required={false}
                choices={[
                  { value: "", label: t("filter.all") },
                  ...groups.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
                ]}
              />
            ) : null}
            <TextField
              name="year"
              label={t("filter.year")}
              inputMode="numeric"
              maxLength={4}
              defaultValue={input.year ?? ""}
              required={false}
            />
            <TextField
              name="person"
              label={t("filter.person")}
              maxLength={100}
              defaultValue={input.person}
              required={false}
            />
            {areas.length > 0 ? (
              <SelectField
                name="area"
                label={t("filter.area")}
                defaultValue={input.area}
                required={false}
                choices={[
                  { value: "", label: t("filter.all") },
                  ...areas.map((area) => ({ value: area, label: area })),
                ]}
              />
            ) : null}
          </div>
        </details>
      </form>
    </search>
  )
}
