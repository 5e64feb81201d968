import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import type { MatchForDesk } from "@/lib/imports/questions"

/** So many names are listed; a batch of thousands of files may have more. */
const MOST = 400

/** Names that were matched or answered for, each with what speaks for it and the press that contests it. */
export function MatchedPeople({ title, all }: { title: string; all: readonly MatchForDesk[] }) {
  if (all.length === 0) return null
  return (
    <details>
      <summary>{title}</summary>
      <ul className="matched">
        {all.slice(0, MOST).map((match) => (
          <Matched key={`${match.name} ${match.personId}`} match={match} />
        ))}
      </ul>
    </details>
  )
}

function Matched({ match }: { match: MatchForDesk }) {
  const t = useTranslations("imports.people")
  const { name, person, personId, answer, answerId, capacity, affiliation, files } = match
  const said: Record<string, string> = answerId
    ? { name, answerId, answer: "back" }
    : { name, personId, other: person, answer: "other" }
  const value = new URLSearchParams(said).toString()
  const words = t(answer === "none" ? "other" : "takeBack")
  return (
    <li>
      <span dir="auto">
        {t(answer === "other" ? "asNot" : "as", { name, person })}
        <small className="muted block">
          {files.length > 0
            ? t("evidence", {
                capacity: capacity || "none",
                affiliation: affiliation || "none",
                files: files.join(", "),
              })
            : t("noFile")}
        </small>
      </span>
      <Button
        small
        kind="quiet"
        name="answer"
        value={value}
        aria-label={`${words}: ${t(answer === "other" ? "asNot" : "as", { name, person })}`}
      >
        {words}
      </Button>
    </li>
  )
}
