/**
 * Sign-ins, users and paired devices: looked up in memory, changed through the one writer.
 * Memory follows the tables only after a change is on disk.
 */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Answer, DeviceRow, SessionRow, Store, Submit, Task, UserRow } from "../commands/ports.ts";
import type { Caller } from "../commands/caller.ts";
import { hashSecret } from "./secrets.ts";

/** Whose right to be here has ended or changed: live connections of theirs are to be closed. */
type Ended =
  | { readonly session: string }
  | { readonly user: string; readonly keep?: string | undefined }
  | { readonly device: string };

type EndListener = (isOver: (caller: Caller) => boolean) => void;

const SESSION_MILLIS = 30 * 24 * 60 * 60_000;

export class Access {
  readonly #users = new Map<string, UserRow>();
  readonly #names = new Map<string, string>();
  readonly #sessions = new Map<string, SessionRow>();
  readonly #devices = new Map<string, DeviceRow>();
  readonly #deviceTokens = new Map<string, string>();
  readonly #listeners = new Set<EndListener>();
  readonly #deviceListeners = new Set<(id: string) => void>();

  constructor(
    private readonly store: Pick<Store, "users" | "sessions" | "devices">,
    private readonly submit: Submit,
    private readonly now: () => Millis,
  ) {
    this.#load();
  }

  onEnded(listener: EndListener): void {
    this.#listeners.add(listener);
  }

  /** Hears of each device that is called otherwise or stands elsewhere. */
  onDeviceChanged(listener: (id: string) => void): void {
    this.#deviceListeners.add(listener);
  }

  /** Who holds this cookie; null if nobody does any more. */
  staffBySession(secret: string): Extract<Caller, { kind: "staff" }> | null {
    const session = hashSecret(secret);
    const row = this.#sessions.get(session);
    const user = row && this.#users.get(row.userId);
    if (!row || !user || row.expiresAt <= this.now()) return null;
    return { kind: "staff", user, session };
  }

  deviceByToken(token: string): DeviceRow | null {
    const id = this.#deviceTokens.get(hashSecret(token));
    return id === undefined ? null : (this.#devices.get(id) ?? null);
  }

  /** What a user is called, also after they have left. */
  nameOf(userId: string): string {
    return this.#names.get(userId) ?? "";
  }

  get users(): readonly UserRow[] {
    return [...this.#users.values()];
  }

  user(id: string): UserRow | null {
    return this.#users.get(id) ?? null;
  }

  userByName(name: string): UserRow | null {
    return this.users.find(({ user }) => user === name) ?? null;
  }

  get devices(): readonly DeviceRow[] {
    return [...this.#devices.values()];
  }

  device(id: string): DeviceRow | null {
    return this.#devices.get(id) ?? null;
  }

  /**
   * Opens a session for a user as they were when their password was found right: checking takes a while, and whoever
   * got another password or was deleted meanwhile stays out. `secret` goes into the cookie and is kept nowhere.
   */
  async signIn({ id, passwordHash }: UserRow, secret: string): Promise<Refusal | null> {
    return this.#change(({ tx, now }) => {
      if (tx.users.byId(id)?.passwordHash !== passwordHash) return refuse("not-signed-in", { field: "password" });
      const tokenHash = hashSecret(secret);
      tx.sessions.insert({ tokenHash, userId: id, createdAt: now, expiresAt: now + SESSION_MILLIS });
      return null;
    });
  }

  async signOut(session: string): Promise<Refusal | null> {
    return this.#change(
      ({ tx }) => {
        tx.sessions.remove(session);
        return null;
      },
      { session },
    );
  }

