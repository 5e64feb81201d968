import { useTranslations } from "next-intl"
import type { Outline, OutlineItem } from "../outline"
import { Blocks } from "./block"

/** The agenda as the way through the report: every item a link, with what did not happen said beside it. */
export function Agenda({ outline, language }: { outline: Outline; language: string }) {
  const t = useTranslations("report")
  return (
    <nav className="agenda" aria-labelledby="agenda">
      <h2 id="agenda">{t("agenda")}</h2>
      {outline.items.length > 0 ? <Level items={outline.items} language={language} /> : null}
      <p className="more">
        <a href="#annex">{t("annex.title")}</a>
        <a href="#cite">{t("cite.title")}</a>
        <a href="#record">{t("version.title")}</a>
      </p>
    </nav>
  )
}

function Level({ items, language }: { items: readonly OutlineItem[]; language: string }) {
  const t = useTranslations("report")
  return (
    <ol>
      {items.map((item) => (
        <li key={item.id}>
          <span className="n">{item.label}</span>
          <a href={`#${item.anchor}`}>
            <span lang={language}>{item.title}</span>{" "}
            {saysNothing(item) ? <em>{t(`coverage.${item.coverage}`)}</em> : null}
          </a>
          {item.children.length > 0 ? <Level items={item.children} language={language} /> : null}
        </li>
      ))}
    </ol>
  )
}

/** An item that stands in the record without text of its own or below it. */
function saysNothing(
  item: OutlineItem,
): item is OutlineItem & { coverage: "no-update" | "not-reached" | "not-recorded" } {
  return item.coverage !== "discussed" && item.blocks.length === 0 && item.children.length === 0
}

/** The items with their text; their headings go down one level with each level of the agenda. */
export function Items({
  items,
  depth = 0,
  ...around
}: { items: readonly OutlineItem[]; depth?: number } & Around) {
  return items.map((item) => <Item key={item.id} {...{ item, depth }} {...around} />)
}

type Around = { own: string | undefined; errorAt: (anchor: string) => string }

const headings = ["h2", "h3", "h4", "h5"] as const
const inside = [3, 4, 5, 6] as const

function Item({ item, depth, own, errorAt }: { item: OutlineItem; depth: number } & Around) {
  const t = useTranslations("report")
  const Heading = headings[Math.min(depth, 3)] ?? "h5"
  const heading = `${item.anchor}-title`
  const quiet = saysNothing(item)
  const className = [depth === 0 ? "item" : "sub", quiet ? "none" : ""].join(" ").trim()
  return (
    <section className={className} id={item.anchor} aria-labelledby={heading}>
      <Heading id={heading}>
        <span className="n">{item.label}</span> {item.title}
      </Heading>
      {quiet ? (
        <p className="cov" lang={own}>
          {t(`covered.${item.coverage}`)}
        </p>
      ) : null}
      <Blocks placed={item.blocks} level={inside[Math.min(depth, 3)] ?? 6} {...{ own, errorAt }} />
      <Items items={item.children} depth={depth + 1} {...{ own, errorAt }} />
    </section>
  )
}
