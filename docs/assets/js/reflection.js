// «Självreflektion» as a form: holds its parts together. The statements, their areas and the words of the scale are read from
// the page, where the build has put them. Without this file the page is complete as a paper version.

(() => {
  const { make, button, onPage, keep, reflection: parts } = Avtalsatlas;

  /** The areas with their statements, as they stand on a page. */
  function areasOf(root) {
    return [...root.querySelectorAll("section[data-area]")].map((section) => ({
      id: section.dataset.area,
      name: section.querySelector("h3 a").textContent,
      statements: [...section.querySelectorAll("[data-statement]")].map((item) => ({
        id: item.dataset.statement,
        name: item.querySelector("b").textContent,
        words: item.querySelector(".aa-statement a").textContent,
        item,
      })),
    }));
  }

  function start(marker) {
    const root = marker.closest("article");
    const slot = (name) => root.querySelector(`[data-slot="${name}"]`);
    const areas = areasOf(root);
    const statements = areas.flatMap((area) => area.statements);
    const ids = statements.map((each) => each.id);
    const known = { document: marker.dataset.reflection, areas: areas.map((each) => each.id), statements: ids };
    const kept = `sjalvreflektion:${known.document}`;
    const radios = [...slot("steps").querySelectorAll("input")];
    const text = () => JSON.stringify(page.state, null, 2);
    const page = {
      areas,
      statements,
      low: marker.dataset.low,
      high: marker.dataset.high,
      state: parts.empty(known.document),
      entry: null,
      who: 0,
      steps: () => Number(radios.find((radio) => radio.checked).value),
      change() {
        keep.changed(kept, text());
        later();
      },
      begin(entry) {
        page.state = parts.merge(page.state, { years: [entry] });
        page.show(entry.year);
        page.change();
        slot("who").querySelector("input:checked").focus();
        panel.tell(`${entry.year} är påbörjat. Inget är sparat än.`);
      },
      show(year) {
        page.entry = page.state.years.find((each) => each.year === year) ?? null;
        page.who = 0;
        page.render();
      },
      turn(who) {
        page.who = who;
        page.render();
        slot("who").querySelector("input:checked").focus();
      },
      tell: (words) => panel.tell(words),
      render,
    };
    let waiting = 0;
    let progress = () => {};

    /** The result is drawn again when the answers have been still for a moment. */
    function later() {
      clearTimeout(waiting);
      waiting = setTimeout(() => page.entry && root.isConnected && drawResult(), 150);
    }

    const drawResult = () => slot("result").replaceChildren(parts.result(page, page.entry));

    function drawGoals(focus) {
      slot("goals").replaceChildren(parts.goals(page, page.entry, drawGoals));
      const all = slot("goals").querySelectorAll("fieldset");
      if (focus === undefined) return;
      (all[focus]?.querySelector("select") ?? slot("goals").querySelector(".aa-goals > button")).focus();
    }

    /** What comes after the last statement: the next person, or the group. */
    function next() {
      const last = page.who === parts.GROUP;
      const then = last ? null : page.who + 1 < page.entry.people ? page.who + 1 : parts.GROUP;
      return last ? "" : button(`Nästa: ${parts.name(then)}`, () => page.turn(then), { className: "aa-button aa-button--main" });
    }

    function render() {
      const { entry } = page;
      root.classList.toggle("aa-reflect--started", Boolean(entry));
      root.querySelectorAll(".aa-view").forEach((view) => view.remove());
      ["start", "who", "next", "goals", "result"].forEach((name) => slot(name).replaceChildren());
      const locked = Boolean(entry && Object.keys(entry.answers).length);
      radios.forEach((radio) => (radio.checked = radio.value === String(entry?.steps ?? page.steps())));
      slot("start").append(entry ? parts.overview(page, entry) : parts.begin(page, new Date().getFullYear()));
      slot("steps").classList.toggle("aa-choice--locked", locked);
      if (!entry) return;
      const who = parts.whoAnswers(page, entry, ids);
      slot("who").append(who.element, page.who === parts.GROUP ? parts.differences(page, entry) : "");
      progress = who.update;
      statements.forEach((each) => each.item.append(parts.statement(page, entry, each, () => progress())));
      slot("next").append(next());
      drawGoals();
      drawResult();
    }

    /** A scale can be changed as long as nobody has answered on it. */
    function changeSteps() {
      const { entry } = page;
      if (!entry) return;
      if (Object.keys(entry.answers).length) {
        panel.tell(`Skalan för ${entry.year} har ${entry.steps} steg, eftersom någon har svarat på den. Ett nytt år kan få en annan skala.`);
        return;
      }
      entry.steps = page.steps();
      page.change();
      render();
      radios.find((radio) => radio.checked).focus();
    }

    function adopt(state, words) {
      page.state = state;
      page.show(Math.max(...state.years.map((entry) => entry.year)));
      panel.tell(words);
    }

    /** Take in a file. What both have is asked about, and nothing is lost unasked. */
    function take(words, from) {
      const { state, problems } = parts.read(words, known);
      panel.wrong(`${from} går inte att öppna. Inget är ändrat.`, problems);
      if (problems.length) return;
      if (!state.years.length) return void panel.tell("Filen är tom: den har inget år.");
      const put = (merged) => {
        adopt(merged, `${from} är öppnad. Den har ${state.years.map((entry) => entry.year).join(", ")}.`);
        page.change();
      };
      const both = parts.conflicts(page.state, state);
      if (!both.length) return put(parts.merge(page.state, state));
      const can = both.every((year) => parts.joinable(page.state.years.find((each) => each.year === year), state.years.find((each) => each.year === year)));
      const answers = [
        ["Behåll svaren på sidan", () => put(parts.merge(state, page.state))],
        ["Ta filens svar", () => put(parts.merge(page.state, state))],
        ...(can ? [["Lägg till filens personer efter era", () => put(parts.merge(page.state, state, true))]] : []),
      ];
      panel.ask(`Både sidan och filen har svar för ${both.join(", ")}. Vad ska gälla?`, answers);
    }

    function printBlank() {
      root.classList.add("aa-reflect--blank");
      window.print();
    }

    const print = button("Skriv ut", () => window.print());
    const blank = button("Skriv ut ett tomt papper", printBlank);
    const on = marker.dataset.report ? make("a", { className: "aa-button", href: marker.dataset.report }, "Till verksamhetsberättelsen") : "";
    const panel = keep.panel({
      name: kept,
      title: "Spara och ta med",
      text,
      file: () => `sjalvreflektion-${keep.plain(page.entry?.centre ?? "") || "familjecentral"}.json`,
      take,
      cleared() {
        page.state = parts.empty(known.document);
        page.show(0);
      },
      more: [print, blank, on],
    });
    slot("keep").append(panel.element);
    radios.forEach((radio) => radio.addEventListener("change", changeSteps));
    addEventListener("afterprint", () => root.classList.remove("aa-reflect--blank"));

    const before = keep.live(kept) ?? keep.stored(kept);
    const { state, problems } = before ? parts.read(before, known) : { state: null, problems: [] };
    if (problems.length) panel.wrong("Det som är sparat i webbläsaren går inte att läsa. Det ligger kvar tills du rensar.", problems);
    render();
    if (state?.years.length) adopt(state, keep.live(kept) ? "Det du fyllde i nyss står kvar." : "Det som du har sparat i den här webbläsaren är öppnat.");
  }

  onPage(() => {
    const marker = document.querySelector("[data-reflection]");
    if (!marker || marker.dataset.started !== undefined) return;
    marker.dataset.started = "";
    start(marker);
  });

  parts.areasOf = areasOf;
})();
