import { beforeAll, describe, expect, it } from "vitest";
import { end, MANAGER_PASSWORD, startHub, type TestHub } from "../support/hub.ts";

describe("behind a proxy that is trusted", () => {
  const PROXY = "10.0.0.1";
  let hub: TestHub;

  beforeAll(async () => {
    hub = await startHub({ env: { LUNDAO_TRUSTED_PROXY: PROXY } });
    return () => end(hub);
  });

  const signIn = (remoteAddress: string, headers: Readonly<Record<string, string>>, password = MANAGER_PASSWORD) =>
    hub.app.inject({
      method: "POST",
      url: "/api/session",
      payload: { user: "manager", password },
      remoteAddress,
      headers,
    });

  it("counts strangers by their own address, where it is the proxy that tells it", async () => {
    const from = async (address: string, through = PROXY): Promise<number> =>
      (await signIn(through, { "x-forwarded-for": address }, "guessed")).statusCode;
    for (let tries = 0; tries < 10; tries += 1) expect(await from("192.168.1.7")).toBe(401);
    expect(await from("192.168.1.7")).toBe(429);
    expect(await from("192.168.1.8")).toBe(401);
    for (let tries = 0; tries < 10; tries += 1) expect(await from(`192.168.2.${String(tries)}`, "10.0.0.2")).toBe(401);
    expect(await from("192.168.2.200", "10.0.0.2")).toBe(429);
  });

  it("knows its own pages by the name they have there, and sends its cookie over HTTPS alone", async () => {
    const outside = { "x-forwarded-for": "192.168.1.9", "x-forwarded-proto": "https", "x-forwarded-host": "hall.test" };
    const own = await signIn(PROXY, { ...outside, origin: "https://hall.test" });
    expect(own.statusCode).toBe(200);
    expect(String(own.headers["set-cookie"])).toContain("Secure");
    expect((await signIn(PROXY, { ...outside, origin: "https://elsewhere.test" })).statusCode).toBe(403);
    const plain = await signIn("10.0.0.2", outside);
    expect(String(plain.headers["set-cookie"])).not.toContain("Secure");
    expect((await signIn("10.0.0.2", { ...outside, origin: "https://hall.test" })).statusCode).toBe(403);
  });
});
