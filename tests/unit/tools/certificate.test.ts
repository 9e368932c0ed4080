import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../../docs/operations/certificate.sh", import.meta.url));
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe("the hall's own certificate", () => {
  let folder = "";

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "lundao-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const make = (...names: readonly string[]) =>
    spawnSync("sh", [script, join(folder, "cert"), ...names], { encoding: "utf8" });

  it.skipIf(!hasOpenssl)("is for every name and address that the screens' addresses have", () => {
    expect(make("lundao.hall", "192.168.1.10", "fd00::10").status).toBe(0);
    const [hub, hall] = ["hub", "hall-ca"].map(
      (name) => new X509Certificate(readFileSync(join(folder, "cert", `${name}.crt`))),
    );
    expect(hub?.checkHost("lundao.hall")).toBe("lundao.hall");
    for (const address of ["192.168.1.10", "fd00::10"]) expect(hub?.checkIP(address)).toBe(address);
    expect(hub?.checkIP("fd00::11")).toBeUndefined();
    expect(hall && hub?.verify(hall.publicKey)).toBe(true);
  });

  it.each(["[fd00::10]", "fe80::1%eth0", "192.168.1.10:8080", "lundao.hall:8080", "https://lundao.hall", "a,DNS:b"])(
    "is not made for %s, which no browser would find in it",
    (name) => {
      const { status, stderr } = make("lundao.hall", name);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${name} is neither a name nor an address`)]);
      expect(existsSync(join(folder, "cert"))).toBe(false);
    },
  );
});