  /** Makes a user. `answering` makes the answer of it, and may give one from before instead. */
  async addUser<A>(row: UserRow, answering: (making: Task<UserRow>) => Task<A>): Promise<Answer<A>> {
    return this.#change(
      answering(({ tx }) => {
        if (tx.users.byName(row.user)) return refuse("user-exists", { field: "user" });
        tx.users.insert(row);
        return row;
      }),
    );
  }

  /** A new password or role signs the user out everywhere but in the session `keep`. */
  async changeUser(id: string, change: Partial<Omit<UserRow, "id" | "user">>, keep?: string): Promise<Refusal | null> {
    const endsSessions =
      change.passwordHash !== undefined || (change.role !== undefined && change.role !== this.user(id)?.role);
    return this.#change(
      ({ tx, state }) => {
        const before = tx.users.byId(id);
        if (!before) return refuse("not-found");
        if (change.role !== undefined && change.role !== before.role && state.clerks.has(id))
          return refuse("user-in-use");
        if ((change.role ?? "manager") !== "manager" && isLastManager(tx.users.all(), id))
          return refuse("last-manager");
        if (hasSomething(change)) tx.users.update(id, change);
        if (endsSessions) tx.sessions.removeOf(id, keep);
        return null;
      },
      endsSessions ? { user: id, keep } : undefined,
    );
  }

  async removeUser(id: string): Promise<Refusal | null> {
    return this.#change(
      ({ tx, state, now }) => {
        if (!tx.users.byId(id)) return refuse("not-found");
        if (isLastManager(tx.users.all(), id)) return refuse("last-manager");
        if (state.clerks.has(id)) return refuse("user-in-use");
        tx.users.remove(id, now);
        tx.sessions.removeOf(id);
        return null;
      },
      { user: id },
    );
  }

  async addDevice(row: DeviceRow): Promise<Refusal | null> {
    return this.#change(({ tx }) => {
      tx.devices.insert(row);
      return null;
    });
  }

  async changeDevice(id: string, change: Partial<Omit<DeviceRow, "id">>): Promise<Refusal | null> {
    const before = this.device(id);
    const refusal = await this.#change(({ tx }) => {
      if (!tx.devices.all().some((device) => device.id === id)) return refuse("not-found");
      if (hasSomething(change)) tx.devices.update(id, change);
      return null;
    });
    const after = this.device(id);
    const isOther = after?.name !== before?.name || after?.counter !== before?.counter;
    if (refusal === null && isOther) for (const listener of this.#deviceListeners) listener(id);
    return refusal;
  }

  async removeDevice(id: string): Promise<Refusal | null> {
    return this.#change(
      ({ tx }) => {
        if (!tx.devices.all().some((device) => device.id === id)) return refuse("not-found");
        tx.devices.remove(id);
        tx.screens.remove(id);
        return null;
      },
      { device: id },
    );
  }

  async #change<A>(task: Task<A>, ended?: Ended): Promise<Answer<A>> {
    const answer = await this.submit(task);
    if (isRefusal(answer)) return answer;
    this.#load();
    if (ended) for (const listener of this.#listeners) listener((caller) => isOver(caller, ended));
    return answer;
  }

  #load(): void {
    for (const map of [this.#users, this.#names, this.#sessions, this.#devices, this.#deviceTokens]) map.clear();
    for (const { isDeleted, ...row } of this.store.users.all()) {
      this.#names.set(row.id, row.name);
      if (!isDeleted) this.#users.set(row.id, row);
    }
    for (const row of this.store.sessions.all()) this.#sessions.set(row.tokenHash, row);
    for (const row of this.store.devices.all()) {
      this.#devices.set(row.id, row);
      if (row.tokenHash !== null) this.#deviceTokens.set(row.tokenHash, row.id);
    }
  }
}

/** A change of nothing is none, and the tables would not take it. */
function hasSomething(change: object): boolean {
  return Object.values(change).some((value) => value !== undefined);
}

function isOver(caller: Caller, ended: Ended): boolean {
  if ("device" in ended) return caller.kind === "device" && caller.device.id === ended.device;
  if (caller.kind !== "staff") return false;
  return "session" in ended
    ? caller.session === ended.session
    : caller.user.id === ended.user && caller.session !== ended.keep;
}

/** A hall without a manager could never be set right again from the console. */
function isLastManager(users: readonly { id: string; role: string; isDeleted: boolean }[], id: string): boolean {
  const managers = users.filter((user) => !user.isDeleted && user.role === "manager");
  return managers.length === 1 && managers[0]?.id === id;
}
