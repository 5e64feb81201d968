import { z } from "zod"

/** Where the database runs: our own under `.data/`, for trying out, or the operator's. */
export type Mode = "embedded" | "external"

const flag = z.enum(["true", "false"]).transform((value) => value === "true")
const url = (schemes: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    message: `should be an address like ${example}`,
  })
const whole = (min: number, max: number) =>
  z.coerce
    .number({ message: `should be a whole number from ${min} to ${max}` })
    .int({ message: `should be a whole number from ${min} to ${max}` })
    .min(min, { message: `should be at least ${min}` })
    .max(max, { message: `should be at most ${max}` })

const variables = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], {
      message: "should be production, development or test",
    })
    .default("production"),
  PORT: whole(1, 65535).default(3000),
  HOST: z.string().min(1).optional(),
  DATABASE_URL: url(
    ["postgres:", "postgresql:"],
    "postgres://app:password@localhost:5432/rapporteur",
  ).optional(),
  DATABASE_MIGRATION_URL: url(
    ["postgres:", "postgresql:"],
    "postgres://owner:password@localhost:5432/rapporteur",
  ).optional(),
  AUTH_URL: url(["http:", "https:"], "https://rapporteur.example.org").optional(),
  AUTH_SECRET: z
    .string()
    .min(32, { message: "should be at least 32 characters that nobody can guess" })
    .optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://name:password@mail.example.org").optional(),
  MAIL_FROM: z.string().min(3).default("Rapporteur <rapporteur@localhost>"),
  RAPPORTEUR_DATA: z.string().min(1).default(".data"),
  RAPPORTEUR_TRUSTED_PROXIES: whole(0, 10).default(0),
  RAPPORTEUR_LINKS_PER_ADDRESS: whole(1, 1000).default(3),
  RAPPORTEUR_LINKS_PER_NETWORK: whole(1, 100000).default(30),
  RAPPORTEUR_SAMPLE: flag.default(true),
  RAPPORTEUR_CHECK_LINKS: flag.optional(),
  RAPPORTEUR_DIGEST_HOUR: whole(0, 23).default(7),
  RAPPORTEUR_INBOUND_PORT: whole(1, 65535).optional(),
  RAPPORTEUR_INBOUND_HOST: z.string().min(1).optional(),
  RAPPORTEUR_INBOUND_DOMAIN: z
    .string()
    .regex(/^(?=.{1,190}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i, {
      message: "should be the name of a domain like reply.example.org",
    })
    .optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "silent"], {
      message: "should be fatal, error, warn, info, debug or silent",
    })
    .default("info"),
})

export type Env = {
  mode: Mode
  production: boolean
  port: number
  host: string
  dataFolder: string
  databaseUrl: string
  migrationUrl: string
  /** The address of the portal, without a slash at its end. */
  origin: string
  authSecret: string
  smtpUrl: string | null
  mailFrom: string
  /** How many proxies of our own stand in front: 0 means that X-Forwarded-For is not believed. */
  trustedProxies: number
  linksPerAddress: number
  linksPerNetwork: number
  /** Whether an empty embedded database is filled with the sample group. */
  sample: boolean
  /** Whether the portal asks links in its texts whether they still lead somewhere. */
  checkLinks: boolean
  /** The hour, by each reader's own clock, at which their digests are written. */
  digestHour: number
  /** Where mailed answers are taken in; null where they are not. */
  inbound: { host: string; port: number; domain: string } | null
  logLevel: z.infer<typeof variables>["LOG_LEVEL"]
}

/** A variable is missing or malformed. The message names each one and says what it should be. */
export class EnvError extends Error {
  override name = "EnvError"
}

/** What the launcher knows in embedded mode, because it has just made it. */
export type Embedded = { databaseUrl: string; migrationUrl: string; authSecret: string }

/** Whether the operator named a database of their own. */
export function wantsEmbedded(source: NodeJS.ProcessEnv = process.env): boolean {
  return !source.DATABASE_URL
}

/** Where embedded data is kept, read before anything else stands. */
export function dataFolder(source: NodeJS.ProcessEnv = process.env): string {
  return source.RAPPORTEUR_DATA || ".data"
}

