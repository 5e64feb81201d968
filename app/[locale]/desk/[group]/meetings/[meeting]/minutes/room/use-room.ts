"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { Room, RoomGuest } from "@/lib/meetings/room-model"
import type { ActionResult } from "@/lib/platform/action"
import {
  addItemAction,
  carryItemAction,
  goToItemAction,
  markItemAction,
  markSeatAction,
  moveItemAction,
  removeItemAction,
  renameItemAction,
  seatByNameAction,
  stopClockAction,
} from "./actions"
import { type Change, marked, moved, renamed, seated, turnedTo } from "./optimistic"
import type { Editing, RoomActs, RoomInHand } from "./room-context"
import { nowOf } from "./use-now"

/** How old the room may grow on a page where nothing tells of changes. */
const REFRESH_MS = 30_000

type Fields = Record<string, string | null>
type Send<Data> = (form: FormData) => Promise<ActionResult<Data>>
type Pending = { id: number; change: Change }

/**
 * The room beside the text. What somebody does is shown at once and taken back when the portal
 * refuses; one request at a time goes out for each thing; after each the room is read again, and also
 * when the page is looked at again and every half minute. Call `refresh` when a change is heard of.
 */
export function useRoom(
  initial: Room,
  href: string,
): RoomInHand & { acts: RoomActs; refresh: () => void } {
  const t = useTranslations("minutes.room")
  const [base, setBase] = useState(initial)
  const [pending, setPending] = useState<Pending[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [said, setSaid] = useState("")
  const [editing, edit] = useState<Editing>(null)
  const refresh = useReading(href, setBase)
  const queues = useRef(new Map<string, Promise<unknown>>())
  const count = useRef(0)
  const unreachable = useCallback(() => (navigator.onLine ? t("unreachable") : t("offline")), [t])
  const room = useMemo(
    () => pending.reduce((shown, { change }) => change(shown), base),
    [base, pending],
  )
  const latest = useRef(room)
  latest.current = room
  useTold(room, setSaid)

  const run = useCallback(
    async <Data>(
      thing: string,
      send: Send<Data>,
      fields: Fields,
      change: Change = (same) => same,
    ): Promise<{ data: Data } | null> => {
      const form = new FormData()
      form.set("meetingId", latest.current.meetingId)
      for (const [name, value] of Object.entries(fields)) form.set(name, value ?? "")
      const id = ++count.current
      setPending((all) => [...all, { id, change }])
      setProblem(null)
      const before = queues.current.get(thing) ?? Promise.resolve()
      const answered = before.then(() => send(form)).catch(() => null)
      queues.current.set(thing, answered)
      const result = await answered
      if (result?.ok) setBase(change)
      else {
        const [field] = Object.values(result?.fields ?? {})
        setProblem(result ? (field ?? result.message) : unreachable())
      }
      setPending((all) => all.filter((each) => each.id !== id))
      const shown = refresh(true)
      // What was made is there to be gone to when this resolves.
      if (thing === "add") await shown
      return result?.ok ? { data: result.data } : null
    },
    [refresh, unreachable],
  )

  const acts = useMemo((): RoomActs => {
    const clock = (itemId: string | null) => turnedTo(itemId, nowOf(latest.current))
    const done = async (running: Promise<unknown>) => (await running) !== null
    return {
      addItem: async (after, title) => {
        const added = await run("add", addItemAction, { after, title })
        return added?.data.itemId ?? null
      },
      rename: (itemId, title) =>
        done(run(itemId, renameItemAction, { itemId, title }, renamed(itemId, title))),
      move: (itemId, move) =>
        done(run("order", moveItemAction, { itemId, move }, moved(itemId, move))),
      remove: (itemId) => done(run("order", removeItemAction, { itemId })),
      mark: (itemId, coverage) =>
        done(run(itemId, markItemAction, { itemId, coverage }, marked(itemId, coverage))),
      carry: (itemId) => done(run(itemId, carryItemAction, { itemId })),
      goTo: (itemId) =>
        done(run("clock", goToItemAction, { itemId }, itemId ? clock(itemId) : undefined)),
      stop: () => done(run("clock", stopClockAction, {}, clock(null))),
      seat: (personId, kind) =>
        done(run(personId, markSeatAction, { personId, kind }, seated(personId, kind))),
      seatByName: (name) => done(run("name", seatByNameAction, { name })),
      find: async (text) => {
        const answer = await fetch(`${href}?find=${encodeURIComponent(text)}`).catch(() => null)
        return answer?.ok ? ((await answer.json()) as RoomGuest[]) : []
      },
      dismiss: () => setProblem(null),
    }
  }, [run, href])

  return { room, href, acts, problem, said, editing, edit, refresh }
}

/** Says in words when the call goes on, and what an item that somebody has marked or moved is now. */
function useTold(room: Room, say: (words: string) => void): void {
  const t = useTranslations("minutes.room.said")
  const coverages = useTranslations("meetings.agenda.coverages")
  const before = useRef(room)
  useEffect(() => {
    const was = before.current
    before.current = room
    const known = new Map(was.agenda.map((item) => [item.id, item]))
    const told = room.agenda.flatMap((item) => {
      const { id, label, title, coverage } = item
      const old = known.get(id)
      if (!old) return t("added", { label, title })
      if (room.turn?.itemId === id && was.turn?.itemId !== id) return t("now", { label, title })
      if (coverage !== old.coverage)
        return t("marked", { label, title, coverage: coverages(coverage ?? "none") })
      return old.label === label ? [] : t("moved", { label, title })
    })
    if (told[0]) say(told[0])
  }, [room, say, t, coverages])
}

/**
 * Reads the room: one request at a time, and none that began before the last change is believed.
 * `changed` says that something was changed by this page. Resolves when what is shown is new.
 */
function useReading(
  href: string,
  show: (room: Room) => void,
): (changed?: boolean) => Promise<void> {
  const epoch = useRef(0)
  const again = useRef(false)
  const reading = useRef<Promise<void> | null>(null)
  const read = useCallback(
    (changed = false) => {
      if (changed) epoch.current++
      again.current = true
      const loop = async () => {
        while (again.current) {
          again.current = false
          const begun = epoch.current
          const answer = await fetch(href).catch(() => null)
          const room = answer?.ok ? ((await answer.json().catch(() => null)) as Room | null) : null
          if (room && begun === epoch.current) show(room)
        }
        reading.current = null
      }
      reading.current ??= loop()
      return reading.current
    },
    [href, show],
  )
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void read()
    }
    const timer = setInterval(look, REFRESH_MS)
    document.addEventListener("visibilitychange", look)
    return () => {
      clearInterval(timer)
      document.removeEventListener("visibilitychange", look)
    }
  }, [read])
  return read
}
