// Who may import whom. Each rule says what a folder may reach; whatever else it reaches is an error.

const pages = ["display", "ticket-station", "counter-panel", "manager-console", "phone"];
const adapters = ["store", "live", "print", "voice", "signage", "access"];

const wire = "^shared/wire/";
/** What the commands need from outside, and who is calling: the side of them that adapters see. */
const ports = "^server/commands/((live-|lobby-)?ports|printing-port|caller|context)\\.ts$";
const adapterMay = [ports, "^server/(domain|views)/", "^shared/domain/", wire];

/** The files directly in server/ put the hub together and may import everything in it. */
const assembly = "^server/[^/]+\\.ts$";

const pagePackages = ["lit", "lit-element", "lit-html", "@lit/[^/]+", "uqr"];
const calendarPackages = ["temporal-polyfill", "croner", "chinese-days"];

const ours = `^(shared|server|tests|tools|${pages.join("|")})/`;
const kebabCase = "^[a-z0-9./-]+$";

/** The rules see a package as a path below node_modules. */
const packages = (names) => `^node_modules/(${names.join("|")})/`;
/** Where packages and what Node itself brings may be used freely. */
const anyPackage = ["core", "npm", "npm-dev", "npm-optional", "npm-peer"];

/** A folder that may import itself and `allowed`, patterns of paths, and nothing else. */
const only = (folder, allowed, freely = []) => ({
  name: `${folder.replace("/", "-")}-imports-only-what-it-may`,
  severity: "error",
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...allowed], dependencyTypesNot: freely },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "tests-are-imported-by-nobody",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "tools-are-no-part-of-the-product",
      severity: "error",
      from: { path: `^(shared|server|${pages.join("|")})/` },
      to: { path: "^tools/" },
    },
    {
      name: "product-needs-no-development-package",
      severity: "error",
      from: { path: `^(shared|server|${pages.join("|")})/` },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },

    only("shared/domain", []),
    only("shared/wire", ["^shared/domain/", packages(["typebox"])]),
    only("shared/text", ["^shared/domain/", wire]),
    only("shared/ui", ["^shared/", packages(pagePackages)]),
    ...pages.map((page) => only(page, ["^shared/", packages(pagePackages)])),

    only("server/domain", ["^shared/domain/", wire, packages(calendarPackages)]),
    only("server/commands", ["^server/(domain|views)/", "^shared/domain/", wire, packages(["uuid"])], ["core"]),
    only("server/views", ["^server/domain/", "^shared/domain/", wire]),
    ...adapters.map((adapter) => {
      const words = ["print", "voice", "signage"].includes(adapter) ? ["^shared/text/"] : [];
      return only(`server/${adapter}`, [...adapterMay, ...words], anyPackage);
    }),
    // Routes and plugins are handed the adapters; they know them by type and reach none of their code themselves.
    only("server/routes", ["^server/(commands|views|plugins)/", "^shared/domain/", wire], [...anyPackage, "type-only"]),
    only("server/plugins", ["^server/commands/", "^shared/(domain|text)/", wire], [...anyPackage, "type-only"]),
    only("server/config", ["^shared/domain/", wire], anyPackage),
    {
      // The schemas give the types that all sides share; the validating code belongs to the routes and the settings.
      name: "the-wire-is-types-to-most",
      severity: "error",
      from: { pathNot: ["^(shared/wire|server/(routes|plugins|config)|tests|tools)/", assembly] },
      to: { path: wire, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-reads-no-browser-code",
      severity: "error",
      from: { path: "^server/" },
      to: { path: `^(shared/ui|${pages.join("|")})/` },
    },
    {
      name: "only-the-assembly-knows-the-assembly",
      severity: "error",
      from: { path: "^server/.+/" },
      to: { path: assembly },
    },

    // As an importing file and as an imported one; a file that is neither is dead code.
    { name: "names-are-kebab-case", severity: "error", from: { path: ours, pathNot: kebabCase }, to: {} },
    { name: "names-are-kebab-case", severity: "error", from: {}, to: { path: ours, pathNot: kebabCase } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage|tests/\\.out)/" },
    // Also sees the imports that only the types need.
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      extensions: [".ts", ".js", ".json", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
