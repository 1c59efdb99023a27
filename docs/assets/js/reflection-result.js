// Self-reflection: the result. What the group says of each area over the years, as drawings with a table of the same, and
// the year's statements one by one. Only counts: nothing is added up to a score.

(() => {
  const { make } = Avtalsatlas;
  const parts = Avtalsatlas.reflection;
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, LEFT, RIGHT, TOP, ROW] = [360, 66, 338, 32, 40];

  function draw(name, attributes, ...children) {
    const element = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  const where = (step, steps) => LEFT + ((step - 1) / (steps - 1)) * (RIGHT - LEFT);
  const inWords = (entry, ids) => {
    const { counts, of, given } = parts.area(entry, ids);
    return `${entry.year}: ${parts.told(counts) || "ingen gemensam bild"}${given && given < of ? `, utan svar: ${of - given}` : ""}`;
  };

  function line(entry, ids, place) {
    const y = TOP + place * ROW + ROW / 2;
    const { counts } = parts.area(entry, ids);
    const marks = counts.flatMap((count, number) => {
      const x = where(number + 1, entry.steps);
      if (!count) return [draw("circle", { class: "aa-years__tick", cx: x, cy: y, r: 3 })];
      return [draw("circle", { class: "aa-years__dot", cx: x, cy: y, r: 9 + Math.min(count, 9) }), draw("text", { class: "aa-years__count", x, y: y + 5 }, String(count))];
    });
    return [draw("text", { class: "aa-years__year", x: 0, y: y + 5 }, String(entry.year)), draw("line", { class: "aa-years__line", x1: LEFT, x2: RIGHT, y1: y, y2: y }), ...marks];
  }

  /** One area: a row per year, a dot per step with how many statements the group has put there. */
  function chart(page, area) {
    const ids = area.statements.map((each) => each.id);
    const { years } = page.state;
    const told = years.map((entry) => inWords(entry, ids)).join("; ");
    const label = `${area.name}. Antal påståenden på varje steg, från ${page.low} till ${page.high}. ${told}.`;
    const svg = draw(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${TOP + years.length * ROW}`, role: "img", "aria-label": label, class: "aa-years" },
      draw("text", { class: "aa-years__end", x: LEFT - 12, y: 20 }, page.low),
      draw("text", { class: "aa-years__end", x: WIDTH - 2, y: 20, "text-anchor": "end" }, page.high),
      ...years.flatMap((entry, place) => line(entry, ids, place)),
    );
    return make("figure", { className: "aa-years-figure" }, make("figcaption", {}, area.name), svg);
  }

  function table(caption, heads, bodies, kind = "") {
    const cell = (words, place) => make("td", { role: "cell", data: { label: heads[place] } }, words);
    const row = ([head, ...cells]) => make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, head), cells.map((words, place) => cell(words, place + 1)));
    const group = (words) => make("tr", { className: "aa-group", role: "row" }, make("th", { scope: "rowgroup", role: "rowheader", colSpan: heads.length }, make("span", {}, words)));
    return make(
      "div",
      { className: "aa-scroll", role: "region", tabIndex: 0, aria: { label: caption } },
      make(
        "table",
        { className: `aa-table aa-table--plain aa-results ${kind}`, role: "table" },
        make("caption", {}, caption),
        make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, heads.map((head) => make("th", { scope: "col", role: "columnheader" }, head)))),
        bodies.map(([title, rows]) => make("tbody", { role: "rowgroup" }, group(title), rows.map(row))),
      ),
    );
  }

  const years = (page) =>
    table(
      "Samma sak som tabell: hur många påståenden gruppen har satt på varje steg.",
      ["År", "Skala", "Antal påståenden", "Utan gemensam bild"],
      page.areas.map((area) => {
        const ids = area.statements.map((each) => each.id);
        return [area.name, page.state.years.map((entry) => [String(entry.year), `${entry.steps} steg`, parts.told(parts.area(entry, ids).counts) || "inga", String(ids.length - parts.area(entry, ids).given)])];
      }),
      "aa-results--years",
    );

  const step = (entry, value) => (value === null ? "Ingen gemensam bild" : `Steg ${value} av ${entry.steps}`);

  const statements = (page, entry) =>
    table(
      `${entry.year}, påstående för påstående. Steg 1 ligger närmast «${page.low}», steg ${entry.steps} närmast «${page.high}».`,
      ["Påstående", "Var och en för sig, antal personer", "Gruppen", "Kommentar"],
      page.areas.map((area) => [
        area.name,
        area.statements.map((each) => {
          const { group, comment } = parts.answered(entry, each.id);
          return [make("span", { className: "aa-statement" }, make("b", {}, each.name), ` ${each.words}`), parts.told(parts.spread(entry, each.id).counts) || "inga svar", step(entry, group), comment];
        }),
      ]),
    );

  function goals(page, entry) {
    if (!entry.goals.length) return "";
    const area = (id) => page.areas.find((each) => each.id === id)?.name ?? "";
    const part = (label, words) => (words ? make("p", {}, make("b", {}, `${label} `), words) : "");
    return make(
      "div",
      { className: "aa-goals-told" },
      make("h3", {}, `Mål från ${entry.year}`),
      make("ol", {}, entry.goals.map((goal) => make("li", {}, part("", goal.goal || "Målet är inte skrivet."), part("Område:", area(goal.area)), part("Så märks det:", goal.measure), part("Så följs det upp:", goal.follow_up), part("När:", goal.when)))),
    );
  }

  /** The whole result of the year that is shown, with the drawings of all years. */
  function result(page, entry) {
    const people = parts.respondents(entry);
    return make(
      "section",
      { className: "aa-result", aria: { labelledby: "resultat" } },
      make("h2", { id: "resultat" }, `Ert resultat${entry.centre ? `: ${entry.centre}` : ""}`),
      make("p", {}, `År ${entry.year} har ${parts.plural(people, "person", "personer")} svarat. Här räknas bara: inga medelvärden, inga poäng. Stora skillnader mellan er är något att prata om, inte ett fel.`),
      make("p", { className: "aa-detail" }, "I cirkeln står hur många av områdets påståenden gruppen har satt på det steget. År med olika många steg ligger på samma linje, men stegen är inte desamma."),
      make("div", { className: "aa-years-all" }, page.areas.map((area) => chart(page, area))),
      years(page),
      make("h3", {}, "Påstående för påstående"),
      statements(page, entry),
      goals(page, entry),
    );
  }

  Object.assign(parts, { result, step });
})();