/** Reads and checks the environment. Throws an EnvError that lists everything wrong at once. */
export function readEnv(source: NodeJS.ProcessEnv, embedded: Embedded | null): Env {
  const present = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  )
  const parsed = variables.safeParse(present)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`)
  for (const name of Object.keys(present)) {
    if (name.startsWith("RAPPORTEUR_") && !(name in variables.shape))
      problems.push(`${name} is not a variable that Rapporteur knows`)
  }
  const pair = ["RAPPORTEUR_INBOUND_PORT", "RAPPORTEUR_INBOUND_DOMAIN"]
  for (const name of pair) {
    if (!present[name] && pair.some((other) => present[other]))
      problems.push(`${name} is missing; mail is taken in with a port and a domain`)
  }
  if (!embedded) {
    for (const name of ["DATABASE_URL", "AUTH_URL", "AUTH_SECRET", "SMTP_URL"]) {
      if (!present[name])
        problems.push(`${name} is missing; with a database of your own it is needed`)
    }
  } else if (present.DATABASE_URL)
    problems.push("DATABASE_URL and the embedded database exclude each other")
  if (problems.length > 0 || !parsed.success) throw new EnvError(problems.join("\n"))
  const v = parsed.data
  const databaseUrl = embedded?.databaseUrl ?? v.DATABASE_URL ?? ""
  const host = embedded ? "127.0.0.1" : (v.HOST ?? "0.0.0.0")
  return {
    mode: embedded ? "embedded" : "external",
    production: v.NODE_ENV === "production",
    port: v.PORT,
    host,
    dataFolder: v.RAPPORTEUR_DATA,
    databaseUrl,
    migrationUrl: embedded?.migrationUrl ?? v.DATABASE_MIGRATION_URL ?? databaseUrl,
    origin: new URL(v.AUTH_URL ?? `http://localhost:${v.PORT}`).origin,
    authSecret: v.AUTH_SECRET ?? embedded?.authSecret ?? "",
    smtpUrl: v.SMTP_URL ?? null,
    mailFrom: v.MAIL_FROM,
    trustedProxies: v.RAPPORTEUR_TRUSTED_PROXIES,
    linksPerAddress: v.RAPPORTEUR_LINKS_PER_ADDRESS,
    linksPerNetwork: v.RAPPORTEUR_LINKS_PER_NETWORK,
    sample: v.RAPPORTEUR_SAMPLE,
    checkLinks: v.RAPPORTEUR_CHECK_LINKS ?? !embedded,
    digestHour: v.RAPPORTEUR_DIGEST_HOUR,
    inbound:
      v.RAPPORTEUR_INBOUND_PORT && v.RAPPORTEUR_INBOUND_DOMAIN
        ? {
            host: v.RAPPORTEUR_INBOUND_HOST ?? host,
            port: v.RAPPORTEUR_INBOUND_PORT,
            domain: v.RAPPORTEUR_INBOUND_DOMAIN.toLowerCase(),
          }
        : null,
    logLevel: v.LOG_LEVEL,
  }
}

// Next bundles its own copy of this file, so what the launcher found out is handed over here.
const shared = globalThis as { rapporteurEnv?: Env }

/** Makes the environment known to the whole process, and to the sign-in library, which reads its own variables. */
export function provideEnv(env: Env): void {
  shared.rapporteurEnv = env
  process.env.AUTH_URL = env.origin
  process.env.AUTH_SECRET = env.authSecret
}

/** The environment of this process. Without a launcher (tests, commands) it is read on first use. */
export function env(): Env {
  shared.rapporteurEnv ??= readEnv(process.env, null)
  return shared.rapporteurEnv
}

/** The address of the portal, known also where nothing else of the environment has to stand. */
export function ownOrigin(): string {
  const { AUTH_URL, PORT } = process.env
  return (
    shared.rapporteurEnv?.origin ?? new URL(AUTH_URL || `http://localhost:${PORT || 3000}`).origin
  )
}

/** The sample people's sign-in buttons and the outbox page: embedded only, and only on loopback. */
export function sampleMode(): boolean {
  const { mode, host } = env()
  return mode === "embedded" && host === "127.0.0.1"
}
