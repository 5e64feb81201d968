import { expect, test } from "vitest"
import { downloadOf } from "./download"

test("a file is saved and never shown, whatever it is called", async () => {
  const name = 'page "of" two\r\nset-cookie: a=b\ud800 – é.html'
  const answer = downloadOf(new TextEncoder().encode("<script>"), name, "abc")
  const headers = answer.headers
  expect(headers.get("content-type")).toBe("application/octet-stream")
  expect(headers.get("content-security-policy")).toContain("sandbox")
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("etag")).toBe('"abc"')
  expect(headers.get("set-cookie")).toBeNull()
  const said = headers.get("content-disposition") ?? ""
  expect(said).toMatch(/^attachment; filename="page _of_ two/)
  const [, escaped = ""] = said.split("filename*=UTF-8''")
  expect(decodeURIComponent(escaped)).toBe(name.toWellFormed())
  expect(await answer.text()).toBe("<script>")
})
