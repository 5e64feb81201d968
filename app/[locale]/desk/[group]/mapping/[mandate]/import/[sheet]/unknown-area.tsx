import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { mappingLimits } from "@/lib/mapping/model"
import type { Chosen } from "../chosen"

/**
 * Where the rows of an area belong that the mapping does not have: in one of its areas, which can be called by
 * that name from then on, or in a new one.
 */
export function UnknownArea({
  name,
  at,
  areas,
  mayName,
  chosen,
}: {
  /** As the file says it; "" for rows without an area. */
  name: string
  at: number
  areas: readonly Choice[]
  mayName: boolean
  /** What was chosen when the form came back. */
  chosen: Chosen | undefined
}) {
  const t = useTranslations("mapping.sheets")
  const isName = mayName && name.trim() !== "" && name.length <= mappingLimits.title
  return (
    <div className="unknown-area">
      <input type="hidden" name="areaNames[]" value={name} />
      <SelectField
        name="areas[]"
        id={`area-${at}`}
        label={t("areaNamed", { name: name || t("noArea") })}
        optional
        choices={[
          { value: "", label: t("areaNone") },
          ...areas,
          ...(isName ? [{ value: "new", label: t("areaNew", { name }) }] : []),
        ]}
        defaultValue={chosen?.areas[name] ?? ""}
      />
      {isName ? (
        <Checkbox
          name="remember[]"
          id={`remember-${at}`}
          value={name}
          label={t("areaRemember", { name })}
          defaultChecked={chosen?.remember.includes(name) ?? false}
        />
      ) : null}
    </div>
  )
}
