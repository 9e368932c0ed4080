import { buildParts, parts } from "./build-parts.ts";
import { projectRoot } from "./project.ts";

/** Parts may be named, as in `npm run build -- web`; without a name all are built, stale or not. */
const names = process.argv.slice(2);
const unknown = names.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(", ")}: name ${parts.map((part) => part.name).join(" or ")}`);
  process.exit(1);
}
const wanted = names.length === 0 ? parts : parts.filter((part) => names.includes(part.name));
await buildParts(projectRoot, wanted).catch((error: unknown) => {
  console.error(`build failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
