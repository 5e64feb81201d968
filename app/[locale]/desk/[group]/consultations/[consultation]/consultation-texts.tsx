import { randomUUID } from "node:crypto"
import { getDeskTexts } from "@/lib/consultations/desk-texts"
import type { ConsultationForDesk } from "@/lib/consultations/queries"
import { isTaking } from "@/lib/consultations/status"
import type { Actor } from "@/lib/platform/actor"
import { getLocale, getTranslations } from "@/lib/platform/i18n"
import { localePath } from "@/lib/platform/locales"
import { answer } from "@/lib/platform/request"
import { commentInConsultationAction, discardDraftAction, fileKeptAction } from "../actions"
import { OpenTextView } from "../open-text-view"
import { OwnComments } from "../own-comments"
import { Said } from "./said"
import type { SaidAsked } from "./said-pages"

/** The texts, with a form under each while comments are taken, and what the reader has said. */
export async function ConsultationTexts({
  found,
  actor,
  asked,
}: {
  found: ConsultationForDesk
  /** The query of the address, for the pages of what was said. */
  asked: SaidAsked
  actor: Actor
}) {
  const [t, locale] = await Promise.all([getTranslations("consultations"), getLocale()])
  const { texts, own, kept, drafts, unsent } = await answer(getDeskTexts(actor, found.id, locale))
  const { status } = found
  const taken = isTaking(status)
  const desk = localePath(locale, `/desk/${found.group.slug}`)
  return (
    <>
      {texts.map((text) => (
        <OpenTextView
          key={text.id}
          text={text}
          form={
            found.may.comment
              ? {
                  taken,
                  action: commentInConsultationAction,
                  hidden: { consultationId: found.id },
                  submission: randomUUID(),
                  drafts: `${desk}/comments/drafts`,
                  draft: drafts[text.id],
                }
              : null
          }
          extra={
            <p className="small">
              <a
                href={
                  text.kind === "document"
                    ? `${desk}/documents/${text.slug}`
                    : `${desk}/meetings/${text.textId}/minutes`
                }
              >
                {t("openText")}
              </a>
            </p>
          }
        />
      ))}
      {status === "planned" && own.length + kept.length + unsent.length === 0 ? null : (
        <OwnComments
          {...{ own, kept, unsent, texts }}
          discard={{ action: discardDraftAction, hidden: { consultationId: found.id } }}
          send={
            taken && found.may.comment
              ? { action: fileKeptAction, hidden: { consultationId: found.id } }
              : null
          }
        />
      )}
      <Said
        consultationId={found.id}
        groupSlug={found.group.slug}
        {...{ texts, taken, asked, actor }}
      />
    </>
  )
}
