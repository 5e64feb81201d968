import { expect, test, vi } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { askLink } from "@/lib/links/ask"
import { answersOf } from "@/lib/links/queries"
import { askQueuedLinks } from "./ask-links"
import { noteDeadLinks } from "./note-dead-links"

vi.mock("@/lib/links/ask", () => ({ askLink: vi.fn() }))
vi.mock("./note-dead-links", () => ({ noteDeadLinks: vi.fn() }))

const { app } = await testDatabase()
const url = "https://tides.example.org/gone"
const gone = { state: "dead", status: 404, reason: "gone" } as const

test("a dead link that no import could be told of is asked again, and told of then", async () => {
  vi.mocked(askLink).mockResolvedValue(gone)
  vi.mocked(noteDeadLinks).mockRejectedValueOnce(new Error("The server went away"))
  await expect(askQueuedLinks([url])).rejects.toThrow("The server went away")
  expect((await answersOf(app, [url])).size).toBe(0)
  await askQueuedLinks([url])
  expect(vi.mocked(noteDeadLinks).mock.lastCall).toEqual([new Map([[url, gone]])])
  expect((await answersOf(app, [url])).get(url)).toMatchObject(gone)
})
