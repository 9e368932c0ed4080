import { describe, expect, it } from "vitest";
import { hashSecret, newPairingCode, newPassword, newSecret, passwords } from "../../../server/access/secrets.ts";
import { isRefusal } from "../../../shared/domain/refusal.ts";
import { Throttle } from "../../../server/access/throttle.ts";

describe("secrets", () => {
  it("are long, and never the same", () => {
    const made = new Set(Array.from({ length: 200 }, newSecret));
    expect(made.size).toBe(200);
    for (const secret of made) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  });

  it("are kept as what cannot be read back", () => {
    const secret = newSecret();
    expect(hashSecret(secret)).toBe(hashSecret(secret));
    expect(hashSecret(secret)).not.toContain(secret.slice(0, 8));
    expect(hashSecret(secret)).not.toBe(hashSecret(`${secret}A`));
  });

  it("for pairing are six digits, leading zeros kept", () => {
    for (let count = 0; count < 300; count += 1) expect(newPairingCode()).toMatch(/^\d{6}$/);
  });

  it("to be read off a screen hold no look-alikes", () => {
    for (let count = 0; count < 100; count += 1)
      expect(newPassword()).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
  });
});

describe("passwords", () => {
  it("are kept as argon2id, salted anew each time, and known again", async () => {
    const [one, two] = [await passwords.hash("long-enough"), await passwords.hash("long-enough")];
    expect(one).toMatch(/^\$argon2id\$/);
    expect(one).not.toBe(two);
    expect(await passwords.matches(one, "long-enough")).toBe(true);
    expect(await passwords.matches(one, "long-enougH")).toBe(false);
  });
});

describe("the throttle", () => {
  const from = (user: string, address = "10.0.0.1") => ({ user, address });

  it("stops a name and address after ten wrong passwords, and no other", async () => {
    const throttle = new Throttle();
    for (let tries = 0; tries < 10; tries += 1) expect(await throttle.beforeSignIn(from("li"))).toBeNull();
    const refused = await throttle.beforeSignIn(from("li"));
    expect(refused).toMatchObject({ refused: "too-many-requests" });
    expect(refused?.detail?.["seconds"]).toBeGreaterThan(800);
    expect(await throttle.beforeSignIn(from("li", "10.0.0.2"))).toBeNull();
    expect(await throttle.beforeSignIn(from("wang"))).toBeNull();
  });

  it("lets many tries at once get no further than one after the other", async () => {
    const throttle = new Throttle();
    const answers = await Promise.all(Array.from({ length: 30 }, () => throttle.beforeSignIn(from("li"))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
  });

  it("stops an address that tries a list of names, after a hundred wrong passwords", async () => {
    const throttle = new Throttle();
    for (let tries = 0; tries < 100; tries += 1)
      expect(await throttle.beforeSignIn(from(`name-${String(tries)}`))).toBeNull();
    expect(await throttle.beforeSignIn(from("li"))).toMatchObject({ refused: "too-many-requests" });
    expect(await throttle.beforeSignIn(from("li", "10.0.0.2"))).toBeNull();
  });

  it("lets a hall behind one address mistype as often as people do, and sign in all the same", async () => {
    const throttle = new Throttle();
    for (let clerk = 0; clerk < 80; clerk += 1) {
      const asked = from(`clerk-${String(clerk)}`);
      if (clerk % 2 === 0) await throttle.beforeSignIn(asked);
      expect(await throttle.beforeSignIn(asked)).toBeNull();
      await throttle.signedIn(asked);
    }
  });

  it("does not hold a name's own refusals against its address", async () => {
    const throttle = new Throttle();
    for (let tries = 0; tries < 200; tries += 1) await throttle.beforeSignIn(from("li"));
    expect(await throttle.beforeSignIn(from("wang"))).toBeNull();
  });

  it("forgets the wrong ones once the right one came", async () => {
    const throttle = new Throttle();
    for (let tries = 0; tries < 9; tries += 1) await throttle.beforeSignIn(from("li"));
    expect(await throttle.beforeSignIn(from("li"))).toBeNull();
    await throttle.signedIn(from("li"));
    for (let tries = 0; tries < 10; tries += 1) expect(await throttle.beforeSignIn(from("li"))).toBeNull();
  });

  it("lets a hall's many phones on one address ask much, but not without end", async () => {
    const throttle = new Throttle();
    const answers = [];
    for (let count = 0; count < 241; count += 1) answers.push(await throttle.request("10.0.0.1"));
    expect(answers.slice(0, 240).every((answer) => answer === null)).toBe(true);
    expect(isRefusal(answers[240])).toBe(true);
    expect(await throttle.request("10.0.0.2")).toBeNull();
  });
});
