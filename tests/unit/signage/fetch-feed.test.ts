import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchFeed, isPublic, type FetchSettings, type Validators } from "../../../server/signage/feeds/fetch-feed.ts";

const nothingKnown: Validators = { etag: null, lastModified: null };

describe("fetching a feed", () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A server on this machine; answers its port. */
  const serve = async (answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // Of a server that listens on a port this is its address.
    return String((server.address() as AddressInfo).port);
  };
  const resolved: string[] = [];
  /** `feeds.example` is allowed though it is here; `inside.example` is here too, and nobody has allowed it. */
  const settings = (more: Partial<FetchSettings> = {}): FetchSettings => ({
    resolve: (host) => {
      resolved.push(host);
      return Promise.resolve(["127.0.0.1"]);
    },
    allowedHosts: new Set(["feeds.example"]),
    seconds: 5,
    bytes: 1024 * 1024,
    ...more,
  });
  const fetch = (url: string, more: Partial<FetchSettings> = {}, known = nothingKnown) =>
    fetchFeed(url, known, settings(more));
  const textOf = async (url: string): Promise<string> => {
    const fetched = await fetch(url);
    return fetched === "unchanged" ? fetched : Buffer.from(fetched.body).toString();
  };

  it("asks the address that was checked, in the name that was asked for", async () => {
    const port = await serve(({ headers, url }, response) => response.end(`${headers.host ?? ""}${url ?? ""}`));
    resolved.length = 0;
    expect(await textOf(`http://feeds.example:${port}/news?a=1`)).toBe(`feeds.example:${port}/news?a=1`);
    expect(resolved).toEqual(["feeds.example"]);
  });

  it("tells what it knows, and hears that nothing has changed", async () => {
    const port = await serve(({ headers }, response) => {
      const isKnown = headers["if-none-match"] === '"1"' && headers["if-modified-since"] === "yesterday";
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"', "last-modified": "yesterday", "content-type": "x/y" });
      response.end(isKnown ? undefined : "news");
    });
    const first = await fetch(`http://feeds.example:${port}/`);
    expect(first).toMatchObject({ etag: '"1"', lastModified: "yesterday", contentType: "x/y" });
    const known = { etag: '"1"', lastModified: "yesterday" };
    expect(await fetch(`http://feeds.example:${port}/`, {}, known)).toBe("unchanged");
  });

  it.each([
    ["http://inside.example:PORT/", /inside\.example lies in the hall's own network/],
    ["http://127.0.0.1:PORT/", /own network/],
    ["http://0x7f.1:PORT/", /own network/],
    ["http://2130706433:PORT/", /own network/],
    ["http://[::1]:PORT/", /own network/],
    ["http://[::ffff:127.0.0.1]:PORT/", /own network/],
    ["http://169.254.169.254/latest/meta-data", /own network/],
    ["ftp://feeds.example:PORT/", /is not http/],
    ["file:///etc/passwd", /is not http/],
    ["http://user:pass@feeds.example:PORT/", /bears a password/],
    ["nonsense", /is no address/],
  ])("asks nobody at %s", async (url, why) => {
    let asked = 0;
    const port = await serve((_, response) => {
      asked += 1;
      response.end("secret");
    });
    await expect(fetch(url.replace("PORT", port))).rejects.toThrow(why);
    expect(asked).toBe(0);
  });

  it("asks nobody where only one of a name's addresses is inside", async () => {
    const resolve = () => Promise.resolve(["8.8.8.8", "10.0.0.1"]);
    await expect(fetch("http://mixed.example/", { resolve })).rejects.toThrow(/own network/);
  });

  it("follows where it is sent, and looks again at each place", async () => {
    const port: string = await serve(({ url }, response) => {
      const places: Record<string, string> = {
        "/moved": "/news",
        "/inside": `http://127.0.0.1:${port}/secret`,
        "/named": `http://inside.example:${port}/secret`,
        "/file": "file:///etc/passwd",
        "/round": "/round",
        "/1": "/2",
        "/2": "/3",
        "/3": "/news",
      };
      const place = places[url ?? ""];
      if (place === undefined) response.end(url);
      else response.writeHead(302, { location: place }).end();
    });
    const at = (path: string) => textOf(`http://feeds.example:${port}${path}`);
    expect(await at("/moved")).toBe("/news");
    expect(await at("/1")).toBe("/news");
    await expect(at("/inside")).rejects.toThrow(/127\.0\.0\.1 lies in the hall's own network/);
    await expect(at("/named")).rejects.toThrow(/inside\.example lies/);
    await expect(at("/file")).rejects.toThrow(/is not http/);
    await expect(at("/round")).rejects.toThrow(/leads on and on/);
  });

  it("takes no more than it may, be it packed or not", async () => {
    const port = await serve(({ url }, response) => {
      const much = Buffer.alloc(2 * 1024 * 1024, "x");
      if (url === "/packed") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(much));
      else if (url === "/small") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("small"));
      else response.end(much);
    });
    await expect(textOf(`http://feeds.example:${port}/`)).rejects.toThrow(/longer than 1048576/);
    await expect(textOf(`http://feeds.example:${port}/packed`)).rejects.toThrow(/longer than 1048576/);
    expect(await textOf(`http://feeds.example:${port}/small`)).toBe("small");
  });

  it("ends what does not end, says nothing, or has no name", async () => {
    const port = await serve(({ url }, response) => {
      if (url === "/silent") return;
      response.write("<rss>");
      const more = setInterval(() => response.write("x"), 20);
      response.on("close", () => {
        clearInterval(more);
      });
    });
    const slow = { seconds: 0.2 };
    await expect(fetch(`http://feeds.example:${port}/`, slow)).rejects.toThrow(/took longer/);
    await expect(fetch(`http://feeds.example:${port}/silent`, slow)).rejects.toThrow(/took longer/);
    const resolve = () => new Promise<never>(() => undefined);
    await expect(fetch("http://feeds.example/", { ...slow, resolve })).rejects.toThrow(/took longer/);
    const nowhere = () => Promise.reject(new Error("ENOTFOUND"));
    await expect(fetch("http://feeds.example/", { resolve: nowhere })).rejects.toThrow(/ENOTFOUND/);
  });

  it.each([404, 403, 500])("takes no answer of %i", async (status) => {
    const port = await serve((_, response) => response.writeHead(status).end("<rss/>"));
    await expect(fetch(`http://feeds.example:${port}/`)).rejects.toThrow(`answered ${String(status)}`);
  });
});

describe("addresses of the public internet", () => {
  it.each(["8.8.8.8", "114.114.114.114", "2001:4860:4860::8888", "::ffff:8.8.8.8"])("are such as %s", (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    "127.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::",
    "::1",
    "fe80::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "localhost",
    "",
  ])("are not such as %s", (address) => {
    expect(isPublic(address)).toBe(false);
  });
});
