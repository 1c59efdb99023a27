// Choose and compare: the reader picks agreements, and all their answers stand side by side, as a table, a file or on paper.
// Data come as scripts, so this works from file:// too. The parts stand in choose-*.js; this one holds them together.

(() => {
  const { make, button, copy, onPage, root, choice: parts } = Avtalsatlas;
  const WORDS = (window.AvtalsatlasOrd ??= {});
  // Makes what goes on paper, on the page that is shown; another page has none.
  let paper = null;

  /** Load a script, by its address from the root: the reader may have gone on to another page. Resolves to whether it is there. */
  const load = (path) => Avtalsatlas.load(path).then(() => true, () => false);

  async function start(holder) {
    if (!(await load(holder.dataset.choose)) || !holder.isConnected || !window.AvtalsatlasJamfor) return;
    const data = window.AvtalsatlasJamfor;
    const choice = parts.read(data);
    const failed = new Set();
    const at = (address) => (address ? root + address : "");
    const seen = () => parts.view(data, choice, WORDS);

    const told = make("p", { className: "aa-choose__told", role: "status" });
    const chips = make("ul", { className: "aa-chips", aria: { label: "Valda avtal" } });
    const result = make("div", { className: "aa-choose__result" });
    const only = button("Bara skillnader", () => change(() => (choice.only = !choice.only)), { className: "aa-toggle-button" });
    const short = button("Bara korta svar", () => change(() => (choice.short = !choice.short)), { className: "aa-toggle-button" });
    const link = button("Kopiera länk", copyLink);
    const sheet = button("Ladda ner som kalkylblad (CSV)", () => parts.save(data, seen(), at));
    const print = button("Skriv ut som underlag", () => window.print());
    const unhide = button("", () => change(() => choice.hidden.clear(), only));
    const tools = make("p", { className: "aa-choose__tools" }, only, short, unhide, link, sheet, print);
    const picker = parts.picker(data, choice, (id, on) =>
      change(() => (choice.chosen = on ? [...choice.chosen, id] : choice.chosen.filter((each) => each !== id))),
    );

    /** Change the choice and show it; the focus goes to `focus` when what had it is gone. */
    function change(how, focus) {
      how();
      parts.write(choice);
      render();
      if (focus && !document.activeElement?.matches("button, input, a, summary")) focus.focus();
    }

    async function copyLink() {
      told.textContent = (await copy(location.href)) ? "Länken är kopierad." : `Kopiera adressen själv: ${location.href}`;
    }

    function chip(each) {
      const away = () => change(() => (choice.chosen = choice.chosen.filter((id) => id !== each.id)), picker.first());
      return make("li", {}, each.name, button("×", away, { className: "aa-button aa-chip__away", aria: { label: `Ta bort ${each.name}` } }));
    }

    function aside(title, found) {
      if (!found.length) return "";
      const links = found.flatMap((row, place) => [
        place ? ", " : "",
        row.topic.url ? make("a", { href: at(`${row.topic.url}#ordalydelse`) }, row.topic.name) : row.topic.name,
      ]);
      return make("p", { className: "aa-choose__aside" }, make("b", {}, `${title}: `), links, ".");
    }

    function show(view) {
      const rest = (kind) => (view.only ? view.visible.filter((row) => row.verdict === kind) : []);
      const hide = (id) => change(() => choice.hidden.add(id), only);
      result.replaceChildren(
        view.shown.length ? parts.table(data, view, { at, hide, missing: failed }) : make("p", {}, "Inget ämne att visa med det här valet."),
        aside("Jämförs inte automatiskt, läs ordalydelsen", rest("words")),
        aside("Samma svar och värden, men kanske inte samma ord", rest("same")),
        aside("Inte granskade i något av dem", rest("unread")),
      );
    }

    function render() {
      const view = seen();
      const ready = view.agreements.length > 1;
      const open = new Set([...result.querySelectorAll("details[open]")].map((quote) => quote.textContent));
      const focused = document.activeElement?.getAttribute?.("aria-label");
      const scrolled = result.querySelector(".aa-scroll");
      const [top, left] = [scrolled?.scrollTop ?? 0, scrolled?.scrollLeft ?? 0];
      only.setAttribute("aria-pressed", String(choice.only));
      short.setAttribute("aria-pressed", String(choice.short));
      unhide.textContent = `Visa dolda ämnen (${choice.hidden.size})`;
      unhide.hidden = !choice.hidden.size;
      tools.hidden = !ready;
      picker.update();
      chips.replaceChildren(...view.agreements.map(chip));
      told.textContent = tell(view);
      if (ready) show(view);
      else result.replaceChildren();
      result.querySelectorAll("details").forEach((quote) => (quote.open = open.has(quote.textContent)));
      result.querySelector(".aa-scroll")?.scrollTo({ top, left, behavior: "instant" });
      if (focused && !document.activeElement?.matches("button, input, select, a, summary")) {
        holder.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
      }
      fetchWords(view.agreements.filter((each) => !WORDS[each.id] && !failed.has(each.id)));
    }

    /** The words come after the answers, all together, so that the table is made anew only once. */
    async function fetchWords(missing) {
      if (!missing.length) return;
      const there = await Promise.all(missing.map((each) => load(each.words)));
      missing.filter((each, place) => !there[place]).forEach((each) => failed.add(each.id));
      if (holder.isConnected) render();
    }

    function tell({ agreements, rows }) {
      const missing = choice.unknown.length ? ` Länken nämner avtal som inte finns här: ${choice.unknown.join(", ")}.` : "";
      if (!agreements.length) return `Inget avtal är valt. Välj minst två.${missing}`;
      if (agreements.length === 1) return `Ett avtal är valt. Välj minst ett till.${missing}`;
      const count = (kind) => rows.filter((row) => row.verdict === kind).length;
      const words = count("words") ? `, ${count("words")} jämförs inte automatiskt` : "";
      const unread = count("unread") ? `, ${count("unread")} är inte granskade` : "";
      return `${agreements.length} valda. ${count("differs")} av ${rows.length} ämnen skiljer sig i svar eller värden, ${count("same")} gör det inte${words}${unread}.${missing}`;
    }

    paper = () => (holder.isConnected && choice.chosen.length > 1 ? parts.brief(data, seen(), at) : null);
    holder.replaceChildren(picker.element, chips, told, tools, result);
    render();
  }

  // Paper is made when it is asked for and taken away again: on the screen the same words would stand twice.
  const clear = () => document.querySelectorAll(".aa-choose__paper").forEach((made) => made.remove());
  function lay() {
    clear();
    const made = paper?.();
    if (made) document.querySelector("[data-choose]")?.append(made);
  }

  onPage(() => {
    const holder = document.querySelector("[data-choose]");
    if (!holder || holder.dataset.started) return;
    holder.dataset.started = "";
    start(holder);
  });
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", clear);
  matchMedia("print").addEventListener("change", (media) => (media.matches ? lay() : clear()));
})();
