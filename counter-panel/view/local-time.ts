import { localMoment } from "../../shared/text/times.ts";

/** The hall's local time, HH:MM, so many minutes after an instant; past midnight it is the day's last minute. Null for no instant. */
export function localTimeIn(instant: string, minutes: number): string | null {
  const at = localMoment(instant);
  if (!at) return null;
  const total = Math.min(at.hour * 60 + at.minute + minutes, 23 * 60 + 59);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
