import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { roles } from "@/lib/members/model"
import { stakeholderGroups } from "@/lib/people/model"

/** What the list is narrowed to. A plain form that asks for the page again, so the address can be shared. */
export function MemberFilters({
  filter,
  list,
}: {
  filter: { text: string; role: string | null; stakeholderGroup: string | null }
  list: string
}) {
  const t = useTranslations("members")
  const people = useTranslations("people")
  return (
    <form className="filters" action={list} aria-label={t("filter.label")}>
      <TextField
        type="search"
        name="text"
        label={t("filter.text")}
        defaultValue={filter.text}
        required={false}
      />
      <SelectField
        name="role"
        label={t("column.role")}
        defaultValue={filter.role ?? ""}
        required={false}
        choices={[
          { value: "", label: t("filter.present") },
          ...roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
          { value: "former", label: t("filter.former") },
        ]}
      />
      <SelectField
        name="stakeholderGroup"
        label={people("stakeholderGroup")}
        defaultValue={filter.stakeholderGroup ?? ""}
        required={false}
        choices={[
          { value: "", label: t("filter.any") },
          ...stakeholderGroups.map((value) => ({ value, label: people(`stakeholders.${value}`) })),
        ]}
      />
      <Button>{t("filter.show")}</Button>
    </form>
  )
}
