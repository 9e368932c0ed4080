/** What a hub does before it first answers: a hall, an epoch, somebody who can sign in, and the day that it is. */
import { readFileSync } from "node:fs";
import { isRefusal } from "../shared/domain/refusal.ts";
import { HallFile, type HallFile as HallFileOnWire } from "../shared/wire/hall-file.ts";
import { hashPassword, newPassword } from "./access/secrets.ts";
import type { UserRow } from "./commands/ports.ts";
import type { Command } from "./domain/commands.ts";
import { checkHall, type HallFault } from "./domain/check-hall.ts";
import { WrongSetting } from "./config/wrong-setting.ts";
import { newAjv } from "./plugins/validation.ts";
import { keepCalendar, knowsCountry } from "./holiday-library.ts";
import type { Hub } from "./routes/kit.ts";

export interface Started {
  /** The first manager's password where this start has made it up; told once, kept nowhere. */
  readonly madePassword: string | null;
  readonly warnings: readonly HallFault[];
}

/** Throws `WrongSetting` where there is no hall to run, or another one than the folder's. */
export async function prepareHall(hub: Hub, sample: () => unknown): Promise<Started> {
  const { writer, store, newId } = hub.context;
  const { config } = hub;
  const running = writer.state.hall?.file ?? null;
  const warnings: HallFault[] = [];
  if (writer.state.epoch === "") await command(hub, { type: "begin-epoch", by: "hub", epoch: newId(), sequences: {} });
  if (running === null || config.hallFile !== null) {
    const file = config.hallFile === null ? (config.demo ? sample() : null) : parseFile(config.hallFile);
    if (file === null)
      throw new WrongSetting(
        "LUNDAO_HALL: this data folder has no hall yet; give --hall FILE, or --demo to look around",
      );
    const name = config.hallFile ?? "the sample";
    const hall = hallFileFrom(file, name);
    const isSame = running !== null && JSON.stringify(running) === JSON.stringify(hall);
    if (running !== null && !isSame && !config.replaceHall) {
      throw new WrongSetting(
        `LUNDAO_HALL: this data folder already holds the hall ${running.hall.id}; --replace-hall takes the file instead`,
      );
    }
    warnings.push(...checkHall(hall).warnings);
    // What runs already goes on: its calendar says by itself that nothing is known.
    if (!isSame) await checkCountry(hall, name);
    if (!isSame) await command(hub, { type: "load-hall", by: "hub", hall });
  }
  await keepCalendar(hub.context);
  // The writer looks at the hour before every commit: this turns the day, or ends one that was slept through.
  await writer.submit(({ tx }) => {
    tx.setFact("key", hub.keys.fingerprint);
    return null;
  });
  return { madePassword: store.users.all().length === 0 ? await makeManager(hub) : null, warnings };
}

async function makeManager(hub: Hub): Promise<string | null> {
  const given = hub.config.managerPassword;
  const password = given ?? newPassword();
  const passwordHash = await hashPassword(password);
  const manager: UserRow = {
    id: hub.context.newId(),
    user: "manager",
    name: "管理员",
    role: "manager",
    counters: null,
    passwordHash,
  };
  const made = await hub.access.addUser(manager, (making) => making);
  if (isRefusal(made)) throw new Error(`the first manager could not be made: ${made.refused}`);
  return given === null ? password : null;
}

async function command(hub: Hub, asked: Command): Promise<void> {
  const answer = await hub.context.writer.submit(({ execute }) => execute(asked));
  if (!isRefusal(answer)) return;
  if (answer.refused === "counter-busy")
    throw new WrongSetting("LUNDAO_HALL: somebody is being served; replace the hall after hours");
  if (answer.refused === "still-needed") {
    const { number = "a booking", what = "" } = answer.detail ?? {};
    throw new WrongSetting(
      `LUNDAO_HALL: ${number} still needs ${what}, which is not in the file's ${answer.field ?? ""}; replace the hall after hours`,
    );
  }
  throw new Error(`${asked.type}: ${answer.refused}`);
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new WrongSetting(`LUNDAO_HALL: ${path}: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
}

/** Checks by schema and by sense; the first fault is named with its place in the file. */
function hallFileFrom(file: unknown, name: string): HallFileOnWire {
  const check = newAjv().compile<HallFileOnWire>(HallFile);
  if (!check(file)) {
    const [first] = check.errors ?? [];
    throw new WrongSetting(
      `LUNDAO_HALL: ${name}: ${first?.instancePath ?? ""} ${first?.message ?? ""} ${JSON.stringify(first?.params ?? {})}`,
    );
  }
  const [fault] = checkHall(file).faults;
  if (fault) throw new WrongSetting(`LUNDAO_HALL: ${name}: ${fault.field} ${fault.problem}`);
  return file;
}

/** Days of a country that no library knows would go by the week for ever, holidays included. */
async function checkCountry({ hall }: HallFileOnWire, name: string): Promise<void> {
  const country = hall.calendar?.holidays;
  if (country !== undefined && !(await knowsCountry(country)))
    throw new WrongSetting(`LUNDAO_HALL: ${name}: /hall/calendar/holidays no holidays are known of ${country}`);
}
