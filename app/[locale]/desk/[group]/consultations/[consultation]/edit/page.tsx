import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getConsultationFormLists } from "@/lib/consultations/form-queries"
import { textKey } from "@/lib/consultations/model"
import { getConsultation } from "@/lib/consultations/queries"
import { editLack } from "@/lib/consultations/status"
import { windowFields } from "@/lib/consultations/window"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ConsultationForm } from "../../consultation-form"

type Props = { params: Promise<{ group: string; consultation: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations.form"))("editTitle") }
}

export default async function EditConsultationPage({ params }: Props) {
  const [{ group: slug, consultation: address }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("consultations"),
  ])
  const found = await answer(getConsultation(actor, slug, address))
  const { zone, ...lists } = await answer(getConsultationFormLists(actor, found.groupId))
  const { id: consultationId, revision, title, question, audience } = found
  const back = localePath(locale, `/desk/${slug}/consultations/${address}`)
  return (
    <main id="main" className="page">
      <PageHead title={t("form.editTitle")} lead={title} />
      {editLack(found.status) ? (
        <Notice kind="warn">
          <p>
            {t("notEditable")} <a href={back}>{t("back")}</a>
          </p>
        </Notice>
      ) : (
        <ConsultationForm
          given={{
            of: { consultationId, revision, slug: address },
            groupSlug: slug,
            early: found.status === "planned",
            values: { title, question, audience, zone, ...windowFields(found, zone) },
            chosen: found.texts.map(textKey),
            back,
            ...lists,
          }}
        />
      )}
    </main>
  )
}
