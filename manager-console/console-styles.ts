/** Pieces of style of the console's pages: a list on the left, what is chosen of it on the right. */
import { css } from "lit";

export const pageStyles = css`
  h1 {
    margin-bottom: var(--ld-space-4);
    font-size: var(--ld-text-xl);
    line-height: var(--ld-leading-tight);
  }
  h2 {
    margin: var(--ld-space-5) 0 var(--ld-space-2);
    font-size: var(--ld-text-m);
    line-height: 1.3;
  }
  .page {
    display: flex;
    align-items: flex-start;
    gap: var(--ld-space-6);
  }
  .list {
    flex: 1 1 0;
    min-width: 0;
  }
  .chosen {
    position: sticky;
    top: var(--ld-space-4);
    flex: 0 0 27rem;
    padding: var(--ld-space-4) var(--ld-space-5) var(--ld-space-5);
    border-top: var(--ld-bar) solid var(--ld-structure);
    background: var(--ld-sheet);
  }
  .chosen > h2:first-child {
    margin: 0 0 var(--ld-space-3);
    font-size: var(--ld-text-l);
  }
  .part > h2 {
    margin-top: 0;
  }
  a {
    color: var(--ld-structure-text);
  }
  .soft {
    color: var(--ld-ink-soft);
  }
  .note {
    margin-bottom: var(--ld-space-4);
  }
  .part {
    margin-top: var(--ld-space-5);
    padding-top: var(--ld-space-4);
    border-top: var(--ld-hair) solid var(--ld-line);
  }
`;

export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    border-top: var(--ld-rule) solid var(--ld-ink);
    font-size: var(--ld-text-m);
  }
  th,
  td {
    padding: var(--ld-space-2) var(--ld-space-3) var(--ld-space-2) 0;
    border-bottom: var(--ld-hair) solid var(--ld-line);
    text-align: left;
    vertical-align: baseline;
    font-weight: var(--ld-regular);
  }
  thead th {
    font-size: var(--ld-text-s);
    color: var(--ld-ink-soft);
    white-space: nowrap;
  }
  tbody tr.on {
    background: var(--ld-sheet);
  }
  td:first-child,
  th:first-child {
    padding-left: var(--ld-space-3);
  }
  tr.on > :first-child {
    box-shadow: inset var(--ld-bar) 0 0 var(--ld-structure);
  }
  .pick {
    display: inline-block;
    min-height: 1.75rem;
    color: var(--ld-structure-text);
    font-weight: var(--ld-bold);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .second {
    display: block;
    font-size: var(--ld-text-s);
    color: var(--ld-ink-soft);
  }
  .wrong {
    font-weight: var(--ld-bold);
    color: var(--ld-trouble);
  }
`;
