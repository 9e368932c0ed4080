/**
 * Pieces of style of the console's pages: a list on the left, what is chosen of it on the right. On a narrow screen, as
 * of the phone that somebody carries to a device, one stands in the place of the other.
 */
import { css } from "lit";

/** The screens that have no room for both. */
export const narrow = css`(max-width: 60rem)`;

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
  .chosen > h2 {
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
  .back {
    display: none;
  }

  @media ${narrow} {
    .page {
      flex-direction: column;
      align-items: stretch;
      gap: var(--ld-space-4);
    }
    .list,
    .chosen {
      position: static;
      flex: none;
    }
    .chosen {
      padding: var(--ld-space-4);
    }
    .page.shows-chosen > .list,
    .page.shows-list > .chosen {
      display: none;
    }
    .page.shows-news > .chosen {
      order: -1;
    }
    .back {
      display: flex;
      align-items: center;
      gap: var(--ld-space-1);
      min-height: calc(2.75 * var(--ld-unit));
      margin-top: calc(-1 * var(--ld-space-2));
    }
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

  /* A row is a few lines: its head, and under it what else is known, each with its word where it says little alone. */
  @media ${narrow} {
    table,
    tbody {
      display: block;
    }
    thead,
    td.none {
      display: none;
    }
    tr {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--ld-space-4);
      padding: var(--ld-space-1) 0 var(--ld-space-2);
      border-bottom: var(--ld-hair) solid var(--ld-line);
    }
    tr > th,
    tr > td {
      padding: 0;
      border: 0;
    }
    tr > :first-child {
      flex: 1 0 100%;
      padding: 0;
    }
    td[data-word]::before {
      content: attr(data-word) " ";
      color: var(--ld-ink-soft);
      font-size: var(--ld-text-s);
      font-weight: var(--ld-regular);
    }
    .pick {
      display: flex;
      align-items: center;
      min-height: calc(2.75 * var(--ld-unit));
    }
    .second {
      margin-top: calc(-1 * var(--ld-space-2));
    }
  }
`;

/** A part of the hall's page: a column to read, and a list of what is set a line each. */
export const hallPart = css`
  :host {
    display: block;
    max-width: 46rem;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--ld-space-3);
    padding: var(--ld-space-2) 0;
    border-bottom: var(--ld-hair) solid var(--ld-line);
  }
`;
