import { readdir, readFile } from "node:fs/promises"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { ActionResult } from "@/lib/platform/action"
import { useAnswered } from "./use-answered"

type Act = (before: ActionResult | null, form: FormData) => Promise<ActionResult | null>
const react = vi.hoisted(() => ({ acts: [] as unknown[], answers: [] as unknown[] }))
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  useRef: (current: unknown) => ({ current }),
  useEffect: (run: () => void) => {
    if (typeof window !== "undefined") run()
  },
  useActionState: (act: Act) => {
    react.acts.push(act)
    return [null, (form: FormData) => react.answers.push(act(null, form)), false]
  },
}))
vi.mock("next-intl", () => ({ useTranslations: () => (key: string) => key }))
beforeEach(() => {
  react.acts = []
  react.answers = []
})
afterEach(() => vi.unstubAllGlobals())

test("no form anywhere takes the page away when no answer comes", async () => {
  const bare: string[] = []
  for (const name of await readdir("app", { recursive: true })) {
    if (!/(?<!\.test)\.tsx?$/.test(name)) continue
    const text = await readFile(`app/${name}`, "utf8")
    if (text.includes("useActionState")) bare.push(`app/${name}`)
  }
  expect(bare).toEqual(["app/ui/use-answered.ts"])
})

test("on the server it is the action itself, which a form sends to before its script", () => {
  const act: Act = async () => null
  useAnswered(act)
  expect(react.acts).toEqual([act])
})

/** A form of a page: what stands in its one field changes while it waits. */
const formOf = (words: string) => ({
  words,
  isConnected: true,
  elements: Object.assign([{ type: "text" }], { namedItem: () => ({ type: "text" }) }),
})

test("of two forms that wait at once each goes on with its own words, as they stand by then", async () => {
  const heard: ((event: object) => void)[] = []
  const window = {
    addEventListener: (_: string, hear: (event: object) => void) => heard.push(hear),
  }
  class Read extends FormData {
    constructor(of?: { words: string }) {
      super()
      if (of) this.set("words", of.words)
    }
  }
  vi.stubGlobal("window", window)
  vi.stubGlobal("FormData", Read)
  let breakOff = (_: Error) => {}
  const waiting = new Promise<null>((_, reject) => {
    breakOff = reject
  })
  const [, send] = useAnswered(() => waiting)
  const forms = [formOf("first"), formOf("second")]
  for (const target of forms) {
    for (const hear of heard) hear({ target })
    send(new Read(target))
  }
  for (const form of forms) form.words += ", and more"
  breakOff(new TypeError("Failed to fetch"))
  expect(await Promise.all(react.answers)).toMatchObject([
    { code: "no_answer", message: "noAnswer", entered: { words: "first, and more" } },
    { code: "no_answer", message: "noAnswer", entered: { words: "second, and more" } },
  ])
})
