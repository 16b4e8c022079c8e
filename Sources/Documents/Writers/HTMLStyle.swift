/// The style of every page: to be read from across a room, on a phone, and on paper.
///
/// Colours are those of Okabe and Ito; each stands beside words that say the same.
enum HTMLStyle {
  static let text = """
    :root { color-scheme: light dark; --ink: #1d2429; --paper: #fff; --quiet: #5a6670;
      --line: #d5dbe0; --soft: #f3f6f8; --mark: #0072B2; --good: #009E73; --wait: #D55E00; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8ecef; --paper: #14181b; --quiet: #a4b0ba; --line: #39434b; --soft: #1f262b;
        --mark: #56B4E9; --good: #2fc79a; --wait: #ff8a3d; }
    }
    * { box-sizing: border-box; }
    body { font: 17px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; margin: 0;
      color: var(--ink); background: var(--paper); border-top: .5rem solid var(--mark);
      overflow-wrap: break-word; }
    main { max-width: 72rem; margin: 2.25rem auto 4rem; padding: 0 1.5rem; }
    h1 { font-size: 2.1rem; line-height: 1.2; letter-spacing: -.01em; margin: 0 0 .75rem;
      text-wrap: balance; }
    h1 + p { color: var(--quiet); margin-bottom: 1.5rem; max-width: none; }
    h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .6rem;
      border-top: 2px solid var(--line); }
    h3, h4 { font-size: 1.05rem; margin: 1.5rem 0 .35rem; }
    p { margin: .6rem 0; max-width: 48rem; }
    li { margin: .2rem 0; max-width: 48rem; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; font-size: .96rem; }
    th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; }
    th { font-weight: 600; font-size: .9em; color: var(--quiet); }
    thead tr { background: var(--soft); }
    tbody tr { border-bottom: 1px solid var(--line); }
    tbody td:first-child { font-weight: 600; }
    .short { white-space: nowrap; }
    td ul { margin: 0; padding-left: 1.1rem; }
    td li { margin: .1rem 0; }
    .figure { text-align: right; font-variant-numeric: tabular-nums; }
    .signatures td { height: 3rem; }
    .tasks { list-style: none; padding-left: 0; }
    .tasks li { padding: .35rem 0; border-bottom: 1px solid var(--line); max-width: none; }
    code { font-size: .9em; padding: .1em .35em; border-radius: .25em; background: var(--soft); }
    a { color: var(--mark); }
    .good, .waiting { display: inline-block; font-size: 1.1rem; color: var(--ink);
      background: var(--soft); border-left: .5rem solid var(--good); padding: .5rem .9rem;
      margin: 0 .5rem .35rem 0; border-radius: 0 .25rem .25rem 0; }
    .waiting { border-left-color: var(--wait); }
    figure { margin: 1.25rem 0; }
    figcaption { font-weight: 600; margin-bottom: .5rem; }
    svg { display: block; width: 100%; height: auto; }
    .legend { columns: 24rem; padding: 0; list-style: none; font-size: .96rem; }
    .legend li { padding-left: 3.2rem; text-indent: -3.2rem; break-inside: avoid; }
    .legend b { display: inline-block; min-width: 2.9rem; text-indent: 0; }
    figure p { font-weight: 600; margin: 1rem 0 .35rem; }
    summary { cursor: pointer; color: var(--quiet); font-size: .9rem; }
    .canvas { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1px;
      background: var(--line); border: 1px solid var(--line); }
    .canvas section { background: var(--paper); padding: .75rem 1rem; }
    .canvas h3 { margin-top: 0; }
    .canvas ul { padding-left: 1.1rem; margin: 0; }
    @media screen and (max-width: 44rem) {
      body { font-size: 16px; }
      main { margin-top: 1.25rem; padding: 0 1rem; }
      h1 { font-size: 1.6rem; }
      table, tbody, tr, td { display: block; width: auto; }
      thead { display: none; }
      tbody tr { padding: .6rem 0; }
      td { padding: .1rem 0; }
      td:empty { display: none; }
      td[data-name]::before { content: attr(data-name) ": "; color: var(--quiet);
        font-weight: 400; }
      .figure { text-align: left; }
      .short { white-space: normal; }
      .signatures td { height: auto; }
      .drawing { overflow-x: auto; }
      svg { min-width: 38rem; }
    }
    @media screen and (max-width: 40rem) {
      .drawing { border-right: .35rem dashed var(--wait); }
      figcaption::after { content: " (wider than this screen: move it sideways)";
        color: var(--quiet); font-weight: 400; }
    }
    @page { margin: 16mm 15mm; }
    @media print {
      :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --soft: #f2f2f2;
        --mark: #0072B2; --good: #009E73; --wait: #D55E00; }
      body { font-size: 10pt; line-height: 1.35; border-top: 0; }
      table { font-size: 9pt; margin: 4pt 0 8pt; }
      main { max-width: none; margin: 0; padding: 0; }
      h1 { font-size: 18pt; }
      h2 { font-size: 13pt; margin: 10pt 0 4pt; padding-top: 4pt; }
      h2, h3, h4 { break-after: avoid; }
      thead { display: table-header-group; }
      tr, figure, li, .canvas section { break-inside: avoid; }
      figcaption { break-after: avoid; }
      p { orphans: 3; widows: 3; }
      th, td { padding: 2pt 5pt; }
      .wide { overflow: visible; }
      .good, .waiting, thead tr, rect { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      details { display: none; }
    }
    """
}
