// «Verksamhetsberättelse» as a form: fields under the template's own headings, the result of the self-reflection put in, and
// the report as Markdown, Word or paper. Without this file the page is the template with room to write on paper.

(() => {
  const { make, button, onPage, keep, reflection, report: parts } = Avtalsatlas;

  /** The template as the page shows it: its words are the build's, none are typed here. */
  function templateOf(marker, root) {
    const passages = (holder) =>
      [...(holder?.querySelectorAll("[data-guide], [data-standing]") ?? [])].map((each) => ({ words: each.textContent.trim(), guide: "guide" in each.dataset, item: each.dataset.standing === "item" }));
    const sections = [...root.querySelectorAll("[data-section]")].map((element) => ({
      element,
      id: element.dataset.section,
      fill: element.dataset.fill,
      level: Number(element.dataset.level),
      results: "results" in element.dataset,
      heading: element.querySelector("[data-heading]").textContent,
      before: passages(element.querySelector("[data-before]")),
      after: passages(element.querySelector("[data-after]")),
      statistics: [...element.querySelectorAll("[data-statistic]")].map((each) => each.dataset.statistic),
    }));
    const demands = [...root.querySelectorAll("[data-demand]")].map((element) => ({ element, id: element.dataset.demand, says: element.querySelector("[data-says]").textContent }));
    const areas = [...root.querySelectorAll("tbody[data-area]")].map((body) => ({
      id: body.dataset.area,
      name: body.querySelector(".aa-group span").textContent,
      statements: [...body.querySelectorAll("[data-statement]")].map((row) => {
        const name = row.querySelector("b").textContent;
        return { id: row.dataset.statement, name, words: row.querySelector(".aa-statement").textContent.slice(name.length).trim(), row };
      }),
    }));
    const known = { document: marker.dataset.reflectionOf, areas: areas.map((each) => each.id), statements: areas.flatMap((area) => area.statements.map((each) => each.id)) };
    return { document: marker.dataset.annualReport, sections, demands, areas, known, low: marker.dataset.low, high: marker.dataset.high };
  }

  function start(marker) {
    const root = marker.closest("article");
    const template = templateOf(marker, root);
    const kept = `verksamhetsberattelse:${template.document}`;
    let state = parts.empty(template.document);
    const text = () => JSON.stringify(state, null, 2);
    const changed = () => keep.changed(kept, text());
    const place = (id) => (state.sections[id] ??= { text: "", statistics: {} });

    function writing(label, value, put, rows) {
      const area = make("textarea", { value, rows, maxLength: 50_000, placeholder: " " });
      area.addEventListener("input", () => (put(area.value), changed()));
      return reflection.field(label, area);
    }

    function line(label, value, put, more = {}) {
      const input = make("input", { type: "text", value, maxLength: 500, autocomplete: "off", ...more });
      input.addEventListener("input", () => (put(input), changed()));
      return reflection.field(label, input);
    }

    /** The years of a self-reflection that are at hand: on its page just now, or saved in the browser. */
    function atHand() {
      const name = `sjalvreflektion:${template.known.document}`;
      const words = keep.live(name) ?? keep.stored(name);
      return words ? (reflection.read(words, template.known).state?.years ?? []) : [];
    }

    /** A choice of year with a button that takes it. `years()` is asked each time: they may have come since. */
    function chooser(label, years, take) {
      const holder = make("div", { className: "aa-fetch" });
      function draw() {
        const found = years();
        const select = make("select", {}, [...found].reverse().map((entry) => make("option", { value: entry.year }, `${entry.year}`)));
        holder.replaceChildren(...(found.length ? [reflection.field("Självreflektion från år", select), button(label, () => take(found.find((entry) => entry.year === Number(select.value))))] : []));
      }
      draw();
      return { holder, draw };
    }

    // Which result is put in, and how many have answered: the template asks for it.
    const put = make("p", { className: "aa-put" });
    let opened = [];
    const choosers = [];
    const years = () => {
      const all = [...atHand(), ...opened, ...(state.reflection ? [state.reflection] : [])];
      return [...new Map(all.map((entry) => [entry.year, entry])).values()].sort((one, other) => one.year - other.year);
    };
    const redraw = () => choosers.forEach(({ draw }) => draw());

    function resultsSlot(slot) {
      const chosen = chooser("Lägg in resultatet", years, (entry) => {
        state.reflection = structuredClone(entry);
        changed();
        showResults();
        panel.tell(`Resultatet från ${entry.year} är inlagt.`);
      });
      choosers.push(chosen);
      const take = (words, from) => {
        const { state: given, problems } = reflection.read(words, template.known);
        panel.wrong(`${from} går inte att öppna. Inget är ändrat.`, problems);
        if (problems.length) return;
        opened = given.years;
        redraw();
        panel.tell(`${from} är öppnad. Välj år och lägg in resultatet.`);
        chosen.holder.querySelector("select")?.focus();
      };
      const file = keep.opener("Öppna en fil från självreflektionen", take, (problem) => panel.wrong("Filen går inte att öppna.", [problem]));
      slot.replaceChildren(chosen.holder, make("p", {}, file), put);
    }

    function showResults() {
      const entry = state.reflection;
      template.areas.flatMap((area) => area.statements).forEach(({ id, row }) => {
        const { group, comment } = entry ? reflection.answered(entry, id) : { group: null, comment: "" };
        row.querySelector('[data-cell="group"]').textContent = entry ? reflection.step(entry, group) : "";
        row.querySelector('[data-cell="comment"]').textContent = comment;
      });
      put.textContent = entry ? `Inlagt: självreflektionen från ${entry.year}, på en skala med ${entry.steps} steg. Antal svarande: ${reflection.respondents(entry)}.` : "";
      redraw();
    }

    function titleFields() {
      const year = line("År", state.year ?? "", (input) => (state.year = reflection.isWhole(input.valueAsNumber, reflection.YEARS) ? input.valueAsNumber : null), { type: "number", min: reflection.YEARS[0], max: reflection.YEARS[1] });
      return [year, line("Familjecentral", state.centre, (input) => (state.centre = input.value))];
    }

    function fill({ element, id, fill: kind, statistics, heading }) {
      const slot = element.querySelector('[data-slot="fill"]');
      element.querySelectorAll("[data-statistic]").forEach((item) => {
        const name = item.dataset.statistic;
        item.replaceChildren(line(parts.capital(name), parts.section(state, id).statistics[name] ?? "", (input) => (place(id).statistics[name] = input.value)));
      });
      if (!slot) return;
      if (kind === "title") return void slot.replaceChildren(...titleFields());
      const written = writing(["Er text", make("span", { className: "aa-hidden" }, `: ${heading}`)], parts.section(state, id).text, (value) => (place(id).text = value), kind === "text" || statistics.length ? 8 : 6);
      slot.replaceChildren(written);
      if (kind !== "goals" || !template.areas.length) return;
      const withGoals = () => years().filter((entry) => entry.goals.length);
      const chosen = chooser("Lägg in målen", withGoals, (entry) => {
        const before = parts.section(state, id).text.trim();
        place(id).text = [before, parts.goals(entry, template.areas)].filter(Boolean).join("\n\n");
        changed();
        written.querySelector("textarea").value = place(id).text;
        written.querySelector("textarea").focus();
        panel.tell(`Målen från ${entry.year} är inlagda under «${heading}».`);
      });
      choosers.push(chosen);
      slot.prepend(chosen.holder);
    }

    function draw() {
      choosers.length = 0;
      const results = root.querySelector('[data-slot="results"]');
      if (results) resultsSlot(results);
      template.sections.forEach(fill);
      template.demands.forEach(({ element, id, says }) => {
        element.querySelector('[data-slot="fill"]').replaceChildren(writing(["Ert svar", make("span", { className: "aa-hidden" }, `: ${says}`)], state.demands[id] ?? "", (value) => (state.demands[id] = value), 3));
      });
      showResults();
    }

    function take(words, from) {
      const { state: given, problems } = parts.read(words, template);
      panel.wrong(`${from} går inte att öppna. Inget är ändrat.`, problems);
      if (problems.length) return;
      const put = () => {
        state = given;
        changed();
        draw();
        panel.tell(`${from} är öppnad.`);
      };
      const untouched = text() === JSON.stringify(parts.empty(template.document), null, 2);
      if (untouched || text() === JSON.stringify(given, null, 2)) put();
      else panel.ask("Det du har skrivit på sidan byts ut mot det som står i filen. Vill du det?", [["Nej, behåll", null], ["Ja, öppna filen", put]]);
    }

    const file = (ending) => `verksamhetsberattelse-${keep.plain(state.centre) || "familjecentral"}${state.year ? `-${state.year}` : ""}.${ending}`;
    const give = (ending, type, data) => () => {
      keep.download(file(ending), type, data());
      panel.tell(`Rapporten heter ${file(ending)}. Avsnitt som du inte har skrivit i har kvar sina anvisningar.`);
    };
    const blocks = () => parts.blocks(template, state);
    const panel = keep.panel({
      name: kept,
      title: "Spara, ta med och gör rapporten",
      text,
      file: () => file("json"),
      take,
      cleared() {
        state = parts.empty(template.document);
        opened = [];
        draw();
      },
      more: [
        button("Rapporten som Word", give("docx", parts.WORD, () => parts.word(blocks()))),
        button("Rapporten som Markdown", give("md", "text/markdown;charset=utf-8", () => parts.markdown(blocks()))),
        button("Skriv ut", () => window.print()),
      ],
    });
    root.querySelector('[data-slot="keep"]').append(panel.element);

    const before = keep.live(kept) ?? keep.stored(kept);
    const given = before ? parts.read(before, template) : { state: null, problems: [] };
    if (given.problems.length) panel.wrong("Det som är sparat i webbläsaren går inte att läsa. Det ligger kvar tills du rensar.", given.problems);
    if (given.state) {
      state = given.state;
      panel.tell(keep.live(kept) ? "Det du skrev nyss står kvar." : "Det som du har sparat i den här webbläsaren är öppnat.");
    }
    draw();
  }

  onPage(() => {
    const marker = document.querySelector("[data-annual-report]");
    if (!marker || marker.dataset.started !== undefined) return;
    marker.dataset.started = "";
    start(marker);
  });
})();
