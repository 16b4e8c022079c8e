/// The style of every page: quiet, readable, the same on paper.
enum HTMLStyle {
  static let text = """
    :root { color-scheme: light dark; --line: #8886; --soft: #8881; }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
    main { max-width: 60rem; margin: 2rem auto; padding: 0 1.25rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
    h3, h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    p { margin: .5rem 0; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .94rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; }
    th { font-weight: 600; background: var(--soft); }
    tr { border-bottom: 1px solid var(--line); }
    .figure { text-align: right; font-variant-numeric: tabular-nums; }
    .signatures td { height: 2.2rem; }
    .tasks { list-style: none; padding-left: 0; }
    code { font-size: .94em; }
    .good { border-left: .4rem solid #009E73; padding-left: .5rem; }
    .waiting { border-left: .4rem solid #D55E00; padding-left: .5rem; }
    figure { margin: 1rem 0; }
    svg { max-width: 100%; height: auto; }
    .canvas { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1px;
      background: var(--line); border: 1px solid var(--line); }
    .canvas section { background: Canvas; padding: .5rem .75rem; }
    .canvas h3 { margin-top: 0; }
    .canvas ul { padding-left: 1.1rem; margin: 0; }
    @media print {
      main { max-width: none; margin: 0; padding: 0; }
      h2, h3 { break-after: avoid; }
      tr, figure, section { break-inside: avoid; }
      details { display: none; }
    }
    """
}
