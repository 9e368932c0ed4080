/**
 * The product's sample hall as benches use it: open day and night and without quotas, since a bench takes more numbers
 * in a minute than the hall gives in a month, and writes days that were Sundays.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { HallFile } from "../../../shared/wire/hall-file.ts";
import { projectRoot } from "../../../tools/project.ts";

export function benchHall(): HallFile {
  const text = readFileSync(path.join(projectRoot, "server", "halls", "jiangbin.json"), "utf8");
  // The product's own sample, which its tests check.
  const { hall, services, ...rest } = JSON.parse(text) as HallFile;
  const { calendar: _calendar, lastTicketMinutes: _last, expireAt: _expire, ...ofHall } = hall;
  const always = [["00:00", "23:59"]];
  return {
    ...rest,
    hall: {
      ...ofHall,
      hours: { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always },
    },
    services: services.map(({ quota: _quota, hours: _hours, ...service }) => service),
  };
}

/** The same as a file for the hub. */
export function benchHallFile(): string {
  const folder = path.join(projectRoot, "tests", ".out", "bench");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "hall.json");
  writeFileSync(file, JSON.stringify(benchHall()));
  return file;
}
