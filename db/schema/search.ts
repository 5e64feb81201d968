import { sql } from "drizzle-orm"
import {
  boolean,
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
import { id, instant } from "./columns"
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
/** What is no longer in use and found all the same: a retired row, an activity of the annex. */
export const searchState = pgEnum("search_state", ["retired", "annex"])
/** Whom a text may be found by: anyone, the members of its group, or its co-chairs. */
export const searchReach = pgEnum("search_reach", ["public", "members", "co-chairs"])

/**
 * What can be found, always equal to the record that it was made from: one row for each passage.
 * `source` names that record, so that all its rows can be written again together. A text of no group
 * that is not public is the secretariat's.
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
    /** Whose words these are or whom they concern, a name a line, in every spelling that is known. */
    names: text("names").notNull().default(""),
    /** Words by which it is found and which are not shown. */
    also: text("also").notNull().default(""),
    /** The number of the meeting that it belongs to. */
    number: integer("number"),
    /** A text-search configuration of Postgres: `english`, `french`, … or `simple`. */
    language: text("language").notNull().default("english"),
    day: date("day", { mode: "string" }),
    area: text("area"),
    /** Null for what is in use. */
    state: searchState("state"),
    /** A public text whose words stand in the work of its group too, where members find them. */
    twin: boolean("twin").notNull().default(false),
    /** Made from the words above, folded, in the text's language. */
    terms: tsvector("terms").notNull(),
    /** A number for every two words that follow each other, so that a phrase is found by its rarest two. */
    pairs: integer("pairs").array().notNull().default(sql`'{}'`),
    /** Reach, kind, group, year and month as words, made by Postgres of the columns above. */
    facets: text("facets")
      .array()
      .generatedAlwaysAs(sql`search_facets(kind, reach, group_id, day)`),
  },
  (t) => [
    unique("search_texts_once").on(t.source, t.part),
    // One walk answers words, reach, filters and phrases. What is new waits in a list beside it, kept
    // short (kB) because every question reads through it.
    index("search_texts_find")
      .using("gin", t.terms, t.facets, t.pairs)
      .with({ gin_pending_list_limit: 512 }),
    index("search_texts_group").on(t.groupId, t.kind),
    index("search_texts_day").on(t.day.desc().nullsLast(), t.id),
    index("search_texts_area").on(t.area).where(sql`${t.area} is not null`),
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

/** How far everything that stands has been written into the index, once for each form of the index. */
export const searchFills = pgTable("search_fills", {
  form: integer("form").primaryKey(),
  /** The last record that was written; "" at the beginning. */
  upto: text("upto").notNull().default(""),
  finishedAt: instant("finished_at"),
})
