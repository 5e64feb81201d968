import { useTranslations } from "next-intl"
import { Tag } from "@/app/ui/tag"
import type { Span } from "@/lib/check/model"
import type { CorrectFormData } from "./form-of"
import type { ShownField, ShownValue } from "./read-values"

type Props = { form: Pick<CorrectFormData, "fields" | "unplaced" | "shownStart"> }

const looks = { read: "ok", inferred: "plain", corrected: "now", missing: "warn" } as const

/** Every value that was read: whether it stands there or was inferred, and the lines it was read at. */
export function WhatWasRead({ form: { fields, unplaced, shownStart } }: Props) {
  const t = useTranslations("imports.read")
  return (
    <section className="panel" aria-labelledby="read">
      <h2 id="read">
        {t("title")} <span>{t("every")}</span>
      </h2>
      <dl className="read">
        {fields.map((field) => (
          <Field key={field.field} field={field} start={shownStart} />
        ))}
        <div>
          <dt>{t("kept")}</dt>
          <dd>{t("keptLines", { count: unplaced.length })}</dd>
          <dd className="src">
            {unplaced.slice(0, 12).map((line) => (
              <LineLink key={line} lines={[line]} />
            ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Field({ field, start }: { field: ShownField; start: string }) {
  const t = useTranslations("imports.read")
  const { field: name, target, how, text, values } = field
  const shown = name === "start" ? start : text
  const alone = values.length === 1 || text !== null ? values[0] : undefined
  return (
    <div data-value={alone?.place}>
      <dt>
        <a href={`#${target}`}>{t(`field.${name}`)}</a>
      </dt>
      <dd dir="auto">
        {shown ??
          (values.length === 1 ? (
            values[0]?.text
          ) : (
            <details>
              <summary>{counted(t, name, values.length)}</summary>
              <ul className="values">
                {values.map((value) => (
                  <Value key={value.place} value={value} />
                ))}
              </ul>
            </details>
          ))}
      </dd>
      <dd className="src">
        <Tag kind={looks[how]}>{t(`how.${how}`)}</Tag>
        <LineLink lines={linesOf(alone ? alone.at : values.flatMap(({ at }) => at.slice(0, 1)))} />
      </dd>
    </div>
  )
}

function Value({ value: { place, text, how, at } }: { value: ShownValue }) {
  const t = useTranslations("imports.read")
  return (
    <li data-value={place}>
      <span dir="auto">{text}</span> <span className="muted">{t(`how.${how}`)}</span>{" "}
      <LineLink lines={linesOf(at)} />
    </li>
  )
}

type Counted = "agenda" | "decisions" | "actions" | "present" | "regrets"

function counted(
  t: ReturnType<typeof useTranslations<"imports.read">>,
  field: ShownField["field"],
  count: number,
): string {
  const isNames = field === "hosts" || field === "moderators"
  return t(`count.${isNames ? "present" : (field as Counted)}`, { count })
}

const linesOf = (at: readonly Span[]) => [...new Set(at.map(({ line }) => line))]

/** Where it stands: each line for a few, the first and last for many. */
function LineLink({ lines }: { lines: readonly number[] }) {
  const t = useTranslations("imports.read")
  const [from, to] = [Math.min(...lines), Math.max(...lines)]
  if (lines.length === 0) return null
  if (lines.length > 3) return <a href={`#line-${from}`}>{t("lines", { from, to })}</a>
  return lines.map((line) => (
    <a key={line} href={`#line-${line}`}>
      {t("line", { line })}
    </a>
  ))
}
