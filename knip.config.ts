import type { KnipConfig } from "knip";

export default {
  entry: [
    "server/main.ts",
    "server/*.worker.ts",
    "{display,ticket-station,counter-panel,manager-console,phone,shared/ui/home}/**/index.html",
    "display/shell/service-worker.ts",
    "tools/{build,start,check}.ts",
    "tests/bench/*.ts",
    "tests/bench/baselines/*.ts",
    "tests/bench/support/{listeners,mark-commits}.ts",
  ],
  project: ["**/*.{ts,js,cjs,html}"],
  // A type beside the function that takes it may be exported before someone names it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Run by name from tools/gates.ts; loaded in the one way that is safe, with require; browsers, not modules.
  ignoreDependencies: ["lit-analyzer", "escpos", "chromium-92", "chromium-109"],
  ignoreBinaries: ["fc-list", "zbarimg", "mkfifo", "prlimit", "mount", "umount", "timedatectl", "openssl"],
  // A page's scripts and styles are its imports.
  compilers: {
    html: (text: string) =>
      [...text.matchAll(/<script[^>]*\ssrc="([^"]+)"|<link[^>]*\srel="stylesheet"[^>]*\shref="([^"]+)"/g)]
        .map((match) => `import ${JSON.stringify(match[1] ?? match[2])};`)
        .join("\n"),
  },
} satisfies KnipConfig;
