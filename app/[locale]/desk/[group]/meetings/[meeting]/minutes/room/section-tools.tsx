"use client"

import { useTranslations } from "next-intl"
import { ItemMenu } from "./item-menu"
import { ItemState } from "./item-state"
import { useRoomInHand } from "./room-context"
import { TitleForm } from "./title-form"

const useItem = (itemId: string) => {
  const inHand = useRoomInHand()
  const item = inHand?.room.agenda.find(({ id }) => id === itemId) ?? null
  const edits = inHand?.editing?.at === "minutes" && inHand.editing.itemId === itemId
  return { item, inHand, edits: edits ? (inHand?.editing?.what ?? null) : null }
}

/** The title of an item above its section, or the field in which it is being changed. */
export function SectionTitle({ itemId, title }: { itemId: string; title: string }) {
  const t = useTranslations("minutes.room")
  const { item, edits } = useItem(itemId)
  if (!item || edits !== "title") return <span>{title}</span>
  return <TitleForm label={t("titleOf", { label: item.label })} item={item} />
}

/** What can be done with the item above its section. Nothing where the text is only read. */
export function SectionMenu({ itemId }: { itemId: string }) {
  const { item, inHand } = useItem(itemId)
  return item && inHand?.acts ? <ItemMenu item={item} at="minutes" /> : null
}

/** What became of the item, and the field for one that is added below it. */
export function SectionState({ itemId }: { itemId: string }) {
  const t = useTranslations("minutes.room")
  const { item, edits } = useItem(itemId)
  if (!item) return null
  return (
    <>
      <p className="section-state">
        <ItemState item={item} withTime={false} />
      </p>
      {edits === "below" ? (
        <TitleForm label={t("newTitle")} button={t("addButton")} after={itemId} />
      ) : null}
    </>
  )
}
