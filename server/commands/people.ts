/**
 * Who somebody is to the hub: found again by keyed hashes of their ID number or phone, their data sealed. Where two say
 * the same phone and each an ID number, they are two people. See `docs/decisions/0017-people.md`.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Person } from "../../shared/wire/ticket.ts";
import type { Context } from "./context.ts";
import type { People, PersonMarks, PersonRow } from "./ports.ts";

export interface Marks {
  readonly id: string | null;
  readonly phone: string | null;
}

/** The marks of what somebody says of themselves, written as people may write it. */
export function marksOf(keys: PersonMarks, { idNumber, phone }: Pick<Person, "idNumber" | "phone">): Marks {
  const id = idNumber?.replace(/\s/g, "").toUpperCase() ?? "";
  const number = phone === undefined ? "" : plainPhone(phone);
  return {
    id: id === "" ? null : keys.markPerson("id", id),
    phone: number === "" ? null : keys.markPerson("phone", number),
  };
}

/** Digits alone; a mobile number of the mainland without its country's code. */
function plainPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "");
  return /^(00)?86(1\d{10})$/.exec(digits)?.[2] ?? digits;
}

/** Who these marks are known of; null for nobody. */
export function findPerson(people: Pick<People, "byIdMark" | "byPhoneMark">, { id, phone }: Marks): PersonRow | null {
  const byId = id === null ? undefined : people.byIdMark(id)[0];
  if (byId || phone === null) return byId ?? null;
  return people.byPhoneMark(phone).find(({ idMark }) => id === null || idMark === null) ?? null;
}

export interface Remembered {
  readonly id: string;
  /** Who they are known to be already. */
  readonly known: PersonRow | null;
  readonly marks: Marks;
  /** What is kept, sealed. */
  readonly data: Person;
  /** Until when they are needed; they are forgotten so many days after it. */
  readonly until: Millis;
  /** Staff may correct what is known of somebody; what a stranger says changes nothing of it. */
  readonly isTrusted: boolean;
}

/** Keeps a person, or keeps them longer. */
export function remember(seal: Context["seal"], people: People, who: Remembered): void {
  const { id, known, marks, data, until, isTrusted } = who;
  if (!known) {
    const sealed = seal.seal(JSON.stringify(data));
    people.insert({ id, sealed, at: until, idMark: marks.id, phoneMark: marks.phone });
    return;
  }
  const before = personOf(seal, known);
  const mayTell = isTrusted || before?.name === undefined;
  people.update(id, {
    at: Math.max(known.at, until),
    ...(mayTell && {
      sealed: seal.seal(JSON.stringify({ ...before, ...data })),
      idMark: marks.id ?? known.idMark,
      phoneMark: marks.phone ?? known.phoneMark,
    }),
  });
}

/** What a person said of themselves; null where it was sealed by another key. */
export function personOf(seal: Pick<Context["seal"], "open">, { sealed }: PersonRow): Person | null {
  const text = seal.open(sealed);
  // It was sealed by `remember`.
  return text === null ? null : (JSON.parse(text) as Person);
}
