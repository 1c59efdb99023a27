// «Nytt avtal»: holds the form together. What may stand where comes from data/form.js, which the build makes of the shapes.

(() => {
  const { make, button, onPage, load, keep, form } = Avtalsatlas;
  const KEPT = "nytt-avtal";
  const FORMAT = "avtalsatlas-nytt-avtal";
  // What is true before anybody has looked: nobody knows whether it holds.
  const empty = () => ({ county: "", folder: "", text: "", head: { municipalities: "all", in_force: { answer: "okänt" } }, topics: {} });

  /** The part of a value that fits a shape. A file may come from anywhere, and be of an older form. */
  function shaped(value, spec) {
    const isRecord = value !== null && typeof value === "object" && !Array.isArray(value);
    if (spec.kind === "record") return isRecord ? fields(value, spec.fields) : {};
    if (spec.kind === "many") return Array.isArray(value) ? value.map((item) => shaped(item, spec.item)) : [];
    return typeof value === "string" ? value : "";
  }
  const fields = (value, specs) => Object.fromEntries(Object.keys(specs).filter((key) => Object.hasOwn(value, key)).map((key) => [key, shaped(value[key], specs[key])]));

  /** What a file from here holds, or nothing when it is none. */
  function read(data, words) {
    let found;
    try {
      found = JSON.parse(words);
    } catch {
      return null;
    }
    if (found?.format !== FORMAT) return null;
    const state = { ...empty(), ...fields(found, { county: {}, folder: {}, text: {} }), head: fields(found.head ?? {}, data.head) };
    if (!Array.isArray(found.head?.municipalities)) state.head.municipalities = "all";
    data.topics.forEach(({ id }) => {
      const answer = found.topics?.[id];
      if (Array.isArray(answer)) state.topics[id] = answer.map((fact) => shaped(fact, form.factSpec(data, id, {})));
      else if (answer === "silent") state.topics[id] = answer;
    });
    return state;
  }

  /** What the page itself asks for: the folder, and the text with the quotes in it. */
  function ownFindings(page, state) {
    const { county, folder, text } = state;
    const about = (path, message, soft = false) => ({ path, message, hints: [], soft });
    const found = [];
    if (!county) found.push(about(["county"], "Välj län."));
    if (!folder) found.push(about(["folder"], "Mappen behöver ett namn, till exempel lan-2026."));
    if (page.data.taken.includes(`${county}/${folder}`)) found.push(about(["folder"], `Det finns redan en mapp som heter ${county}/${folder}.`));
    if (!text.trim()) return [...found, about(["text"], "Texten saknas. Klistra in den här.")];
    form.remarks(text).forEach((each) => found.push(about(["text"], each, true)));
    Object.entries(state.topics).forEach(([topic, facts]) =>
      [facts].flat().forEach((fact, at) => {
        if (fact.quote && !form.stands(page.data.words, text, fact.quote)) found.push(about(["topics", topic, at, "quote"], "Citatet hittades inte i texten. Det ska stå där ord för ord. Den fullständiga prövningen görs i förslaget.", true));
      }),
    );
    return found;
  }

  /** The state as it is written. Facts are held against the text that stands in the form, so its fingerprint is known. */
  function current({ state, data }) {
    const topics = Object.fromEntries(Object.entries(state.topics).map(([id, answer]) => [id, form.pruned(answer)]).filter(([, answer]) => answer.length));
    const head = form.pruned(state.head);
    head.reviewed = { ...head.reviewed, text: state.text.trim() ? form.fingerprint(data.words, form.text(state.text)) : "okänt" };
    return { county: state.county, folder: state.folder.trim(), text: state.text, head, topics };
  }

  function start(holder, data) {
    const summary = make("p", { className: "aa-form__summary", role: "status" });
    const lists = make("div", { hidden: true });
    const body = make("div");
    const page = { data, words: form.words(data.words), rules: holder.dataset.rules, newFile: holder.dataset.new, longest: Number(holder.dataset.longest), state: empty(), fields: new Map(), written: { text: "" }, change, touch, forget, listOf, isClean };
    let [waiting, all, findings, output] = [0, false, [], null];
    const touched = new Set();

    function forget(start) {
      [...page.fields.keys()].filter((key) => key.startsWith(start)).forEach((key) => page.fields.delete(key));
    }

    /** The list of ids that a term may be, to pick from while typing. */
    function listOf(spec) {
      const id = `lista-${spec.lists.join("-")}`;
      if (![...lists.children].some((list) => list.id === id)) lists.append(make("datalist", { id, data: { lists: spec.lists.join(" ") } }));
      return id;
    }

    function drawLists() {
      const parties = form.partiesOf(page.state);
      for (const list of lists.children) {
        const names = list.dataset.lists.split(" ").flatMap((name) => (name === "parties" ? parties.map((id) => [id, "part i avtalet"]) : Object.entries(data.lists[name] ?? {})));
        list.replaceChildren(...names.map(([value, label]) => make("option", { value, label })));
      }
    }

    function touch(path) {
      touched.add(path.join("."));
      show();
    }

    function change(path) {
      touched.add(path.join("."));
      keep.changed(KEPT, text());
      clearTimeout(waiting);
      waiting = setTimeout(() => body.isConnected && update(), 200);
    }

    function show() {
      page.fields.forEach((where, key) => form.show(page, where, findings.filter((each) => each.path.join(".") === key && (all || touched.has(key)))));
      const wrong = findings.filter((each) => !each.soft).length;
      const quotes = findings.filter((each) => each.soft && each.path.at(-1) === "quote").length;
      const parts = [wrong ? `${wrong} ${wrong === 1 ? "sak" : "saker"} kvar att fylla i eller rätta.` : "Inget kvar att fylla i eller rätta här.", quotes ? `${quotes} citat hittades inte i texten.` : ""];
      const words = parts.filter(Boolean).join(" ");
      if (summary.textContent !== words) summary.textContent = words;
    }

    function update() {
      const state = current(page);
      page.written = form.agreement(data, state);
      findings = [...ownFindings(page, state), ...form.check(data, state, page.written.places)];
      drawLists();
      show();
      output.draw();
    }

    /** Whether nothing is wrong. Otherwise all of it is shown, and the focus goes to the first. */
    function isClean() {
      clearTimeout(waiting);
      update();
      all = true;
      show();
      const first = body.querySelector("[data-wrong]");
      if (!first) return true;
      for (let at = first.parentElement; at; at = at.parentElement) if (at.localName === "details") at.open = true;
      (first.matches("fieldset, section") ? (first.querySelector("input, select, textarea, button, summary") ?? first) : first).focus();
      return false;
    }

    const text = () => JSON.stringify({ format: FORMAT, ...page.state }, null, 1);
    const panel = keep.panel({
      name: KEPT,
      title: "Fortsätt en annan gång",
      text,
      file: () => `nytt-avtal-${keep.plain(page.state.folder) || "utkast"}.json`,
      take(words, from) {
        const state = read(data, words);
        panel.wrong("Filen går inte att öppna.", state ? [] : ["Den är inte ett utkast från den här sidan."]);
        if (state) begin(state, `${from} är öppnad.`);
      },
      cleared: () => begin(empty(), ""),
    });

    function begin(state, words) {
      page.state = state;
      page.fields.clear();
      touched.clear();
      [all, output] = [false, form.out(page)];
      body.replaceChildren(...form.parts(page), make("p", {}, button("Kontrollera", () => isClean())), output.element);
      update();
      if (words) panel.tell(words);
    }

    holder.replaceChildren(summary, body, panel.element, lists);
    const before = keep.live(KEPT) ?? keep.stored(KEPT);
    begin((before && read(data, before)) || empty(), before ? "Det du har fyllt i står kvar." : "");
  }

  onPage(async () => {
    const holder = document.querySelector("[data-form]");
    if (!holder || holder.dataset.started !== undefined) return;
    holder.dataset.started = "";
    await load(holder.dataset.form).catch(() => {});
    if (window.AvtalsatlasForm && holder.isConnected) start(holder, window.AvtalsatlasForm);
  });

  Object.assign(form, { read });
})();
