import type { ReactNode } from "react"
import { getDeskGroup } from "@/lib/groups/queries"
import { answer } from "@/lib/platform/request"
import { currentActor } from "@/lib/platform/session"
import { DeskBar } from "../desk-bar"

export default async function GroupDeskLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ group: string }>
}) {
  const [{ group: slug }, actor] = await Promise.all([params, currentActor()])
  const group = await answer(getDeskGroup(actor, slug))
  return (
    <>
      <DeskBar actor={actor} group={group} />
      {children}
    </>
  )
}
