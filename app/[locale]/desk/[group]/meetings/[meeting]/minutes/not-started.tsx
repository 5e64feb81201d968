import { useTranslations } from "next-intl"
import { Empty } from "@/app/ui/empty"
import { PageHead } from "@/app/ui/page-head"
import { StartForm } from "./start-form"

/** The page of minutes that nobody has started, with the first step for whoever may take it. */
export function NotStarted({
  title,
  lead,
  meetingId,
  mayStart,
  cancelled,
}: {
  title: string
  lead: string
  meetingId: string
  mayStart: boolean
  cancelled: boolean
}) {
  const t = useTranslations("minutes.start")
  const canStart = mayStart && !cancelled
  return (
    <main id="main">
      <PageHead title={title} lead={lead} />
      <div className="page">
        <Empty title={t("title")} action={canStart ? <StartForm meetingId={meetingId} /> : null}>
          {cancelled ? t("cancelled") : t(canStart ? "why" : "whyNot")}
        </Empty>
      </div>
    </main>
  )
}
