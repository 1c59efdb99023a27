// Choose and compare: the reader picks agreements, and all their answers stand side by side. The choice lives in the
// address and nowhere else: ?avtal=a,b&skillnader=1&dolj=x,y. Data come as scripts, so this works from file:// too.

(() => {
  const VERDICTS = {
    differs: "Skiljer sig",
    same: "Samma svar och värden",
    words: "Jämförs inte automatiskt: läs ordalydelsen",
    unread: "Inte granskat i något av dem",
  };
  const WORDS = (window.AvtalsatlasOrd ??= {});
  const loading = new Map();

  const make = (name, properties = {}, ...children) => {
    const { data, aria, ...rest } = properties;
    const element = Object.assign(document.createElement(name), rest);
    Object.entries(aria ?? {}).forEach(([key, value]) => element.setAttribute(`aria-${key}`, value));
    Object.assign(element.dataset, data);
    element.append(...children.flat().filter((child) => child !== null && child !== ""));
    return element;
  };
  const button = (label, onClick, properties = {}) => {
    const made = make("button", { type: "button", className: "aa-button", ...properties }, label);
    made.addEventListener("click", onClick);
    return made;
  };

  /** Load a script once. Resolves to whether it is there. */
  function load(address) {
    if (!loading.has(address)) {
      loading.set(
        address,
        new Promise((done) => {
          const script = make("script", { src: address });
          script.addEventListener("load", () => done(true));
          script.addEventListener("error", () => {
            loading.delete(address);
            done(false);
          });
          document.head.append(script);
        }),
      );
    }
    return loading.get(address);
  }

  // --- what differs: the keys are made by the build (views/keys.py), here they are only held against each other ---

  function verdict(answers) {
    if (new Set(answers.map((answer) => answer.key)).size > 1) return "differs";
    if (answers.some((answer) => answer.values) || answers.every((answer) => answer.status === "silent")) return "same";
    return answers.every((answer) => answer.status === "unread") ? "unread" : "words";
  }

  // --- the choice, in the address ---

  const list = (text) => (text ?? "").split(",").filter(Boolean);

  function readChoice(data) {
    const given = new URLSearchParams(location.search);
    const known = (ids, all) => [...new Set(ids)].filter((id) => all.some((each) => each.id === id));
    return {
      chosen: known(list(given.get("avtal")), data.agreements),
      unknown: list(given.get("avtal")).filter((id) => !data.agreements.some((each) => each.id === id)),
      only: given.get("skillnader") === "1",
      hidden: new Set(known(list(given.get("dolj")), data.topics)),
    };
  }

  function writeChoice(choice) {
    const parts = [];
    const plain = (ids) => [...ids].map(encodeURIComponent).join(",").replaceAll("%2F", "/");
    if (choice.chosen.length) parts.push(`avtal=${plain(choice.chosen)}`);
    if (choice.only) parts.push("skillnader=1");
    if (choice.hidden.size) parts.push(`dolj=${plain(choice.hidden)}`);
    const query = parts.length ? `?${parts.join("&")}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  // --- a file for a spreadsheet ---

  /** A cell that no spreadsheet takes for a formula: these beginnings get an apostrophe before them. */
  const inert = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const csvCell = (text) => `"${inert(String(text)).replaceAll('"', '""')}"`;
  const csv = (rows) => `\ufeff${rows.map((row) => row.map(csvCell).join(";")).join("\r\n")}\r\n`;

  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  // --- the page ---

  async function start(holder) {
    const root = `${holder.dataset.root.replace(/\/$/, "")}/`;
    if (!(await load(holder.dataset.choose)) || !holder.isConnected || !window.AvtalsatlasJamfor) return;
    const data = window.AvtalsatlasJamfor;
    const choice = readChoice(data);
    const byId = new Map(data.agreements.map((each) => [each.id, each]));
    const chosen = () => choice.chosen.map((id) => byId.get(id));
    const at = (address) => root + address;

    const told = make("p", { className: "aa-choose__told", role: "status" });
    const chips = make("ul", { className: "aa-chips", aria: { label: "Valda avtal" } });
    const result = make("div", { className: "aa-choose__result" });
    const only = button("Bara skillnader", () => change(() => (choice.only = !choice.only)), { className: "aa-toggle-button" });
    const copy = button("Kopiera länk", copyLink);
    const sheet = button("Ladda ner som kalkylblad (CSV)", () => save("jamforelse.csv", csv(csvRows())));
    const paper = button("Skriv ut", () => print());
    const unhide = button("", () => change(() => choice.hidden.clear(), only));
    const tools = make("p", { className: "aa-choose__tools" }, only, unhide, copy, sheet, paper);

    /** Change the choice and show it; the focus goes to `focus` when what had it is gone. */
    function change(how, focus) {
      how();
      writeChoice(choice);
      render();
      if (focus && !document.activeElement?.matches("button, input, a, summary")) focus.focus();
    }

    async function copyLink() {
      let done = false;
      try {
        await navigator.clipboard.writeText(location.href);
        done = true;
      } catch {
        done = copyByHand(location.href);
      }
      told.textContent = done ? "Länken är kopierad." : `Kopiera adressen själv: ${location.href}`;
    }

    // --- picking ---

    const picker = makePicker(data, choice, (id, on) =>
      change(() => (choice.chosen = on ? [...choice.chosen, id] : choice.chosen.filter((each) => each !== id))),
    );

    function renderChips() {
      chips.replaceChildren(
        ...chosen().map((each) =>
          make(
            "li",
            {},
            each.name,
            button("×", () => change(() => (choice.chosen = choice.chosen.filter((id) => id !== each.id)), picker.first()), {
              className: "aa-button aa-chip__away",
              aria: { label: `Ta bort ${each.name}` },
            }),
          ),
        ),
      );
    }

    // --- comparing ---

    const rows = () =>
      data.topics.map((topic, place) => {
        const answers = chosen().map((agreement) => agreement.answers[place]);
        return { topic, answers, verdict: verdict(answers) };
      });
    const wanted = (row) => !choice.hidden.has(row.topic.id) && (!choice.only || row.verdict === "differs");

    function csvRows() {
      const agreements = chosen();
      const head = ["Ämnesgrupp", "Ämne", "Jämförelse", ...agreements.flatMap((each) => [each.name, `${each.name}: avtalets ord`])];
      const body = rows()
        .filter(wanted)
        .map((row) => [
          row.topic.group,
          row.topic.name,
          VERDICTS[row.verdict],
          ...row.answers.flatMap((answer, place) => {
            const facts = WORDS[agreements[place].id]?.[row.topic.id] ?? [];
            const says = [statusWords(answer), ...answer.brief, ...facts.map((fact) => fact.says)];
            return [says.join("\n"), facts.map((fact) => `«${fact.quote}» (${fact.clause})`).join("\n")];
          }),
        ]);
      return [head, ...body];
    }

    const statusWords = (answer) =>
      [data.statuses[answer.status], ...answer.also.map((id) => `delvis ${data.statuses[id].toLowerCase()}`)].join(", ");

    function status(id, address, small = false) {
      const mark = make("span", { className: "aa-status__mark", aria: { hidden: "true" } });
      const name = `aa-status aa-status--${id}${small ? " aa-status--small" : ""}`;
      return make(address ? "a" : "span", { className: name, ...(address && { href: at(address) }) }, mark, ` ${data.statuses[id]}`);
    }

    function factOf(fact, mute) {
      const quote = make(
        "details",
        { className: "aa-quote" },
        make("summary", {}, "Avtalets ord", make("span", { className: "aa-hidden" }, ` om: ${fact.says}`)),
        make("blockquote", {}, make("p", {}, `«${fact.quote}»`)),
        fact.note ? make("p", { className: "aa-note" }, make("b", {}, "Kommentar:"), ` ${fact.note}`) : "",
        fact.because ? make("p", { className: "aa-note" }, make("b", {}, "Varför så:"), ` ${fact.because}`) : "",
      );
      return make(
        "div",
        { className: "aa-fact" },
        make("p", { className: "aa-fact__says" }, fact.status === mute ? "" : status(fact.status, "", true), ` ${fact.says}`),
        fact.to ? make("p", { className: "aa-fact__to" }, `Hänvisar till: ${fact.to}`) : "",
        quote,
        make("p", { className: "aa-fact__source" }, make("a", { className: "aa-clause", href: at(fact.url) }, fact.clause)),
      );
    }

    function cell(agreement, row, answer) {
      const facts = WORDS[agreement.id]?.[row.topic.id] ?? [];
      const brief = answer.brief.map((words) => make("span", {}, words));
      const waits = !WORDS[agreement.id] && !["silent", "unread"].includes(answer.status);
      const td = make(
        "td",
        { data: { label: agreement.name } },
        answer.status === "stated" && facts.length ? "" : status(answer.status, answer.url),
        answer.also.map((id) => make("span", { className: "aa-also" }, `delvis ${data.statuses[id].toLowerCase()}`)),
        brief.length ? make("p", { className: "aa-brief" }, brief) : "",
        facts.map((fact) => factOf(fact, answer.status)),
        waits ? make("p", { className: "aa-remark" }, failed.has(agreement.id) ? "Avtalets ord kunde inte laddas." : "Hämtar avtalets ord …") : "",
      );
      td.setAttribute("role", "cell");
      return td;
    }

    const failed = new Set();
    const role = (element, name) => (element.setAttribute("role", name), element);

    function head(agreements) {
      const columns = agreements.map((each) =>
        role(
          make(
            "th",
            { scope: "col" },
            make("a", { href: at(each.url) }, each.name),
            make("span", { className: "aa-detail" }, each.current ? each.kind : `${each.kind} · behöver granskas på nytt`),
          ),
          "columnheader",
        ),
      );
      return role(make("thead", {}, role(make("tr", {}, role(make("th", { scope: "col" }, "Ämne"), "columnheader"), columns), "row")), "rowgroup");
    }

    function rowOf(agreements, row) {
      const name = row.topic.url ? make("a", { href: at(row.topic.url) }, row.topic.name) : row.topic.name;
      const hide = button("Dölj", () => change(() => choice.hidden.add(row.topic.id), only), {
        className: "aa-button aa-hide",
        aria: { label: `Dölj ${row.topic.name}` },
      });
      const label = make("span", { className: `aa-choose__verdict aa-choose__verdict--${row.verdict}` }, VERDICTS[row.verdict]);
      const th = role(make("th", { scope: "row" }, make("div", { className: "aa-row-head" }, name, label, hide)), "rowheader");
      return role(make("tr", { data: { topic: row.topic.id } }, th, row.answers.map((answer, place) => cell(agreements[place], row, answer))), "row");
    }

    function table(agreements, shown) {
      const bodies = data.groups
        .map((group) => [group, shown.filter((row) => row.topic.group === group)])
        .filter(([, members]) => members.length)
        .map(([group, members]) => {
          const name = role(make("th", { scope: "rowgroup", colSpan: agreements.length + 1 }, make("span", {}, group)), "rowheader");
          return role(make("tbody", {}, role(make("tr", { className: "aa-group" }, name), "row"), members.map((row) => rowOf(agreements, row))), "rowgroup");
        });
      const caption = make("caption", { id: "aa-valda-namn" }, `${agreements.map((each) => each.name).join(" · ")}`);
      const made = role(make("table", { className: "aa-table aa-table--wide aa-choose__table" }, caption, head(agreements), bodies), "table");
      const box = make("div", { className: "aa-scroll", tabIndex: 0, aria: { labelledby: "aa-valda-namn" } }, made);
      return role(box, "region");
    }

    function aside(title, found) {
      if (!found.length) return "";
      const links = found.flatMap((row, place) => [
        place ? ", " : "",
        row.topic.url ? make("a", { href: at(`${row.topic.url}#ordalydelse`) }, row.topic.name) : row.topic.name,
      ]);
      return make("p", { className: "aa-choose__aside" }, make("b", {}, `${title}: `), links, ".");
    }

    function render() {
      const agreements = chosen();
      const ready = agreements.length > 1;
      const compared = ready ? rows() : [];
      const shown = compared.filter(wanted);
      const open = new Set([...result.querySelectorAll("details[open]")].map((quote) => quote.textContent));
      const focused = document.activeElement?.getAttribute?.("aria-label");
      const scrolled = result.querySelector(".aa-scroll");
      const [top, left] = [scrolled?.scrollTop ?? 0, scrolled?.scrollLeft ?? 0];
      only.setAttribute("aria-pressed", String(choice.only));
      unhide.textContent = `Visa dolda ämnen (${choice.hidden.size})`;
      unhide.hidden = !choice.hidden.size;
      tools.hidden = !ready;
      picker.update();
      renderChips();
      told.textContent = tell(agreements, compared);
      const visible = compared.filter((row) => !choice.hidden.has(row.topic.id));
      const rest = (kind) => (choice.only ? visible.filter((row) => row.verdict === kind) : []);
      result.replaceChildren(
        ready && shown.length ? table(agreements, shown) : "",
        ready && !shown.length ? make("p", {}, "Inget ämne att visa med det här valet.") : "",
        aside("Jämförs inte automatiskt, läs ordalydelsen", rest("words")),
        aside("Samma svar och värden, men kanske inte samma ord", rest("same")),
        aside("Inte granskade i något av dem", rest("unread")),
      );
      result.querySelectorAll("details").forEach((quote) => (quote.open = open.has(quote.textContent)));
      result.querySelector(".aa-scroll")?.scrollTo({ top, left, behavior: "instant" });
      if (focused && !document.activeElement?.matches("button, input, select, a, summary")) {
        holder.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
      }
      fetchWords(agreements.filter((each) => !WORDS[each.id] && !failed.has(each.id)));
    }

    /** The words come after the answers, all together, so that the table is made anew only once. */
    async function fetchWords(missing) {
      if (!missing.length) return;
      const there = await Promise.all(missing.map((each) => load(at(each.words))));
      missing.filter((each, place) => !there[place]).forEach((each) => failed.add(each.id));
      if (holder.isConnected) render();
    }

    function tell(agreements, compared) {
      const missing = choice.unknown.length ? ` Länken nämner avtal som inte finns här: ${choice.unknown.join(", ")}.` : "";
      if (!agreements.length) return `Inget avtal är valt. Välj minst två.${missing}`;
      if (agreements.length === 1) return `Ett avtal är valt. Välj minst ett till.${missing}`;
      const count = (kind) => compared.filter((row) => row.verdict === kind).length;
      const words = count("words") ? `, ${count("words")} jämförs inte automatiskt` : "";
      const unread = count("unread") ? `, ${count("unread")} är inte granskade` : "";
      return `${agreements.length} valda. ${count("differs")} av ${compared.length} ämnen skiljer sig i svar eller värden, ${count("same")} gör det inte${words}${unread}.${missing}`;
    }

    holder.replaceChildren(picker.element, chips, told, tools, result);
    render();
  }

  /** The list to choose from, with filters that only hide: what is chosen stays chosen. */
  function makePicker(data, choice, onPick) {
    const text = make("input", { type: "search", id: "aa-sok-avtal", autocomplete: "off" });
    const select = (id, values, every) =>
      make("select", { id }, make("option", { value: "" }, every), [...new Set(values)].map((value) => make("option", { value }, value)));
    const county = select("aa-valj-lan", data.agreements.map((each) => each.county), "Alla län");
    const kind = select("aa-valj-slag", data.agreements.map((each) => each.kind), "Alla slag");
    const labelled = (control, words) => make("p", {}, make("label", { htmlFor: control.id }, words), control);
    const boxes = data.agreements.map((each) => {
      const box = make("input", { type: "checkbox", value: each.id });
      box.addEventListener("change", () => onPick(each.id, box.checked));
      const detail = make("span", { className: "aa-detail" }, ` ${each.kind}${each.current ? "" : ", behöver granskas på nytt"}`);
      return { each, box, label: make("label", { className: "aa-choose__pick" }, box, make("span", {}, each.name, detail)) };
    });
    const none = make("p", { className: "aa-detail", hidden: true }, "Inget avtal passar filtret.");
    function filter() {
      const words = text.value.trim().toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
      boxes.forEach(({ each, label }) => {
        const told = `${each.name} ${each.title} ${each.county} ${each.kind}`.toLocaleLowerCase("sv");
        const fits = words.every((word) => told.includes(word));
        label.hidden = !(fits && (!county.value || each.county === county.value) && (!kind.value || each.kind === kind.value));
      });
      none.hidden = boxes.some(({ label }) => !label.hidden);
    }
    [text, county, kind].forEach((control) => control.addEventListener("input", filter));
    const filters = make("div", { className: "aa-picker__filters" }, labelled(text, "Sök bland avtalen"), labelled(county, "Län"), labelled(kind, "Slag"));
    const element = make(
      "fieldset",
      { className: "aa-picker" },
      make("legend", {}, "Välj avtal"),
      filters,
      make("div", { className: "aa-picker__list" }, boxes.map(({ label }) => label), none),
    );
    return {
      element,
      first: () => boxes.find(({ label }) => !label.hidden)?.box,
      update: () => boxes.forEach(({ each, box }) => (box.checked = choice.chosen.includes(each.id))),
    };
  }

  /** For pages that may not use the clipboard, such as those opened as a file in some browsers. */
  function copyByHand(words) {
    const field = make("textarea", { value: words, className: "aa-hidden" });
    const before = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus();
    return done;
  }

  function onPage() {
    const holder = document.querySelector("[data-choose]");
    if (!holder || holder.dataset.started) return;
    holder.dataset.started = "";
    start(holder);
  }

  // Material tells of every page that instant navigation brings, but of none at all under file://.
  if (typeof document$ !== "undefined") document$.subscribe(onPage);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", onPage);
  else onPage();
})();
