import "./import.css"
import { useTranslations } from "next-intl"
import { mappingFormats } from "@/lib/mapping-files/formats"

/** The working table as a file, in each format. `base` is the address of the table. */
export function FileLinks({ base }: { base: string }) {
  const t = useTranslations("mapping.sheets")
  return (
    <section className="panel" aria-labelledby="files">
      <h2 id="files">{t("takeOut")}</h2>
      <ul className="file-links">
        {mappingFormats.map((format) => (
          <li key={format}>
            <a href={`${base}/files/${format}`}>{t(`format.${format}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
