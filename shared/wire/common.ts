/** Shapes that every request and answer is made of. */
import Type, { type Static, type TSchema } from "typebox";
import { languages } from "../domain/vocabulary.ts";

/** One of a vocabulary list's words. */
export function OneOf<const T extends readonly string[]>(
  values: T,
  options: { description?: string; default?: T[number] } = {},
) {
  return Type.Unsafe<T[number]>({ type: "string", enum: [...values], ...options });
}

/** An object that takes no property beside those named. */
export function Exactly<T extends Record<string, TSchema>>(
  properties: T,
  options: { description?: string; $id?: string } = {},
) {
  return Type.Object(properties, { additionalProperties: false, ...options });
}

export const Text = Exactly(
  { zh: Type.String(), en: Type.String(), "zh-Hant": Type.Optional(Type.String()) },
  { description: "A text in the hall's languages; where zh-Hant is absent, zh stands in." },
);
export type Text = Static<typeof Text>;

export const LanguageCode = OneOf(languages);

/** ISO 8601 with the hall's own offset, never `Z`. */
export const Instant = Type.String({
  description: "ISO 8601 with the hall's offset, e.g. 2026-11-23T09:00:00.000+08:00",
});

export const LocalDate = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
export const LocalTime = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });

export function Nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

export function ListOf<T extends TSchema>(item: T) {
  return Exactly({
    items: Type.Array(item),
    next: Type.Optional(Type.String({ description: "pass as ?after= for more" })),
  });
}

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String({ description: "stable; what programs decide by" }),
    field: Type.Optional(Type.String({ description: "the input that was refused" })),
    nextOpening: Type.Optional(Type.String()),
    start: Type.Optional(Type.String({ description: "of the booking that it is about" })),
    found: Type.Optional(Type.String({ description: "what a file is that screens cannot play" })),
    recipe: Type.Optional(Type.String({ description: "the command that makes something of it that they can" })),
  },
  { description: "RFC 9457 problem details", $id: "Problem" },
);
export type Problem = Static<typeof Problem>;
