import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { SelectField } from "@/app/ui/select-field"
import type { TakingConsultation } from "@/lib/comments/model"
import { useHand } from "./threads-context"

/**
 * To which consultation a comment counts, which is chosen where there are several, that it is published
 * with it, and whether under one's name. Nothing where none takes comments.
 */
export function CountedTo({
  id,
  consultations,
  entered,
}: {
  /** Of the form. */
  id: string
  consultations: readonly TakingConsultation[]
  /** What was entered before it was refused. */
  entered: Partial<Record<string, string>> | undefined
}) {
  const t = useTranslations("comments.counted")
  const { base } = useHand()
  const [first] = consultations
  if (!first) return null
  const nameOf = ({ slug, title }: TakingConsultation) =>
    base === null ? (
      <bdi key={slug}>{title}</bdi>
    ) : (
      <a key={slug} href={`${base.replace(/comments$/, "consultations")}/${slug}`}>
        <bdi>{title}</bdi>
      </a>
    )
  return (
    <div className="stack counted-to">
      {consultations.length === 1 ? (
        <>
          <input type="hidden" name="consultation" value={first.id} />
          <p className="small muted">
            {t.rich(first.late ? "lateTo" : "to", { name: () => nameOf(first) })}
          </p>
        </>
      ) : (
        <>
          <SelectField
            name="consultation"
            id={`${id}-consultation`}
            label={t("which")}
            defaultValue={entered?.consultation || first.id}
            choices={consultations.map(({ id: value, title, late }) => ({
              value,
              label: late ? t("late", { title }) : title,
            }))}
          />
          <p className="small muted">{t("published")}</p>
          <p className="small">
            {consultations.flatMap((each, at) => [at > 0 ? " · " : "", nameOf(each)])}
          </p>
        </>
      )}
      <Checkbox
        name="unnamed"
        id={`${id}-unnamed`}
        label={t("unnamed")}
        defaultChecked={entered?.unnamed === "on"}
      />
    </div>
  )
}
