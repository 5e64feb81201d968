import type { Metadata } from "next"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { getConsultation } from "@/lib/consultations/queries"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { ConsultationStatusTag } from "../status-tag"
import { AnnouncePanel } from "./announce-panel"
import { ConsultationActions } from "./consultation-actions"
import { ConsultationTexts } from "./consultation-texts"
import { CoursePanel } from "./course-panel"
import { FactsPanel } from "./facts-panel"

type Props = {
  params: Promise<{ group: string; consultation: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props["params"]) {
  const [{ group, consultation }, actor] = await Promise.all([params, currentActor()])
  return answer(getConsultation(actor, group, consultation))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).title }
}

const opened = ["planned", "edited", "opened", "closed", "extended"] as const
const dones = [...opened, "lateAllowed", "lateEnded", "cancelled"] as const

export default async function ConsultationPage({ params, searchParams }: Props) {
  const [found, asked, actor, locale, t] = await Promise.all([
    load(params),
    searchParams,
    currentActor(),
    getLocale(),
    getTranslations("consultations"),
  ])
  const base = localePath(locale, `/desk/${found.group.slug}/consultations/${found.slug}`)
  const done = dones.find((each) => each === asked.done)
  const mayEdit = found.may.hold && (found.status === "planned" || found.status === "open")
  return (
    <main id="main" className="page">
      <PageHead
        title={
          <>
            {found.title} <ConsultationStatusTag status={found.status} />
          </>
        }
        lead={found.group.name}
        actions={<ConsultationActions base={base} mayHold={found.may.hold} mayEdit={mayEdit} />}
      />
      {done ? (
        <Notice kind="ok" announce>
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      {found.may.hold && found.counts.waiting > 0 ? (
        <Notice kind="warn">
          {t("waiting", { count: found.counts.waiting })}{" "}
          <a href={`${base}/guests#queue`}>{t("look")}</a>
        </Notice>
      ) : null}
      <FactsPanel found={found} />
      <ConsultationTexts found={found} actor={actor} asked={asked} />
      {found.may.hold ? <CoursePanel found={found} actor={actor} /> : null}
      {found.may.hold ? <AnnouncePanel found={found} /> : null}
    </main>
  )
}
