import { describe, expect, test } from "vitest"
import { EnvError, readEnv } from "./env"

const embedded = {
  databaseUrl: "postgres://app:x@127.0.0.1:1/rapporteur",
  migrationUrl: "postgres://owner:x@127.0.0.1:1/rapporteur",
  authSecret: "made-on-the-first-start-and-kept-there",
}
const own = {
  DATABASE_URL: "postgres://app:x@db.example.org/rapporteur",
  AUTH_URL: "https://rapporteur.example.org/",
  AUTH_SECRET: "a-secret-of-at-least-thirty-two-characters",
  SMTP_URL: "smtps://mail.example.org",
}

const problems = (source: Record<string, string>, given: typeof embedded | null = null): string => {
  try {
    readEnv(source as NodeJS.ProcessEnv, given)
  } catch (error) {
    if (error instanceof EnvError) return error.message
    throw error
  }
  return ""
}

describe("with a database of one's own", () => {
  test("everything that is missing is named at once", () => {
    const said = problems({ DATABASE_URL: own.DATABASE_URL })
    for (const name of ["AUTH_URL", "AUTH_SECRET", "SMTP_URL"])
      expect(said).toContain(`${name} is missing`)
  })
  test("it listens on every address, and the portal's address has no slash at its end", () => {
    const env = readEnv(own as unknown as NodeJS.ProcessEnv, null)
    expect(env).toMatchObject({
      mode: "external",
      host: "0.0.0.0",
      origin: "https://rapporteur.example.org",
    })
  })
  test("migrations run as the owner when one is named", () => {
    const owner = "postgres://owner:x@db.example.org/rapporteur"
    const env = readEnv(
      { ...own, DATABASE_MIGRATION_URL: owner } as unknown as NodeJS.ProcessEnv,
      null,
    )
    expect(env.migrationUrl).toBe(owner)
    expect(env.databaseUrl).toBe(own.DATABASE_URL)
  })
})

describe("embedded", () => {
  test("needs nothing, and listens on loopback whatever HOST says", () => {
    const env = readEnv({ HOST: "0.0.0.0" } as unknown as NodeJS.ProcessEnv, embedded)
    expect(env).toMatchObject({
      mode: "embedded",
      host: "127.0.0.1",
      origin: "http://localhost:3000",
      smtpUrl: null,
    })
  })
  test("cannot be had together with a database of one's own", () => {
    expect(problems(own, embedded)).toContain("exclude each other")
  })
})

describe("a malformed value names its variable and what it should be", () => {
  test.each([
    [{ PORT: "many" }, /PORT should be a whole number from 1 to 65535/],
    [{ PORT: "70000" }, /PORT should be at most 65535/],
    [{ LOG_LEVEL: "loud" }, /LOG_LEVEL should be fatal, error, warn/],
    [{ SMTP_URL: "mail.example.org" }, /SMTP_URL should be an address like smtps:/],
    [{ AUTH_SECRET: "short" }, /AUTH_SECRET should be at least 32/],
    [{ RAPPORTEUR_LINKS: "3" }, /RAPPORTEUR_LINKS is not a variable that Rapporteur knows/],
  ])("%o", (source, sentence) => {
    expect(problems(source as Record<string, string>, embedded)).toMatch(sentence)
  })
  test("a secret that is refused is not repeated", () => {
    expect(problems({ AUTH_SECRET: "hunter2-hunter2" }, embedded)).not.toContain("hunter2")
  })
})
