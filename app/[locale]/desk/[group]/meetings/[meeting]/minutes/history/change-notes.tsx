import { useLocale, useTranslations } from "next-intl"
import type { AttributeChange } from "@/lib/minutes/compare-attributes"
import { dayInstant, longDayText } from "@/lib/platform/dates"
import type { ShownSection } from "./changes"

function Attribute({ change }: { change: AttributeChange }) {
  const t = useTranslations("minutes.compare")
  const block = useTranslations("minutes.block")
  const locale = useLocale()
  const { what, before, after } = change
  const value = (given: string | null) =>
    given === null ? "" : what === "due" ? longDayText(dayInstant(given), locale) : given
  const how = before === null ? "given" : after === null ? "taken" : "changed"
  const values = { before: value(before), after: value(after) }
  return (
    <li>
      {block(change.block)}
      {change.words ? (
        <>
          {" "}
          <q>
            <bdi>{change.words}</bdi>
          </q>
        </>
      ) : null}
      {": "}
      {t(`set.${what}.${how}`, values)}
    </li>
  )
}

/** What changed in a section besides its words, in words. */
export function ChangeNotes({ section }: { section: ShownSection }) {
  const t = useTranslations("minutes.compare")
  if (section.noted === null) return null
  return (
    <ul className="change change-notes" id={`change-${section.noted}`} tabIndex={-1}>
      {section.place === "stays" ? null : <li>{t(`place.${section.place}`)}</li>}
      {section.attributes.map((change) => (
        <Attribute key={`${change.blockId} ${change.what} ${change.before}`} change={change} />
      ))}
      {section.formatting ? <li>{t("formatting")}</li> : null}
    </ul>
  )
}
