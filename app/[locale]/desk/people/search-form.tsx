import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { TextField } from "@/app/ui/text-field"

/** Finds people by words of their names; asks for the page again, so that the address can be shared. */
export function SearchForm({ text, action }: { text: string; action: string }) {
  const t = useTranslations("people")
  return (
    <form className="filters" action={action} aria-label={t("search.label")}>
      <TextField
        type="search"
        name="text"
        label={t("search.text")}
        defaultValue={text}
        required={false}
      />
      <Button>{t("search.find")}</Button>
    </form>
  )
}
