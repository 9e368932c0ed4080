/** What the hub says on standard output when it is ready: for whoever started it, and for programs that wait for it. */
import type { Config } from "./config/config.ts";
import type { Started } from "./first-start.ts";

const pages = [
  ["/station/", "取号机 ticket station"],
  ["/panel/", "叫号端 counter panel"],
  ["/display/", "综合屏 lobby screen"],
  ["/display/counter/", "窗口屏 counter screen"],
  ["/console/", "管理台 manager's console"],
  ["/m/", "手机页 residents' phone page"],
  ["/api/docs", "接口说明 API docs"],
] as const;

/** The last line is `ready http://HOST:PORT`. */
export function announce(config: Config, address: string, { madePassword, warnings }: Started): string {
  const lines = warnings.map(({ field, problem }) => `hall file: ${field}: ${problem}`);
  if (config.demo) lines.push("演示 DEMO: devices of this machine pair by themselves; never open it to others.");
  lines.push(...pages.map(([path, name]) => `  ${address}${path}  ${name}`));
  if (madePassword !== null) lines.push(`manager password: ${madePassword}  (user: manager; shown once)`);
  lines.push(`ready ${address}`);
  return `${lines.join("\n")}\n`;
}
