// Self-reflection: the form on the page. Person by person, then the group, statement by statement, and the goals. It changes
// the answers through `page.change` and knows nothing of files, charts or storage.

(() => {
  const { make, button } = Avtalsatlas;
  const parts = Avtalsatlas.reflection;
  const GROUP = "group";
  const plural = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  const name = (who) => (who === GROUP ? "Gruppen tillsammans" : `Person ${who + 1}`);
  /** «steg 1: 2, steg 3: 1», or nothing when nobody has answered. */
  const told = (counts) => counts.map((count, place) => (count ? `steg ${place + 1}: ${count}` : "")).filter(Boolean).join(", ");

  let made = 0;
  function field(label, control, hint = "") {
    control.id ||= `aa-falt-${(made += 1)}`;
    return make("p", { className: `aa-field${control.matches("textarea") ? " aa-field--text" : ""}` }, make("label", { htmlFor: control.id }, label, hint && make("span", { className: "aa-detail" }, ` ${hint}`)), control);
  }

  const number = (value, [min, max]) => make("input", { type: "number", value, min, max, step: 1, required: true, inputMode: "numeric" });
  const valid = (input, range) => parts.isWhole(input.valueAsNumber, range);

  /** What to say before one can begin: which year, which centre, how many. Also begins a further year. */
  function begin(page, year) {
    const when = number(year, parts.YEARS);
    const centre = make("input", { type: "text", value: page.entry?.centre ?? "", autocomplete: "off", maxLength: 200 });
    const people = number(page.entry?.people ?? 4, parts.PEOPLE);
    const wrong = make("p", { className: "aa-field__wrong", role: "alert" });
    const form = make(
      "form",
      { className: "aa-begin", noValidate: true },
      make("p", { className: "aa-begin__title" }, page.entry ? "Ett nytt år" : "Fyll i här på sidan"),
      make(
        "div",
        { className: "aa-begin__fields" },
        field("År", when),
        field("Familjecentral", centre, "(om du vill)"),
        field("Hur många är ni?", people, `(1–${parts.PEOPLE[1]})`),
      ),
      wrong,
      make("button", { type: "submit", className: "aa-button aa-button--main" }, "Börja"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const taken = page.state.years.some((entry) => entry.year === when.valueAsNumber);
      const problem = !valid(when, parts.YEARS) ? [when, "Skriv året med fyra siffror."] : taken ? [when, "Det året finns redan."] : !valid(people, parts.PEOPLE) ? [people, `Skriv ett tal mellan 1 och ${parts.PEOPLE[1]}.`] : null;
      [when, people].forEach((input) => input.setAttribute("aria-invalid", String(input === problem?.[0])));
      wrong.textContent = problem?.[1] ?? "";
      if (problem) problem[0].focus();
      else page.begin({ ...parts.blank(when.valueAsNumber, page.steps(), people.valueAsNumber), centre: centre.value.trim() });
    });
    return form;
  }

  /** What one is filling in, and what can be changed about it. */
  function overview(page, entry) {
    const year = make("select", {}, page.state.years.map((each) => make("option", { value: each.year, selected: each === entry }, each.year)));
    year.addEventListener("change", () => page.show(Number(year.value)));
    const people = number(entry.people, parts.PEOPLE);
    people.addEventListener("change", () => {
      const least = Math.max(1, ...Object.values(entry.answers).map((answer) => answer.people.findLastIndex((step) => step !== null) + 1));
      const wanted = valid(people, parts.PEOPLE) ? people.valueAsNumber : entry.people;
      entry.people = Math.max(wanted, least);
      people.value = entry.people;
      page.change();
      page.tell(wanted < least ? `Person ${least} har svarat. Färre än ${least} går därför inte att välja.` : `Ni är ${entry.people}.`);
      page.who = page.who === GROUP ? GROUP : Math.min(page.who, entry.people - 1);
      page.render();
    });
    const centre = make("input", { type: "text", value: entry.centre, maxLength: 200, autocomplete: "off" });
    centre.addEventListener("input", () => ((entry.centre = centre.value), page.change()));
    return make(
      "div",
      { className: "aa-begin" },
      make("p", { className: "aa-begin__title" }, `Ni fyller i ${entry.year}. Skalan har ${entry.steps} steg.`),
      make("div", { className: "aa-begin__fields" }, field("År", year), field("Familjecentral", centre), field("Hur många är ni?", people)),
      make("details", {}, make("summary", {}, "Lägg till ett år"), make("p", {}, "Välj först skala ovanför, om den ska vara en annan än den ni har."), begin(page, Math.max(...page.state.years.map((each) => each.year)) + 1)),
    );
  }

  /** Whose answers stand in the form. */
  function whoAnswers(page, entry, ids) {
    const row = [...Array(entry.people).keys(), GROUP].map((who) => {
      const box = make("input", { type: "radio", name: "vem", value: who, checked: who === page.who });
      box.addEventListener("change", () => page.turn(who));
      return make("label", {}, box, make("span", {}, name(who)));
    });
    const status = make("p", { className: "aa-who__status", role: "status" });
    const update = () => (status.textContent = `${name(page.who)}: ${parts.done(entry, page.who, ids)} av ${ids.length} påståenden besvarade.`);
    update();
    return { element: make("fieldset", { className: "aa-choice aa-who" }, make("legend", {}, "Vem svarar nu?"), row, status), update };
  }

  /** Where the people differ, in the order of the statements: what there is to talk about. */
  function differences(page, entry) {
    const apart = page.statements.map((each) => ({ each, ...parts.spread(entry, each.id) })).filter(({ low, high }) => low !== high);
    const lines = apart.map(({ each, low, high }) => make("li", {}, make("a", { href: `#svar-${each.id}` }, each.name), ` – från steg ${low} till steg ${high}`));
    return make(
      "div",
      { className: "aa-apart" },
      make("p", {}, make("b", {}, "Att prata om. "), apart.length ? `Ni svarar olika på ${plural(apart.length, "påstående", "påståenden")}:` : "Ingen av er har svarat olika, eller så har färre än två svarat."),
      lines.length ? make("ul", {}, lines) : "",
    );
  }

  /** One statement: a scale for whoever answers, and for the group what the people said and a comment. */
  function statement(page, entry, each, onAnswer) {
    const answer = () => (entry.answers[each.id] ??= { people: [], group: null, comment: "" });
    const set = (value) => {
      const mine = answer();
      if (page.who === GROUP) mine.group = value;
      else {
        while (mine.people.length <= page.who) mine.people.push(null);
        mine.people[page.who] = value;
      }
      page.change();
      onAnswer();
    };
    const current = () => (page.who === GROUP ? parts.answered(entry, each.id).group : parts.answered(entry, each.id).people[page.who]) ?? null;
    const choice = (value, shown, hidden = "") => {
      const box = make("input", { type: "radio", name: `svar-${each.id}`, value: value ?? "", checked: current() === value });
      box.addEventListener("change", () => set(value));
      return make("label", { className: value === null ? "aa-view__none" : "aa-view__step" }, box, make("span", {}, shown, hidden && make("span", { className: "aa-hidden" }, hidden)));
    };
    const steps = Array.from({ length: entry.steps }, (_, place) => {
      const edge = place === 0 ? page.low : place === entry.steps - 1 ? page.high : "";
      return choice(place + 1, String(place + 1), edge && `, ${edge}`);
    });
    const scale = make("div", { className: "aa-view__scale" }, make("span", { aria: { hidden: true } }, page.low), make("div", { className: "aa-view__steps" }, steps), make("span", { aria: { hidden: true } }, page.high), choice(null, "Inget svar"));
    const view = make("fieldset", { className: "aa-view", id: `svar-${each.id}`, tabIndex: -1 }, make("legend", {}, `${name(page.who)}`, make("span", { className: "aa-hidden" }, `: ${each.name}. ${each.words}`)), scale);
    if (page.who !== GROUP) return view;
    const { counts } = parts.spread(entry, each.id);
    const comment = make("textarea", { value: parts.answered(entry, each.id).comment, rows: 2, maxLength: 5000 });
    comment.addEventListener("input", () => ((answer().comment = comment.value), page.change()));
    view.prepend(make("p", { className: "aa-view__spread" }, told(counts) ? `Var och en för sig, antal personer: ${told(counts)}.` : "Ingen har svarat för sig själv."));
    view.prepend(view.querySelector("legend"));
    view.append(field("Kommentar", comment));
    return view;
  }

  const GOALS = [
    ["goal", "Vad vill ni förbättra?", ""],
    ["measure", "Hur märker ni att ni är framme?", "Något som går att räkna eller se."],
    ["follow_up", "Hur följer ni upp det?", ""],
  ];

  /** The goals of a year. The page draws them again when one comes or goes. */
  function goals(page, entry, redraw) {
    const one = (goal, place) => {
      const area = make("select", {}, make("option", { value: "" }, "Inget särskilt område"), page.areas.map((each) => make("option", { value: each.id, selected: each.id === goal.area }, each.name)));
      area.addEventListener("change", () => ((goal.area = area.value), page.change()));
      const texts = GOALS.map(([key, label, hint]) => {
        const control = make("textarea", { value: goal[key], rows: 2, maxLength: 5000 });
        control.addEventListener("input", () => ((goal[key] = control.value), page.change()));
        return field(label, control, hint);
      });
      const when = make("input", { type: "text", value: goal.when, maxLength: 200, autocomplete: "off" });
      when.addEventListener("input", () => ((goal.when = when.value), page.change()));
      const away = button(`Ta bort mål ${place + 1}`, () => {
        entry.goals.splice(place, 1);
        page.change();
        redraw(-1);
      });
      return make("fieldset", { className: "aa-goal" }, make("legend", {}, `Mål ${place + 1}`), field("Område", area), texts, field("När?", when), away);
    };
    const add = button("Lägg till ett mål", () => {
      entry.goals.push({ area: "", goal: "", measure: "", follow_up: "", when: "" });
      page.change();
      redraw(entry.goals.length - 1);
    });
    add.hidden = entry.goals.length >= 20;
    return make("div", { className: "aa-goals" }, entry.goals.map(one), add);
  }

  Object.assign(parts, { GROUP, name, told, plural, field, begin, overview, whoAnswers, differences, statement, goals });
})();
