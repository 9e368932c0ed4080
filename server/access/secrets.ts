/** Random secrets and how they are kept: hashed, never as they are. */
import { hash, randomBytes, randomInt } from "node:crypto";
import type { Passwords } from "../commands/ports.ts";

/** 256 bits, for cookies and device tokens. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Secrets of 256 bits need no slow hash. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}

/** Six digits, leading zeros kept. */
export function newPairingCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** A first password that can be read off a screen: no look-alikes. */
export function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(""),
  ).join("-");
}

/** The library is native and large, and most days nobody signs in twice. */
const argon2 = () => import("@node-rs/argon2");

/** argon2id with the library's defaults. */
export async function hashPassword(password: string): Promise<string> {
  return (await argon2()).hash(password);
}

async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return (await argon2()).verify(passwordHash, password);
}

/** What routes need of secrets. */
export const passwords = {
  hash: hashPassword,
  matches: isPassword,
  wasteTime,
  newSecret,
} satisfies Passwords;

let decoy: Promise<string> | null = null;

/** As slow as a wrong password, so that a name that does not exist cannot be told from one that does. */
async function wasteTime(password: string): Promise<void> {
  decoy ??= hashPassword(newSecret());
  await isPassword(await decoy, password);
}
