import { useTranslations } from "next-intl"
import { TextArea, TextField } from "@/app/ui/text-field"

/** What is said of a group: the fields that making and changing one have in common. */
export function GroupFields({
  values = {},
  errors = {},
}: {
  values?: Partial<Readonly<Record<"shortName" | "name" | "purpose" | "setUp", string>>> | undefined
  errors?: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("groups")
  const field = (name: "shortName" | "name" | "purpose" | "setUp") => ({
    name,
    label: t(name),
    hint: t(`hint.${name}`),
    defaultValue: values[name] ?? "",
    error: errors[name],
  })
  return (
    <>
      <TextField {...field("shortName")} maxLength={40} />
      <TextField {...field("name")} maxLength={200} />
      <TextArea {...field("purpose")} optional rows={5} maxLength={2000} />
      <TextField {...field("setUp")} optional maxLength={300} />
    </>
  )
}
