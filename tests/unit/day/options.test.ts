import { describe, expect, it } from "vitest";
import { passwordWanted, readOptions } from "../../../tools/day/options.ts";

const password = ["--password", "of-the-manager"];

describe("what a day is asked", () => {
  it("is a made-up day at the demonstration's address where nothing is said", () => {
    expect(readOptions([], { LUNDAO_MANAGER_PASSWORD: "of-the-manager" })).toEqual({
      hub: "http://127.0.0.1:8080",
      password: "of-the-manager",
      record: null,
      speed: null,
      seed: 1,
      minutes: null,
      from: 0,
      to: 86_400,
    });
  });

  it("takes the password that a demonstration keeps, but for no hub of another machine", () => {
    const kept = (folder: string) => (folder === ".data" ? "of-the-demo" : null);
    expect(readOptions([], {}, kept)).toMatchObject({ password: "of-the-demo" });
    expect(readOptions(password, {}, kept)).toMatchObject({ password: "of-the-manager" });
    expect(readOptions([], { LUNDAO_MANAGER_PASSWORD: "of-the-hall" }, kept)).toMatchObject({
      password: "of-the-hall",
    });
    expect(readOptions(["--hub", "http://127.0.0.1:8090"], {}, kept)).toMatchObject({ password: "of-the-demo" });
    expect(readOptions(["--hub", "http://hall.test"], {}, kept)).toBe(passwordWanted);
    expect(readOptions([], { LUNDAO_DATA: "elsewhere" }, kept)).toBe(passwordWanted);
  });

  it("names the record, its day and the part of it", () => {
    const args = [
      ...password,
      "--trace",
      "record.csv",
      "--date",
      "2001-05-07",
      "--from",
      "09:30",
      "--to",
      "10:00",
      "--speed",
      "60",
    ];
    expect(readOptions(args, {})).toMatchObject({
      record: { file: "record.csv", date: "2001-05-07" },
      from: 34_200,
      to: 36_000,
      speed: 60,
    });
  });

  it("takes the password of the command line before the environment's", () => {
    expect(readOptions(password, { LUNDAO_MANAGER_PASSWORD: "another" })).toMatchObject({ password: "of-the-manager" });
  });

  it.each([
    [[], passwordWanted],
    [[...password, "--trace", "record.csv"], "--trace needs --date YYYY-MM-DD, a day of the record"],
    [[...password, "--speed", "0"], "--speed must be a number above 0"],
    [[...password, "--minutes", "long"], "--minutes must be a number above 0"],
    [[...password, "--from", "25:00"], "--from must be a time such as 09:30"],
    [[...password, "--hub", "8080"], "--hub must be an http or https address"],
  ])("answers %j in one line", (args, line) => {
    expect(readOptions(args, {})).toBe(line);
  });

  it("names an argument that it does not know", () => {
    expect(readOptions([...password, "--faster"], {})).toContain("--faster");
  });
});
