import { describe, expect, it, onTestFinished } from "vitest";
import { itemContent, publishSample } from "../../server/commands/item-commands.ts";
import { Desk, expected } from "../support/desk.ts";
import { end, startHub } from "../support/hub.ts";
import { hand, publish } from "../support/items.ts";

const title = { zh: "新闻", en: "News" };
const feedOf = (name: number | string) => ({ kind: "feed", title, url: `https://news.example/${name}` }) as const;

describe("feeds", () => {
  it("are no more than the hub fetches: one too many is refused by name, and none falls away unsaid", async () => {
    const hub = await startHub();
    onTestFinished(() => end(hub));
    const desk = new Desk(hub);
    const [author, colleague] = [await desk.staff("editor"), await desk.staff("editor")];
    const { context } = hub.hub;
    await context.writer.submit((work) => {
      for (let name = 1; name < 50; name += 1) publishSample(context, work, itemContent(feedOf(name)));
      return null;
    });
    const last = await publish(author, colleague, feedOf(50));
    const submitted = async (body: object): Promise<string> => {
      const { id } = expected(await author.post<{ id: string }>("/api/items", body), 201);
      expected(await hand(author, id, "submit"), 200);
      return id;
    };
    const more = await submitted(feedOf("more"));
    const refused = await hand(colleague, more, "approve");
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      409,
      "too-many-feeds",
      "已经有50个新闻源在放，请先撤下一个",
    ]);
    expect(context.store.items.find(more)?.item).toMatchObject({ state: "review", publishedVersion: null });
    // The same feed in another item is fetched once, and a change of one takes its own place.
    expected(await hand(colleague, await submitted({ ...feedOf(1), seconds: 30 }), "approve"), 200);
    expected(await author.ask("PATCH", `/api/items/${last}`, { body: { url: feedOf("moved").url } }), 200);
    expected(await hand(author, last, "submit"), 200);
    expected(await hand(colleague, last, "approve"), 200);
    expected(await hand(author, last, "withdraw"), 200);
    expected(await hand(colleague, more, "approve"), 200);
  });
});
