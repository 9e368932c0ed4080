/** Who is calling: sign-in, users and paired devices. Source: contract, "Signing in". */
import Type, { type Static } from "typebox";
import { deviceKinds, roles } from "../domain/vocabulary.ts";
import { Exactly, Instant, ListOf, Nullable, OneOf, Text } from "./common.ts";

const Password = Type.String({ minLength: 8, maxLength: 200 });
const UserName = Type.String({ pattern: "^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}$" });

export const SignIn = Exactly({
  user: Type.String({ minLength: 1, maxLength: 80 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export const User = Exactly(
  {
    id: Type.String(),
    user: Type.String({ description: "the sign-in name" }),
    name: Type.String(),
    role: OneOf(roles),
    counters: Nullable(Type.Array(Type.Integer(), { description: "counters this person may take; null: any" })),
  },
  { $id: "User" },
);
export type User = Static<typeof User>;
export const Session = Exactly({
  user: Nullable(User),
  counter: Nullable(Type.Integer({ description: "the counter this person has taken" })),
});
export type Session = Static<typeof Session>;
export const ChangePassword = Exactly({ old: Type.String({ minLength: 1, maxLength: 200 }), new: Password });
export const NewUser = Exactly({
  user: UserName,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  role: OneOf(roles),
  password: Password,
  counters: Type.Optional(Nullable(Type.Array(Type.Integer({ minimum: 1 }), { uniqueItems: true }))),
});
export const ChangeUser = Exactly({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  role: Type.Optional(OneOf(roles)),
  password: Type.Optional(Password),
  counters: Type.Optional(Nullable(Type.Array(Type.Integer({ minimum: 1 }), { uniqueItems: true }))),
});
export const UserList = ListOf(User);

export const NewDevice = Exactly({
  kind: OneOf(deviceKinds),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
});
export const DeviceOffer = Exactly({
  id: Type.String(),
  code: Type.String({ description: "six digits, shown by the device" }),
  secret: Type.String(),
  expiresAt: Instant,
});
export type DeviceOffer = Static<typeof DeviceOffer>;
export const ApproveDevice = Exactly({
  code: Type.String({ pattern: "^\\d{6}$" }),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  counter: Type.Optional(Type.Integer({ minimum: 1 })),
});
export const ChangeDevice = Exactly({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  counter: Type.Optional(
    Nullable(Type.Integer({ minimum: 1, description: "the counter it stands at or shows; null: none" })),
  ),
});
export const DeviceTokenRequest = Exactly({ secret: Type.String({ minLength: 1, maxLength: 200 }) });
export const DeviceToken = Exactly({ token: Type.String() });
export const DeviceTokenPending = Exactly({ pending: Type.Literal(true) });

export const Printer = Type.Union([
  Exactly({
    kind: Type.Literal("tcp"),
    host: Type.String({ minLength: 1, maxLength: 253 }),
    port: Type.Integer({ minimum: 1, maximum: 65535 }),
    columns: Type.Union([Type.Literal(32), Type.Literal(48)]),
    copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
  }),
  Exactly({
    kind: Type.Literal("file"),
    path: Type.String({ minLength: 1, maxLength: 400 }),
    columns: Type.Optional(Type.Union([Type.Literal(32), Type.Literal(48)])),
    copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
  }),
  Exactly({ kind: Type.Literal("none") }),
]);
export type Printer = Static<typeof Printer>;

export const printerConditions = [
  "none",
  "unknown",
  "ready",
  "paper-low",
  "paper-out",
  "cover-open",
  "offline",
] as const;
export const PrinterHealth = Exactly({
  condition: OneOf(printerConditions),
  pending: Type.Integer(),
  since: Nullable(Instant),
});
export type PrinterHealth = Static<typeof PrinterHealth>;

export const Device = Exactly(
  {
    id: Type.String(),
    kind: OneOf(deviceKinds),
    name: Type.String(),
    state: OneOf(["pending", "paired"] as const),
    counter: Nullable(Type.Integer()),
    createdAt: Instant,
    lastSeenAt: Nullable(Instant),
    connected: Type.Boolean(),
    printer: Nullable(Printer),
    printerHealth: Nullable(PrinterHealth),
  },
  { $id: "Device" },
);
export type Device = Static<typeof Device>;
export const DeviceList = ListOf(Device);

/** Who a bearer token belongs to, for the device itself: `GET /api/devices/self`. */
export const DeviceSelf = Exactly({
  id: Type.String(),
  kind: OneOf(deviceKinds),
  name: Type.String(),
  counter: Nullable(Type.Integer()),
  label: Nullable(Text),
  printer: OneOf(["none", "tcp", "file"] as const),
});
export type DeviceSelf = Static<typeof DeviceSelf>;
