import { useTranslations } from "next-intl"
import type { SectionId } from "@/lib/minutes/model"
import { SectionHeading } from "../section-heading"
import type { SectionHead } from "../sections"
import type { SectionSetting } from "./extensions"
import { SectionEditor } from "./section-editor"
import type { useEditors } from "./use-editors"

/** All sections, one under the other, each with its heading and its editor. */
export function Sheet({
  said,
  heard,
  heads,
  settings,
  editors: { register, focused },
}: {
  /** What was just done. */
  said: string
  /** What is offered at the caret, for who does not see it. */
  heard: string
  heads: readonly SectionHead[]
  settings: (id: SectionId) => SectionSetting
  editors: Pick<ReturnType<typeof useEditors>, "register" | "focused">
}) {
  const t = useTranslations("minutes")
  return (
    <div className="sheet">
      <p className="vh" id="minutes-keys-hint">
        {t("keys.hint")}
      </p>
      <p className="done small muted" role="status">
        {said}
      </p>
      <p className="vh" role="status">
        {heard}
      </p>
      <div className="doc" id="minutes-text">
        {heads.map((head) => (
          <section key={head.id} className="minutes-section" id={`s-${head.id}`}>
            <SectionHeading head={head} id={`s-${head.id}-title`} />
            <SectionEditor
              setting={settings(head.id)}
              headingId={`s-${head.id}-title`}
              register={register}
              onFocus={focused}
            />
          </section>
        ))}
      </div>
    </div>
  )
}
