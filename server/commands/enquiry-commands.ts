/** Counting a plain enquiry, or not counting it after all: answers how the tally stands then. */
import { isRefusal } from "../../shared/domain/refusal.ts";
import type { EnquiryTally } from "../../shared/wire/enquiry.ts";
import type { EnquiryCommand } from "../domain/commands.ts";
import { tallyView } from "../views/enquiry-view.ts";
import type { Context } from "./context.ts";
import type { Task } from "./ports.ts";

export function onTally(context: Pick<Context, "moments">, command: EnquiryCommand): Task<EnquiryTally> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    return isRefusal(events) ? events : tallyView(context.moments.sure(state, now), command.by);
  };
}
