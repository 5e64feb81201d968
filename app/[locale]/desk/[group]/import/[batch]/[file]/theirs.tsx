import { useTranslations } from "next-intl"
import type { CorrectFormData } from "./form-of"
import type { Meanwhile, Theirs } from "./kept-meanwhile"

/** What was kept meanwhile, as the answer to a refused form carries it. */
export function meanwhileIn(data: unknown): Meanwhile | null {
  return data && typeof data === "object" && "theirs" in data ? (data as Meanwhile) : null
}

/** What somebody else kept while the form was open: it stands beside what was typed, and neither is lost. */
export function TheirWords({
  theirs,
  form: { opening, items, closing },
}: {
  theirs: readonly Theirs[]
  form: Pick<CorrectFormData, "opening" | "items" | "closing">
}) {
  const t = useTranslations("imports.file")
  const field = useTranslations("imports.field")
  if (theirs.length === 0) return null
  const labelOf = (name: string): string => {
    const id = name.replace(/^sections\./, "")
    if (id === opening.id) return field("opening")
    if (id === closing.id) return field("closing")
    if (id === name) return field(name as "title", { count: 0 })
    return field("item", { label: items.find((item) => item.id === id)?.label ?? "" })
  }
  return (
    <section className="panel theirs" aria-labelledby="theirs">
      <h2 id="theirs">{t("theirs")}</h2>
      <p className="hint">{t("theirsHint")}</p>
      <dl>
        {theirs.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <a href={`#${name}`}>{labelOf(name)}</a>
            </dt>
            <dd dir="auto">{value || t("theirsEmpty")}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
