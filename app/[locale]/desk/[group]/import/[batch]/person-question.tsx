import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/app/ui/button"
import type { QuestionForDesk } from "@/lib/imports/questions"

/** What the press of an answer sends: its fields as an address writes them. */
function answerValue({ name, asked }: QuestionForDesk, answer: "same" | "other"): string {
  const said = { name, personId: asked.personId ?? "", other: asked.name, answer }
  return new URLSearchParams(said).toString()
}

/** "Is this the same person?": the name, where it stands, who is asked about, and the two answers. */
export function PersonQuestion({ question }: { question: QuestionForDesk }) {
  const t = useTranslations("imports.people")
  const { name, asked, bearers, elsewhere } = question
  const listed = (places: QuestionForDesk["places"]) =>
    places
      .map(({ file, lines }) =>
        lines.length > 0
          ? t("lines", { file, count: lines.length, lines: lines.join(", ") })
          : file,
      )
      .join("; ")
  const values = {
    name: asked.name,
    affiliation: asked.affiliation || "none",
    b: (words: ReactNode) => <b>{words}</b>,
  }
  return (
    <div className="ask" tabIndex={-1}>
      <div>
        <b dir="auto">{name}</b>
        <small>
          {t("stands", { places: listed(question.places) })}{" "}
          {asked.personId
            ? t.rich("register", values)
            : t.rich("inFiles", { ...values, places: listed(asked.places) })}
          {bearers || elsewhere ? ` ${t(bearers ? "bearers" : "elsewhere")}` : null}
        </small>
      </div>
      <div className="btns">
        <Button
          small
          name="answer"
          value={answerValue(question, "same")}
          aria-label={`${t("same")}: ${t("sameOf", { name, other: asked.name })}`}
        >
          {t("same")}
        </Button>
        <Button
          small
          name="answer"
          value={answerValue(question, "other")}
          aria-label={`${t("other")}: ${t("otherOf", { name, other: asked.name })}`}
        >
          {t("other")}
        </Button>
      </div>
    </div>
  )
}
