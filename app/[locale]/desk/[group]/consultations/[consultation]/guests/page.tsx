import type { Metadata } from "next"
import { ButtonLink } from "@/app/ui/button"
import { Notice } from "@/app/ui/notice"
import { PageHead } from "@/app/ui/page-head"
import { listQueue } from "@/lib/consultations/form-queries"
import { getConsultation, listGuests } from "@/lib/consultations/queries"
import { inviteLack } from "@/lib/consultations/status"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { GuestTable } from "./guest-table"
import { InviteForm } from "./invite-form"
import { Queue } from "./queue"

type Props = { params: Promise<{ group: string; consultation: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations"))("guests") }
}

export default async function GuestsPage({ params }: Props) {
  const [{ group: slug, consultation: address }, actor, locale, t] = await Promise.all([
    params,
    currentActor(),
    getLocale(),
    getTranslations("consultations"),
  ])
  const found = await answer(getConsultation(actor, slug, address))
  const [guests, queue] = await Promise.all([
    answer(listGuests(actor, found.id)),
    answer(listQueue(actor, found.id)),
  ])
  const { status, audience } = found
  const back = localePath(locale, `/desk/${slug}/consultations/${address}`)
  return (
    <main id="main" className="page">
      <PageHead
        title={t("guestList.title", { title: found.title })}
        lead={t("guestList.lead")}
        actions={<ButtonLink href={back}>{t("back")}</ButtonLink>}
      />
      <section className="panel pad" aria-labelledby="queue">
        <h2 id="queue">{t("guestList.queue")}</h2>
        <Queue consultationId={found.id} comments={queue} />
      </section>
      <section className="panel pad" aria-labelledby="invite">
        <h2 id="invite">{t("guestList.invite")}</h2>
        {inviteLack(status, audience) === null ? (
          <InviteForm consultationId={found.id} locale={locale} />
        ) : (
          <Notice>{t(audience === "members" ? "guestList.members" : "guestList.over")}</Notice>
        )}
      </section>
      {guests.length > 0 ? (
        <GuestTable consultationId={found.id} guests={guests} />
      ) : (
        <p>{t("guestList.none")}</p>
      )}
    </main>
  )
}
