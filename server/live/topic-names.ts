/** Topics as clients name them. */

export type TopicName =
  | { readonly kind: "lobby" }
  | { readonly kind: "queue" }
  /** The queue as those see it who do not read what staff have written; to the client it is the queue. */
  | { readonly kind: "queue-without-notes" }
  | { readonly kind: "health" }
  | { readonly kind: "counter"; readonly number: number }
  /** Whom the counter would call next, for its panel. */
  | { readonly kind: "next"; readonly number: number }
  | { readonly kind: "ticket"; readonly token: string }
  | { readonly kind: "screen"; readonly id: string };

/** What a client asks for; null for what is no topic. */
export function parseTopic(name: string): TopicName | null {
  if (name === "lobby" || name === "queue" || name === "health") return { kind: name };
  const counter = /^counter\/([1-9]\d{0,5})$/.exec(name)?.[1];
  if (counter !== undefined) return { kind: "counter", number: Number(counter) };
  const next = /^counter\/([1-9]\d{0,5})\/next$/.exec(name)?.[1];
  if (next !== undefined) return { kind: "next", number: Number(next) };
  const token = /^ticket\/([\w-]{1,100})$/.exec(name)?.[1];
  if (token !== undefined) return { kind: "ticket", token };
  const screen = /^screen\/([\w-]{1,64})$/.exec(name)?.[1];
  return screen === undefined ? null : { kind: "screen", id: screen };
}
