import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { sampleHall } from "../support/hub.ts";
import { played, Stage } from "./stage.ts";
import { openStation, stationHall, tap, type StationHall } from "./station-page.ts";

const publicUrl = "https://hall.example.gov.cn";

const stage = played(new Stage());
let hall: StationHall;
let page: Page;

/** A number of 医保 taken at a station without a printer, whose page is the slip then. */
async function slipOnGlass(file?: HallFile, reached: string | null = publicUrl): Promise<void> {
  hall = stage.hub(await stationHall(file, reached ?? undefined));
  ({ page } = stage.page(await openStation(stage.browser, hall)));
  await tap(page, "[data-service=medical]");
  await page.locator("[data-slip=on-screen]").waitFor();
}

/** The ticket as the one who took it has it. */
async function heldTicket(): Promise<Ticket & { token: string }> {
  const address = await codeOnGlass();
  const token = address.slice(address.lastIndexOf("/") + 1);
  return (await hall.desk.stranger().get<Ticket & { token: string }>(`/api/t/${token}`)).body;
}

/** What a reader of QR codes makes of the page as it stands on the glass. */
async function codeOnGlass(): Promise<string> {
  const { stdout } = spawnSync("zbarimg", ["-q", "--raw", "-Sbinary", "png:-"], { input: await page.screenshot() });
  return stdout.toString();
}

describe("the slip on the glass", () => {
  it("carries the code of the ticket's page, which a phone can read", async () => {
    await slipOnGlass();
    expect(await codeOnGlass()).toMatch(new RegExp(`^${publicUrl}/m/t/[\\w.~-]{22,}$`));
    expect(await heldTicket()).toMatchObject({ number: "Y001", service: "medical", state: "waiting" });
  });

  it("carries it as readable in a dark hall and in large print", async () => {
    await slipOnGlass();
    await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
    await tap(page, "[data-tool=print]");
    expect((await heldTicket()).number).toBe("Y001");
  });

  it("carries none where the hall wants none on its slips", async () => {
    const file = sampleHall();
    await slipOnGlass({ ...file, ticket: { ...file.ticket, qr: false } });
    expect(await page.locator(".paper svg, figcaption").count()).toBe(0);
    expect(await codeOnGlass()).toBe("");
  });

  it("carries none where no phone could reach the page", async () => {
    await slipOnGlass(undefined, null);
    expect(await page.locator(".paper svg, figcaption").count()).toBe(0);
  });

  it("leaves out what stands elsewhere before it cuts a long list of what to bring", async () => {
    const file = sampleHall();
    const materials = Array.from({ length: 16 }, (_, index) => ({
      name: { zh: `第${String(index + 1)}种证明材料`, en: `Proof number ${String(index + 1)}` },
      original: true,
      copies: 2,
    }));
    const services = file.services.map((service) =>
      service.id === "medical" ? { ...service, guide: { ...service.guide, materials } } : service,
    );
    await slipOnGlass({ ...file, services });
    const paper = page.locator(".paper");
    expect(await paper.innerText()).toContain("第16种证明材料");
    expect(await paper.evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
    expect(await paper.innerText()).not.toContain("请听叫号");
    expect((await heldTicket()).number).toBe("Y001");
  });
});
