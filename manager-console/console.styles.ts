/** How the console parts its page. */
import { css } from "lit";
import { narrow } from "./console-styles.ts";

export const consolePageStyles = css`
  :host {
    min-height: 100vh;
  }
  .body {
    display: flex;
    align-items: stretch;
    min-height: calc(100vh - 3.5rem);
  }
  nav {
    flex: 0 0 11rem;
    padding: var(--ld-space-4) 0;
    border-right: var(--ld-hair) solid var(--ld-line);
    background: var(--ld-well);
  }
  nav a {
    display: block;
    padding: var(--ld-space-3) var(--ld-space-5);
    border-left: var(--ld-bar) solid transparent;
    color: inherit;
    font-size: var(--ld-text-m);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--ld-paper);
  }
  nav a[aria-current="page"] {
    border-left-color: var(--ld-structure);
    background: var(--ld-paper);
    font-weight: var(--ld-bold);
  }
  .main {
    flex: 1;
    min-width: 0;
    padding: var(--ld-space-5) var(--ld-space-6) var(--ld-space-7);
  }
  .plain {
    padding: var(--ld-space-6);
  }

  @media ${narrow} {
    .body {
      display: block;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      padding: 0;
      border-right: 0;
      border-bottom: var(--ld-hair) solid var(--ld-line);
    }
    nav a {
      display: flex;
      flex: 1 0 auto;
      align-items: center;
      justify-content: center;
      min-width: calc(2.75 * var(--ld-unit));
      min-height: calc(2.75 * var(--ld-unit));
      padding: 0 var(--ld-space-2);
      border-left: 0;
      border-bottom: var(--ld-bar) solid transparent;
    }
    nav a[aria-current="page"] {
      border-bottom-color: var(--ld-structure);
    }
    .main {
      padding: var(--ld-space-4) var(--ld-space-4) var(--ld-space-7);
    }
    .plain {
      padding: var(--ld-space-4);
    }
  }
`;
