"use client"

import { useTranslations } from "next-intl"
import { type KeyboardEvent, useEffect, useRef, useState } from "react"
import { Button } from "@/app/ui/button"
import type { AttendanceKind } from "@/lib/meetings/model"
import type { RoomGuest, RoomSeat } from "@/lib/meetings/room-model"
import { foldName, longestName } from "@/lib/people/model"
import { useRoomInHand } from "./room-context"

const PAUSE_MS = 250
/** Letters from which on the register is asked. */
const ENOUGH = 2

/**
 * The field that narrows the list. Enter marks the first one found as present: of the list, then of
 * the register. A name that nobody bears can be added.
 */
export function FindPerson({
  typed,
  onType,
  shown,
  mark,
  intoList,
  say,
}: {
  typed: string
  onType: (text: string) => void
  shown: readonly RoomSeat[]
  mark: (personId: string, name: string, kind: AttendanceKind | null) => void
  intoList: () => void
  say: (words: string) => void
}) {
  const t = useTranslations("minutes.room")
  const inHand = useRoomInHand()
  const acts = inHand?.acts
  const field = useRef<HTMLInputElement>(null)
  const name = typed.trim()
  const asked = name.length >= ENOUGH
  const register = useRegister(asked ? name : "")
  const seated = new Set(inHand?.room.seats.map(({ personId }) => personId))
  const others = register.found.filter(({ personId }) => !seated.has(personId))
  const isKnown = [...shown, ...others].some((one) => foldName(one.name) === foldName(name))
  const mayAdd = asked && register.asked === name && !isKnown && inHand?.room.may.addPerson
  const clear = () => {
    onType("")
    field.current?.focus()
  }
  const seat = (who: { personId: string; name: string }) => {
    clear()
    mark(who.personId, who.name, "present")
  }
  const add = async () => {
    if (await acts?.seatByName(name)) {
      clear()
      say(t("added", { name }))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && typed !== "") onType("")
    else if (event.key === "ArrowDown") intoList()
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      const [first] = [...shown, ...others]
      if (name !== "" && first) seat(first)
      else if (mayAdd) document.getElementById("add-person")?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="find-person">
      <label className="vh" htmlFor="find-person">
        {t("find")}
      </label>
      <input
        id="find-person"
        ref={field}
        className="in"
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={t("find")}
        aria-describedby="find-person-hint"
        maxLength={longestName}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="vh" id="find-person-hint">
        {t("findHint")}
      </p>
      {others.length > 0 ? (
        <ul className="others">
          {others.map((guest) => (
            <li key={guest.personId}>
              <span className="who-is">
                <bdi>{guest.name}</bdi>
                {guest.about ? <small>{guest.about}</small> : null}
              </span>
              <Button type="button" small onClick={() => seat(guest)}>
                {t("markPresent")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {name !== "" && shown.length === 0 && others.length === 0 ? (
        <p className="small muted">{t("noneFound")}</p>
      ) : null}
      {mayAdd ? (
        <Button type="button" id="add-person" small onClick={() => void add()}>
          {t("addPerson", { name })}
        </Button>
      ) : null}
    </div>
  )
}

/** Whom the register knows by what was typed, asked when the typing pauses; `asked` is what `found` answers. */
function useRegister(name: string): { asked: string; found: RoomGuest[] } {
  const find = useRoomInHand()?.acts?.find
  const [answer, setAnswer] = useState<{ asked: string; found: RoomGuest[] }>({
    asked: "",
    found: [],
  })
  useEffect(() => {
    if (name === "" || !find) {
      setAnswer({ asked: "", found: [] })
      return
    }
    let isOld = false
    const timer = setTimeout(() => {
      void find(name).then((found) => {
        if (!isOld) setAnswer({ asked: name, found })
      })
    }, PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [name, find])
  return answer
}
