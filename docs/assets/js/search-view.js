// How the search looks: a dialog over any page, and the page of the search, whose address holds the question. Both show
// the same list of links, each with where it leads, what stands there, and how the text answers, in words.

(() => {
  const { make, load, root } = Avtalsatlas;
  const finder = Avtalsatlas.search;
  const SHORT = 8, LONG = 30, WAIT = 60;
  window.AvtalsatlasOrd ??= {};

  // --- what a result says ---

  /** A text with the words of the question marked. */
  function marked(text, wanted) {
    return (text ?? "").split(/([\p{L}\p{N}]+)/u).map((part, place) => (place % 2 && wanted.has(finder.stem(part)) ? make("mark", {}, part) : part));
  }

  const cut = (text, most = 200) => (text.length > most ? `${text.slice(0, text.lastIndexOf(" ", most))} …` : text);

  const status = ([id, label, sign]) =>
    make("span", { className: `aa-status aa-status--small aa-status--${id}` }, make("span", { className: "aa-status__mark", aria: { hidden: true } }, sign), ` ${label}`);

  const statusOf = (id) => finder.statuses().find(([each]) => each === id);

  /** The files that tell what facts and clauses say. */
  const needs = ({ kind, text, answer }) =>
    kind === "clause" ? [`data/sok/${text.id}.js`] : kind === "fact" || answer?.facts ? [`data/jamfor/${text.id}.js`] : [];

  const factsOf = ({ text, topic }) => window.AvtalsatlasOrd[text.id].facts[topic.id];

  const told = {
    topic: ({ name, border, url }) => ({ url, where: ["Jämför avtalen"], title: name, says: border }),
    text: ({ name, title, words, url }) => ({ url, where: [words], title: name, says: title === name ? "" : title }),
    page: ({ name, branch, tells, url }) => ({ url, where: [branch || "Sida"], title: name, says: tells }),
    each: ({ name, branch, url }) => ({ url, where: [branch], title: name, says: "" }),
    fact: (result) => {
      const fact = factsOf(result)[result.place];
      return { url: fact.url, where: [result.text.name, result.topic.name], title: fact.says, quote: fact.quote, clause: fact.clause, statuses: [statusOf(fact.status)] };
    },
    answer: (result) => {
      const { text, topic, answer } = result, facts = answer.facts ? factsOf(result) : [];
      const rest = facts.length > 1 ? ` (och ${facts.length - 1} till)` : "";
      const says = facts.length ? facts[0].says + rest : "Hela texten är läst för den här frågan, och den svarar inte.";
      return { url: finder.address(result), where: ["Jämför avtalen", topic.name], title: `${topic.name}: ${text.name}`, says: answer.statuses[0][0] === "unread" ? "" : says, statuses: answer.statuses };
    },
    clause: ({ text, place }) => {
      const [heading, anchor, begins] = window.AvtalsatlasSokText[text.id][place];
      return { url: `${text.url}#${anchor}`, where: [text.name, "Avsnitt"], title: heading, quote: begins };
    },
  };

  function item(result, wanted) {
    const { url, where, title, says, quote, clause, statuses = [] } = told[result.kind](result);
    const words = statuses.map((each, place) => [place ? make("span", { className: "aa-detail" }, " delvis ") : "", status(each)]);
    return make("li", { className: "aa-hit" },
      make("a", { className: "aa-hit__link", href: new URL(url, root) },
        make("span", { className: "aa-hit__where" }, where.filter(Boolean).join(" · ")),
        make("span", { className: "aa-hit__title" }, marked(title, wanted))),
      says ? make("p", { className: "aa-hit__says" }, marked(cut(says), wanted)) : null,
      quote ? make("p", { className: "aa-hit__quote" }, "«", marked(cut(quote), wanted), "»") : null,
      words.length || clause ? make("p", { className: "aa-hit__how" }, words, clause ? make("span", { className: "aa-detail" }, ` Avsnitt: ${clause}`) : null) : null);
  }

  // --- the field and its list ---

  /** A field with its list. `most` is how many are shown at once, `onAsk` is told of each question. */
  function box(most, onAsk) {
    const field = make("input", { type: "search", name: "q", className: "aa-search__field", autocomplete: "off", spellcheck: false, enterKeyHint: "search", placeholder: "Ämne, ord, kommun eller fråga", aria: { label: "Sök på webbplatsen" } });
    const count = make("p", { className: "aa-search__count", role: "status" });
    const list = make("ol", { className: "aa-hits" });
    const after = make("p", { className: "aa-search__more" });
    let latest = 0, timer;

    async function show(question, results, wanted, number, shown) {
      await Promise.all([...new Set(results.slice(0, shown).flatMap(needs))].map(load));
      if (number !== latest) return;
      // A result that the reader stands on goes with the old list: back to the field, not to nowhere.
      if (list.contains(document.activeElement)) field.focus();
      list.replaceChildren(...results.slice(0, shown).map((result) => item(result, wanted)));
      list.dataset.answers = question;
      count.textContent = results.length === 1 ? "1 träff" : results.length ? `${results.length} träffar` : "Inga träffar. Pröva ett annat ord, eller färre ord.";
      onAsk?.(question, results.length, after, () => show(question, results, wanted, number, shown + LONG));
    }

    async function ask() {
      const number = ++latest, question = field.value.trim();
      if (!question) {
        list.replaceChildren();
        count.textContent = "";
        return onAsk?.("", 0, after);
      }
      try {
        const { results, wanted } = await finder.search(question);
        if (number === latest) await show(question, results, wanted, number, most);
      } catch {
        count.textContent = "Sökningen kunde inte laddas. Kontrollera anslutningen och försök igen.";
      }
    }

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    const form = make("form", { className: "aa-search__form", role: "search" }, field);
    const whole = make("div", { className: "aa-search" }, form, count, list, after);
    whole.addEventListener("keydown", (event) => move(event, field, list));
    return { whole, field, form, ask };
  }

  /** Arrows go from the field into the list, along it, and back. */
  function move(event, field, list) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  // --- the dialog ---

  let dialog;

  /** Where to go on looking when nothing is found. The page of the search has all of it below. */
  const elsewhere = () =>
    [["sok/index.html", "Alla ämnen från A till Ö"], ["ord/index.html", "Ord och förkortningar"], ["kommun/index.html", "I min kommun"]].flatMap(([path, name], place) => [
      place ? " · " : "", make("a", { href: new URL(path, root) }, name),
    ]);

  const whole = (question) => new URL(`sok/index.html?q=${encodeURIComponent(question)}`, root);

  function build() {
    const { whole: content, field, form } = box(SHORT, (question, found, after) => {
      after.replaceChildren(...(found > SHORT ? [make("a", { href: whole(question) }, `Visa alla ${found} träffar`)] : question && !found ? elsewhere() : []));
    });
    const shut = make("button", { type: "button", className: "aa-search__shut", aria: { label: "Stäng sökningen" } }, "Stäng");
    dialog = make("dialog", { className: "aa-search-dialog md-typeset", aria: { label: "Sök på webbplatsen" } }, shut, content);
    shut.addEventListener("click", () => dialog.close());
    // The site's policy lets no form send anything, not even to the site itself.
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) location.href = whole(field.value.trim());
    });
    // A click beside the dialog, and one on a result, put it away; the page behind may be the one that is found.
    dialog.addEventListener("click", (event) => (event.target === dialog || event.target.closest("a")) && dialog.close());
    // A field of this kind would first be emptied.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    dialog.field = field;
    document.body.append(dialog);
  }

  function open() {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    dialog.field.select();
    dialog.field.focus();
  }

  // --- the page ---

  function page(holder) {
    const { whole: content, field, form, ask } = box(LONG, (question, found, after, more) => {
      history.replaceState(history.state, "", question ? `?q=${encodeURIComponent(question)}` : location.pathname);
      const shown = content.querySelectorAll(".aa-hit").length;
      after.replaceChildren(...(found > shown ? [Avtalsatlas.button(`Visa fler (${found - shown})`, more)] : []));
    });
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask();
    });
    holder.replaceChildren(content);
    if (field.value) ask();
    else field.focus();
  }

  Object.assign(finder, { open, page });
})();
