import { describe, expect, it } from "vitest";
import { version } from "uuid";
import { newTicketId } from "../../../server/commands/new-id.ts";
import { issuedSeqOf } from "../../../server/domain/ticket-id.ts";

describe("a ticket's id", () => {
  it.each([1, 63, 64, 255, 256, 16_383, 16_384, 1_048_575, 1_048_576, 268_435_455, 268_435_456, 4_294_967_295])(
    "names the place in the journal, %i, at which the ticket was issued",
    (seq) => {
      const id = newTicketId(seq);

      expect(version(id)).toBe(7);
      expect(issuedSeqOf(id)).toBe(seq);
    },
  );

  it("is never given twice, not even for the same place in a journal that was restored", () => {
    const ids = Array.from({ length: 1000 }, () => newTicketId(7));

    expect(new Set(ids).size).toBe(1000);
  });

  it.each(["", "S001", "../hub.sqlite", newTicketId(7).toUpperCase(), `${newTicketId(7)}0`])(
    "is not %j, which names no place",
    (text) => {
      expect(issuedSeqOf(text)).toBeNull();
    },
  );
});
