import { sql } from "drizzle-orm"
import {
  customType,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { id } from "./columns"
import { groups } from "./groups"

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" })

export const searchKind = pgEnum("search_kind", [
  "meeting",
  "agenda-item",
  "decision",
  "action",
  "minutes",
  "document",
  "comment",
  "report",
  "person",
  "mapping-row",
])
/** Whom a text may be found by: anyone, the members of its group, or its co-chairs. */
export const searchReach = pgEnum("search_reach", ["public", "members", "co-chairs"])

/**
 * What can be found, always equal to the record that it was made from: one row for each passage.
 * `source` names that record, so that all its rows can be written again together.
 */
export const searchTexts = pgTable(
  "search_texts",
  {
    id: id(),
    groupId: uuid("group_id").references(() => groups.id),
    kind: searchKind("kind").notNull(),
    reach: searchReach("reach").notNull(),
    source: text("source").notNull(),
    part: integer("part").notNull(),
    /** Where it leads, without language and origin. */
    href: text("href").notNull(),
    title: text("title").notNull(),
    words: text("words").notNull(),
    /** A text-search configuration of Postgres: `english`, `french`, … or `simple`. */
    language: text("language").notNull().default("english"),
    day: date("day", { mode: "string" }),
    personIds: uuid("person_ids").array().notNull().default(sql`'{}'`),
    area: text("area"),
    /** Made by a trigger from title and words, without accents, in the text's language. */
    terms: tsvector("terms"),
  },
  (t) => [
    unique("search_texts_once").on(t.source, t.part),
    index("search_texts_terms").using("gin", t.terms),
    index("search_texts_group").on(t.groupId, t.kind),
  ],
)

/** Every word that occurs, folded, with how often: what a mistyped word is compared with. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text("word").primaryKey(),
    occurrences: integer("occurrences").notNull().default(0),
  },
  (t) => [index("search_words_like").using("gin", sql`${t.word} gin_trgm_ops`)],
)
