import { useLocale, useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { TextField } from "@/app/ui/text-field"
import { localePath } from "@/lib/platform/locales"

/** Looks for names in published reports; asks for the page again. */
export function FindForm({ text }: { text: string }) {
  const t = useTranslations("names")
  const locale = useLocale()
  return (
    <form className="filters" action={localePath(locale, "/desk/people/names")}>
      <TextField
        type="search"
        name="text"
        label={t("search")}
        defaultValue={text}
        required={false}
      />
      <Button>{t("find")}</Button>
    </form>
  )
}
