import { gzipSync } from "node:zlib";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parseRecord, readRecord } from "../../../tools/day/record.ts";

const head = "date,joined_s,service,priority,outcome,wait_s,service_start_s,service_s,server";
const served = "2001-05-07,36000,AA,2,served,15,36015,120,T01";
const left = "2001-05-07,36010,BB,0,left,40,,,";

describe("the record of a queue", () => {
  it("gives one row a person, with who served and for how long", () => {
    expect(parseRecord(`${head}\n${served}\n`)).toEqual([
      {
        date: "2001-05-07",
        joined: 36_000,
        service: "AA",
        isPriority: true,
        wait: 15,
        served: { start: 36_015, seconds: 120 },
        server: "T01",
      },
    ]);
  });

  it("knows who left, and where nobody is named as the server", () => {
    const [first, second] = parseRecord([head, left, served.replace("T01", "")].join("\r\n"));
    expect(first).toMatchObject({ served: null, server: null, wait: 40, isPriority: false });
    expect(second).toMatchObject({ served: { seconds: 120 }, server: null });
  });

  it.each([
    ["a column that is missing", served.slice(0, served.lastIndexOf(",")), "line 3: not a row of the record"],
    ["a column too many", `${served},more`, "line 3: not a row of the record"],
    ["an outcome that it does not know", served.replace("served", "gone"), "line 3: not a row of the record"],
    ["a service that never began", "2001-05-07,36000,AA,0,served,15,,120,T01", "line 3:  is no number of seconds"],
    ["a time that is no number", served.replace("36000", "ten"), "line 3: ten is no number of seconds"],
  ])("names the line of %s", (_what, line, message) => {
    expect(() => parseRecord([head, left, line].join("\n"))).toThrow(message);
  });

  it("refuses a file with other columns", () => {
    expect(() => parseRecord(`date,joined\n${served}`)).toThrow("line 1: expected the columns date,joined_s");
  });

  const folder = mkdtempSync(path.join(tmpdir(), "lundao-record-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is read packed", () => {
    const file = path.join(folder, "record.csv.gz");
    writeFileSync(file, gzipSync(`${head}\n${left}\n`));
    expect(readRecord(file)).toHaveLength(1);
  });
});
