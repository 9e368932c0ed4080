import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "../../../server/store/verify.ts";
import { callNext, finish, HallOnDisk, issue } from "./on-disk.ts";

describe("the hash chain", () => {
  let hall: HallOnDisk;
  let events = 0;

  beforeEach(async () => {
    hall = await new HallOnDisk().opens();
    await hall.asks(issue("anna"), issue("alf"));
    hall.restarts();
    await hall.asks(callNext(1), finish(1), issue("ada"));
    hall.stops();
    events = hall.journal().length;
  });

  afterEach(() => {
    hall.isGone();
  });

  it("is whole as the hub wrote it, restarts included", () => {
    expect(events).toBeGreaterThan(8);
    expect(verifyChain(hall.file)).toEqual({ events, brokenAt: null });
  });

  it("shows one changed byte, in whichever row", () => {
    const rows = hall.query<{ seq: number; bytes: Buffer }>("select seq, bytes from journal order by seq");
    for (const { seq, bytes } of rows) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(changed.length - 2) ^ 1, changed.length - 2);
      hall.tampers("update journal set bytes = ? where seq = ?", changed, seq);
      expect(verifyChain(hall.file).brokenAt).toBe(seq);
      hall.tampers("update journal set bytes = ? where seq = ?", bytes, seq);
    }
    expect(verifyChain(hall.file).brokenAt).toBeNull();
  });

  it("shows a row that says the same in other bytes", () => {
    const [row] = hall.query<{ bytes: Buffer }>("select bytes from journal where seq = 4");
    hall.tampers("update journal set bytes = ? where seq = 4", Buffer.from(`${row?.bytes.toString() ?? ""} `));
    expect(verifyChain(hall.file).brokenAt).toBe(4);
  });

  it("shows a changed hash", () => {
    hall.tampers("update journal set hash = zeroblob(32) where seq = 5");
    expect(verifyChain(hall.file).brokenAt).toBe(5);
  });

  it("shows a row taken out, and the first one too", () => {
    hall.tampers("delete from journal where seq = 6");
    expect(verifyChain(hall.file).brokenAt).toBe(6);
    hall.tampers("delete from journal where seq = 1");
    expect(verifyChain(hall.file).brokenAt).toBe(1);
  });

  it("shows two rows that changed places", () => {
    const both = hall.query<{ bytes: Buffer; hash: Buffer }>(
      "select bytes, hash from journal where seq in (6, 7) order by seq",
    );
    for (const [index, { bytes, hash }] of both.entries()) {
      hall.tampers("update journal set bytes = ?, hash = ? where seq = ?", bytes, hash, 7 - index);
    }
    expect(verifyChain(hall.file).brokenAt).toBe(6);
  });

  it("shows a row put in", () => {
    hall.tampers("insert into journal select seq + 1, bytes, hash from journal where seq = ?", events);
    expect(verifyChain(hall.file).brokenAt).toBe(events + 1);
  });

  it("shows a row taken out even where those behind it were numbered anew", () => {
    hall.tampers("delete from journal where seq = ?", events - 1);
    hall.tampers("update journal set seq = seq - 1 where seq = ?", events);
    expect(verifyChain(hall.file).brokenAt).toBe(events - 1);
  });

  it("names the hall and the place in every row, so that a city can tell whose it is", () => {
    const rows = hall.journal() as readonly { seq: number; v: number; type: string; hall?: unknown }[];
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.every(({ v }) => v === 1)).toBe(true);
    const loaded = rows.findIndex(({ type }) => type === "hall-loaded");
    expect(rows.slice(loaded + 1).every((row) => row.hall === "small")).toBe(true);
  });
});
