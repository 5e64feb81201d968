import { getConsultationFormLists } from "@/lib/consultations/form-queries"
import type { ConsultationForDesk } from "@/lib/consultations/queries"
import {
  allowLateLack,
  cancelLack,
  closeLack,
  endLateLack,
  extendLack,
  openLack,
} from "@/lib/consultations/status"
import { windowFields } from "@/lib/consultations/window"
import type { Actor } from "@/lib/platform/actor"
import { getTranslations } from "@/lib/platform/i18n"
import { CourseForms } from "./course-forms"

/** What a co-chair can do with the course of a consultation at this moment. */
export async function CoursePanel({ found, actor }: { found: ConsultationForDesk; actor: Actor }) {
  const { status } = found
  const may = {
    open: openLack(status) === null,
    close: closeLack(status) === null,
    extend: extendLack(status) === null && found.compendium === null,
    allowLate: allowLateLack(status) === null && found.compendium === null,
    endLate: endLateLack(status) === null,
    cancel: cancelLack(status) === null,
  }
  if (!Object.values(may).some(Boolean)) return null
  const [t, { zones, zone }] = await Promise.all([
    getTranslations("consultations.course"),
    getConsultationFormLists(actor, found.groupId),
  ])
  const times = windowFields(found, zone)
  return (
    <section className="panel pad" aria-labelledby="course">
      <h2 id="course">{t("title")}</h2>
      <CourseForms
        of={{
          consultationId: found.id,
          revision: found.revision,
          consultation: found.slug,
          slug: found.group.slug,
        }}
        {...{ may, zones }}
        publishes={found.audience === "anyone"}
        values={{ zone, ...times }}
      />
    </section>
  )
}
