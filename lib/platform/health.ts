import { sql } from "drizzle-orm"
import packageFile from "@/package.json"
import { database } from "./database"

export type Health = { ok: boolean; version: string; database: "up" | "down" }

/** Whether the portal can work now, and which version it is. Says nothing about where anything stands. */
export async function health(): Promise<Health> {
  const up = await database()
    .execute(sql`select 1`)
    .then(
      () => true,
      () => false,
    )
  return { ok: up, version: packageFile.version, database: up ? "up" : "down" }
}
