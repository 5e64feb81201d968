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

describe("mail that is taken in", () => {
  const inbound = {
    RAPPORTEUR_INBOUND_PORT: "2525",
    RAPPORTEUR_INBOUND_DOMAIN: "Reply.example.org",
  }
  test("needs a port and a domain, and the one that is missing is named", () => {
    const { RAPPORTEUR_INBOUND_PORT, RAPPORTEUR_INBOUND_DOMAIN } = inbound
    expect(problems({ RAPPORTEUR_INBOUND_PORT }, embedded)).toContain("INBOUND_DOMAIN is missing")
    expect(problems({ RAPPORTEUR_INBOUND_DOMAIN }, embedded)).toContain("INBOUND_PORT is missing")
    expect(
      problems({ ...inbound, RAPPORTEUR_INBOUND_DOMAIN: "a@example.org" }, embedded),
    ).toContain("RAPPORTEUR_INBOUND_DOMAIN should be the name of a domain")
  })
  test("comes to the address of the portal unless another one is named", () => {
    const read = (more: Record<string, string>) =>
      readEnv({ ...own, ...inbound, ...more } as unknown as NodeJS.ProcessEnv, null).inbound
    expect(read({})).toEqual({ host: "0.0.0.0", port: 2525, domain: "reply.example.org" })
    expect(read({ RAPPORTEUR_INBOUND_HOST: "127.0.0.1" })?.host).toBe("127.0.0.1")
    expect(readEnv({} as NodeJS.ProcessEnv, embedded).inbound).toBeNull()
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
