import { expect, test } from "vitest"
import en from "@/messages/en.json"
import fr from "@/messages/fr.json"
import { reactions } from "./react"

test.each(Object.entries({ en, fr }))("every event has its sentence in %s", (_, catalogue) => {
  const sentences = Object.keys(catalogue.activity.event).sort()
  const events = Object.keys(reactions).map((name) => name.replace(".", "_"))
  expect(sentences).toEqual(events.sort())
})
