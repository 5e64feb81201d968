import { useTranslations } from "next-intl"
import type { CorrectFormData } from "./form-of"
import type { Meanwhile, Theirs } from "./kept-meanwhile"

/** What was kept meanwhile, as the answer to a refused form carries it. */
export function meanwhileIn(data: unknown): Meanwhile | null {
  return data && typeof data === "object" && "theirs" in data ? (data as Meanwhile) : null
}

const parts = { title: "itemTitle", coverage: "coverage", depth: "level" } as const
const lists = { annexed: "annexed", "on-request": "onRequest" } as const

/** What somebody else kept while the form was open: it stands beside what was typed, and neither is lost. */
export function TheirWords({
  theirs,
  form: { opening, items },
}: {
  theirs: readonly Theirs[]
  form: Pick<CorrectFormData, "opening" | "items">
}) {
  const t = useTranslations("imports.file")
  const field = useTranslations("imports.field")
  if (theirs.length === 0) return null
  const shown = ({ name, value }: Theirs): { href: string; label: string; words: string } => {
    const [kind = "", id, part] = name.split(".")
    const at = items.findIndex((item) => item.id === id)
    const item = field("item", { label: items[at]?.label ?? "" })
    const words = value || t("theirsEmpty")
    if (kind === "removed")
      return { href: `sections.${id}`, label: item, words: t("theirsRemoved") }
    if (kind === "agenda") {
      const label = t("theirsPart", { item, part: field(parts[part as keyof typeof parts]) })
      return { href: `agenda.${at}.${part}`, label, words: sayPart(part, value) }
    }
    if (kind === "sections") {
      const label = id === opening.id ? field("opening") : field("closing")
      return { href: name, label: at < 0 ? label : item, words }
    }
    if (kind === "list")
      return { href: name, label: field("list"), words: field(lists[value as "annexed"]) }
    return { href: name, label: field(name as "title", { count: 0 }), words }
  }
  const sayPart = (part: string | undefined, value: string): string => {
    if (part === "coverage") return field(`covered.${value as "discussed"}`)
    return part === "depth" ? field(`levels.${value as "0"}`) : value
  }
  return (
    <section className="panel theirs" aria-labelledby="theirs">
      <h2 id="theirs">{t("theirs")}</h2>
      <p className="hint">{t("theirsHint")}</p>
      <dl>
        {theirs.map((each) => {
          const { href, label, words } = shown(each)
          return (
            <div key={each.name}>
              <dt>
                <a href={`#${href}`}>{label}</a>
              </dt>
              <dd dir="auto">{words}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
