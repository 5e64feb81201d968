"use client"

import { createContext, type ReactNode, useContext } from "react"
import type { AttendanceKind, Coverage, Move } from "@/lib/meetings/model"
import type { Room, RoomGuest } from "@/lib/meetings/room-model"

/** What somebody can do beside the text. Each resolves to whether it was done; why not is `problem`. */
export type RoomActs = {
  /** Resolves to the id of the item, null when it was not added. */
  addItem(after: string | null, title: string): Promise<string | null>
  rename(itemId: string, title: string): Promise<boolean>
  move(itemId: string, move: Move): Promise<boolean>
  remove(itemId: string): Promise<boolean>
  mark(itemId: string, coverage: Coverage | null): Promise<boolean>
  carry(itemId: string): Promise<boolean>
  /** To an item; null goes on to the next, or to where the clock stopped. */
  goTo(itemId: string | null): Promise<boolean>
  stop(): Promise<boolean>
  seat(personId: string, kind: AttendanceKind | null): Promise<boolean>
  seatByName(name: string): Promise<boolean>
  find(text: string): Promise<RoomGuest[]>
  /** Puts the words about what failed away. */
  dismiss(): void
}

/** Where a title is being changed: in the agenda or above its section. */
export type Editing = { itemId: string; at: "agenda" | "minutes"; what: "title" | "below" } | null

/** The room as a page holds it. Without `acts` it is only shown: before script. */
export type RoomInHand = {
  room: Room
  /** The address at which the room is read. */
  href: string
  acts: RoomActs | null
  /** Why the last thing was not done; null when everything was. */
  problem: string | null
  /** What was just done, for who does not see it. */
  said: string
  editing: Editing
  edit: ((editing: Editing) => void) | null
}

const RoomContext = createContext<RoomInHand | null>(null)

export function RoomProvider({ room, children }: { room: RoomInHand; children: ReactNode }) {
  return <RoomContext value={room}>{children}</RoomContext>
}

/** The room of the page around, null on a page that has none. */
export function useRoomInHand(): RoomInHand | null {
  return useContext(RoomContext)
}

/** Where the page of another meeting stands. */
export function meetingHref(href: string, meetingId: string): string {
  return href.replace(/[^/]+\/minutes\/room$/, meetingId)
}
