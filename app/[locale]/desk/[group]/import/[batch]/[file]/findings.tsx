import { useFormatter, useLocale, useTranslations } from "next-intl"
import { Fragment } from "react"
import { Button } from "@/app/ui/button"
import { Icon } from "@/app/ui/icons"
import { TextField } from "@/app/ui/text-field"
import { ADD_ALL } from "@/lib/imports/status"
import { localePath } from "@/lib/platform/locales"
import type { Entered } from "./entered-items"
import type { OpenFinding } from "./form-of"

const looks = {
  error: { look: "bad", icon: "bad" },
  warning: { look: "warn", icon: "warn" },
  note: { look: "note", icon: "note" },
} as const
type Kind = NonNullable<OpenFinding["folded"]>
/** Fewer of a kind than this are shown as they are. */
const MANY = 4
const severities = ["error", "warning", "note"] as const

/** What the rules found, the gravest first, each with the press that settles it. */
export function Findings({
  findings,
  missing,
  entered,
}: {
  findings: readonly OpenFinding[]
  /** Who hosted or speaks and is not in the list. */
  missing: readonly string[]
  /** What was typed beside them, after a refusal. */
  entered?: Entered | undefined
}) {
  const t = useTranslations("imports.file")
  if (findings.length === 0) return null
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity && each.counts).length
    return count > 0 ? [t(`counts.${severity}`, { count })] : []
  })
  const of = (kind: Kind) => findings.filter(({ folded }) => folded === kind)
  const away = {
    missing: missing.length > 1,
    link: of("link").length >= MANY,
    note: of("note").length >= MANY,
  }
  const isAway = ({ folded }: OpenFinding) => folded !== null && away[folded]
  const [firstMissing, firstLink] = [of("missing")[0], of("link")[0]]
  return (
    <section className="panel" aria-labelledby="findings">
      <h2 id="findings" tabIndex={-1}>
        {t("findings")} <span>{counts.join(", ")}</span>
      </h2>
      <ul className="plain-list">
        {findings.map((finding) => (
          <Fragment key={finding.key}>
            {away.missing && finding === firstMissing ? (
              <>
                <AddAll people={missing} />
                <Folded kind="missing" findings={of("missing")} entered={entered} />
              </>
            ) : null}
            {away.link && finding === firstLink ? (
              <Folded kind="link" findings={of("link")} entered={entered} />
            ) : null}
            {isAway(finding) ? null : <OneFinding finding={finding} entered={entered} />}
          </Fragment>
        ))}
        {away.note ? <Folded kind="note" findings={of("note")} entered={entered} /> : null}
      </ul>
    </section>
  )
}

/** Many of a kind stand behind a line that opens, without script too. */
function Folded({
  kind,
  findings,
  entered,
}: {
  kind: Kind
  findings: readonly OpenFinding[]
  entered: Entered | undefined
}) {
  const t = useTranslations("imports.file")
  return (
    <li>
      <details className="folded">
        <summary>{t(`folded.${kind}`, { count: findings.length })}</summary>
        <ul className="plain-list">
          {findings.map((finding) => (
            <OneFinding key={finding.key} finding={finding} entered={entered} />
          ))}
        </ul>
      </details>
    </li>
  )
}

/** One press for everybody who is missing from the list. */
function AddAll({ people }: { people: readonly string[] }) {
  const t = useTranslations("imports.file")
  const format = useFormatter()
  const count = people.length
  return (
    <li className="finding warn">
      <Icon name="warn" label={t("severity.warning")} />
      <p id="says-all">{t("missing", { count, names: format.list(people) })}</p>
      <div className="btns">
        <Button small name="fix" value={ADD_ALL} aria-describedby="says-all">
          {t("addAll", { count })}
        </Button>
      </div>
    </li>
  )
}

function OneFinding({ finding, entered }: { finding: OpenFinding; entered: Entered | undefined }) {
  const t = useTranslations("imports.file")
  const locale = useLocale()
  const { place, severity, sentence, evidence, line, fix, number, isNumber, typed, holder } =
    finding
  // Buttons of many findings have one name: what each is about is told with it.
  const says = `says-${finding.key}`
  return (
    <li className={`finding ${looks[severity].look}`} id={`finding-${finding.key}`} tabIndex={-1}>
      <Icon name={looks[severity].icon} label={t(`severity.${severity}`)} />
      <div>
        <p>
          <span id={says}>{sentence}</span>{" "}
          {line ? <a href={`#line-${line}`}>{t("line", { line })}</a> : null}
          {holder ? (
            <a href={localePath(locale, holder.path)} aria-describedby={says}>
              {t(`holder.${holder.kind}`)}
            </a>
          ) : null}
        </p>
        {evidence ? <p className="evidence">{evidence}</p> : null}
        {typed && place !== null ? (
          <Typed place={place} says={says} {...typed} entered={entered} />
        ) : null}
      </div>
      <div className="btns">
        {fix ? (
          <Button
            small
            name="fix"
            aria-describedby={says}
            // The number that is read here is taken, whatever was counted since.
            value={fix.name === "useNumber" ? `number:${fix.value}` : String(place)}
          >
            {t(`fix.${fix.name === "remove" && fix.value ? "removeWords" : fix.name}`, {
              value: fix.value,
            })}
          </Button>
        ) : null}
        {number === null || place === null ? null : (
          <Button small name="fix" value={`${place}:leave`} aria-describedby={says}>
            {t("take", { number })}
          </Button>
        )}
        {isNumber || place === null ? (
          <a className="btn small quiet" href="#number" aria-describedby={says}>
            {t("otherNumber")}
          </a>
        ) : (
          <Button small kind="quiet" name="fix" value={`${place}:leave`} aria-describedby={says}>
            {t("leave")}
          </Button>
        )}
      </div>
    </li>
  )
}

type TypedWhat = NonNullable<OpenFinding["typed"]>["what"]
const typedInto = { name: "text", day: "date", time: "time" } as const
const typedLabels = { name: "wholeName", day: "nextDay", time: "hour" } as const
const typedPress = { name: "useName", day: "useDay", time: "useHour" } as const

/** An answer that has to be typed: a whole name, the day of the next meeting, the hour of this one. */
function Typed({
  place,
  what,
  value,
  says,
  entered,
}: {
  place: number
  what: TypedWhat
  value: string
  says: string
  entered: Entered | undefined
}) {
  const t = useTranslations("imports.file")
  return (
    <div className="typed">
      <TextField
        name={`said.at${place}`}
        type={typedInto[what]}
        label={t(typedLabels[what])}
        defaultValue={entered?.[`said.at${place}`] ?? value}
        // Whoever presses another button of the form may leave it empty.
        required={false}
      />
      <Button small name="fix" value={`${place}:${what}`} aria-describedby={says}>
        {t(typedPress[what])}
      </Button>
    </div>
  )
}
